-- Dues: by what they are reckoned, what was paid for which month, which months are closed, what was sent up. Amounts are whole đồng.

create table dues_bases (
  member_id uuid not null references members (id),
  from_month bigint not null,
  category text not null check (category in ('insured', 'benefit', 'pensioner', 'uninsured', 'uninsured_retired', 'student', 'abroad', 'exempt')),
  dong bigint check (dong > 0),
  note text not null,
  recorded_at timestamptz not null,
  recorded_by uuid references accounts (id),
  primary key (member_id, from_month)
);

create table dues_receipts (
  id uuid primary key,
  cell_id uuid not null references organisations (id),
  member_id uuid not null references members (id),
  year bigint not null,
  number bigint check (number > 0),
  paid_on date not null,
  way text not null check (way in ('cash', 'bank', 'portal', 'elsewhere')),
  note text not null,
  recorded_at timestamptz not null,
  recorded_by uuid references accounts (id),
  withdrawn_at timestamptz,
  withdrawn_by uuid references accounts (id)
);
create unique index dues_receipts_number_key on dues_receipts (cell_id, year, number);
create index dues_receipts_paid on dues_receipts (cell_id, paid_on, id);
create index dues_receipts_of on dues_receipts (member_id, paid_on, id);

-- What of a receipt is for which month.
create table dues_payments (
  receipt_id uuid not null references dues_receipts (id),
  member_id uuid not null references members (id),
  month bigint not null,
  dong bigint not null check (dong > 0),
  primary key (receipt_id, month)
);
create index dues_payments_of on dues_payments (member_id, month);

-- Months for which a cell found a good reason why nothing was paid.
create table dues_excuses (
  member_id uuid not null references members (id),
  month bigint not null,
  cell_id uuid not null references organisations (id),
  reason text not null,
  recorded_at timestamptz not null,
  recorded_by uuid references accounts (id),
  primary key (member_id, month)
);

-- Months a cell closed, with what reached it in that month and which share of it goes up, in hundredths of a percent.
create table dues_months (
  cell_id uuid not null references organisations (id),
  month bigint not null,
  collected_dong bigint not null,
  share_percent bigint not null,
  closed_at timestamptz not null,
  closed_by uuid references accounts (id),
  primary key (cell_id, month)
);

-- What each member owed in a closed month, as it was then.
create table dues_lines (
  cell_id uuid not null references organisations (id),
  month bigint not null,
  member_id uuid not null references members (id),
  owed_dong bigint not null check (owed_dong >= 0),
  primary key (cell_id, month, member_id)
);
create index dues_lines_of on dues_lines (member_id, month);

create table dues_remittances (
  id uuid primary key,
  cell_id uuid not null references organisations (id),
  month bigint not null,
  dong bigint not null check (dong > 0),
  sent_on date not null,
  note text not null,
  recorded_at timestamptz not null,
  recorded_by uuid references accounts (id),
  received_dong bigint check (received_dong >= 0),
  received_on date,
  received_at timestamptz,
  received_by uuid references accounts (id),
  withdrawn_at timestamptz,
  check ((received_dong is null) = (received_on is null))
);
create index dues_remittances_of on dues_remittances (cell_id, month, id);

-- Dues: by what they are reckoned, what was paid for which month, which months are closed, what was sent up. Amounts are whole đồng.

create table dues_bases (
  member_id blob not null references members (id),
  from_month integer not null,
  category text not null check (category in ('insured', 'benefit', 'pensioner', 'uninsured', 'uninsured_retired', 'student', 'abroad', 'exempt')),
  dong integer check (dong > 0),
  note text not null,
  recorded_at text not null,
  recorded_by blob references accounts (id),
  primary key (member_id, from_month)
) strict;

create table dues_receipts (
  id blob primary key,
  cell_id blob not null references organisations (id),
  member_id blob not null references members (id),
  year integer not null,
  number integer check (number > 0),
  paid_on text not null,
  way text not null check (way in ('cash', 'bank', 'portal', 'elsewhere')),
  note text not null,
  recorded_at text not null,
  recorded_by blob references accounts (id),
  withdrawn_at text,
  withdrawn_by blob references accounts (id)
) strict;
create unique index dues_receipts_number_key on dues_receipts (cell_id, year, number);
create index dues_receipts_paid on dues_receipts (cell_id, paid_on, id);
create index dues_receipts_of on dues_receipts (member_id, paid_on, id);

-- What of a receipt is for which month.
create table dues_payments (
  receipt_id blob not null references dues_receipts (id),
  member_id blob not null references members (id),
  month integer not null,
  dong integer not null check (dong > 0),
  primary key (receipt_id, month)
) strict;
create index dues_payments_of on dues_payments (member_id, month);

-- Months for which a cell found a good reason why nothing was paid.
create table dues_excuses (
  member_id blob not null references members (id),
  month integer not null,
  cell_id blob not null references organisations (id),
  reason text not null,
  recorded_at text not null,
  recorded_by blob references accounts (id),
  primary key (member_id, month)
) strict;

-- Months a cell closed, with what reached it in that month and which share of it goes up, in hundredths of a percent.
create table dues_months (
  cell_id blob not null references organisations (id),
  month integer not null,
  collected_dong integer not null,
  share_percent integer not null,
  closed_at text not null,
  closed_by blob references accounts (id),
  primary key (cell_id, month)
) strict;

-- What each member owed in a closed month, as it was then.
create table dues_lines (
  cell_id blob not null references organisations (id),
  month integer not null,
  member_id blob not null references members (id),
  owed_dong integer not null check (owed_dong >= 0),
  primary key (cell_id, month, member_id)
) strict;
create index dues_lines_of on dues_lines (member_id, month);

create table dues_remittances (
  id blob primary key,
  cell_id blob not null references organisations (id),
  month integer not null,
  dong integer not null check (dong > 0),
  sent_on text not null,
  note text not null,
  recorded_at text not null,
  recorded_by blob references accounts (id),
  received_dong integer check (received_dong >= 0),
  received_on text,
  received_at text,
  received_by blob references accounts (id),
  withdrawn_at text,
  check ((received_dong is null) = (received_on is null))
) strict;
create index dues_remittances_of on dues_remittances (cell_id, month, id);

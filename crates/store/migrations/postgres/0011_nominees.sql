-- The succession plan: who is put forward for an office in a term, and the make-up a committee asked of its plan.
create table nominees (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  office text not null check (office in ('secretary', 'deputy', 'committee_member')),
  member_id uuid not null references members (id),
  term text not null,
  manager boolean not null,
  skilled boolean not null,
  note text not null,
  put_forward_on date not null,
  agreed_on date,
  withdrawn_on date,
  recorded_at timestamptz not null,
  recorded_by uuid references accounts (id)
);
create unique index nominees_standing_key on nominees (organisation_id, office, member_id, term) where withdrawn_on is null;
create index nominees_of on nominees (member_id, put_forward_on, id);

create table nominee_targets (
  organisation_id uuid not null references organisations (id),
  term text not null,
  make_up text not null check (make_up in ('women', 'young', 'managers', 'skilled')),
  asked bigint not null,
  under_age bigint,
  recorded_at timestamptz not null,
  recorded_by uuid references accounts (id),
  primary key (organisation_id, term, make_up)
);

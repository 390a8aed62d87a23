-- The succession plan: who is put forward for an office in a term, and the make-up a committee asked of its plan.
create table nominees (
  id blob primary key,
  organisation_id blob not null references organisations (id),
  office text not null check (office in ('secretary', 'deputy', 'committee_member')),
  member_id blob not null references members (id),
  term text not null,
  manager integer not null,
  skilled integer not null,
  note text not null,
  put_forward_on text not null,
  agreed_on text,
  withdrawn_on text,
  recorded_at text not null,
  recorded_by blob references accounts (id)
) strict;
create unique index nominees_standing_key on nominees (organisation_id, office, member_id, term) where withdrawn_on is null;
create index nominees_of on nominees (member_id, put_forward_on, id);

create table nominee_targets (
  organisation_id blob not null references organisations (id),
  term text not null,
  make_up text not null check (make_up in ('women', 'young', 'managers', 'skilled')),
  asked integer not null,
  under_age integer,
  recorded_at text not null,
  recorded_by blob references accounts (id),
  primary key (organisation_id, term, make_up)
) strict;

-- What members ask to have corrected of what is kept about them, and the answer.

create table corrections (
  id blob primary key,
  member_id blob not null references members (id),
  fields text not null,
  reason text not null,
  asked_at text not null,
  asked_by blob references accounts (id),
  answer text check (answer in ('granted', 'refused')),
  note text not null,
  answered_at text,
  answered_by blob references accounts (id),
  withdrawn_at text,
  check ((answer is null) = (answered_at is null))
) strict;
create unique index corrections_open_key on corrections (member_id) where answered_at is null and withdrawn_at is null;
create index corrections_of on corrections (member_id, asked_at, id);

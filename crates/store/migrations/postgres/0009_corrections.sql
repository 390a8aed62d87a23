-- What members ask to have corrected of what is kept about them, and the answer.

create table corrections (
  id uuid primary key,
  member_id uuid not null references members (id),
  fields jsonb not null,
  reason text not null,
  asked_at timestamptz not null,
  asked_by uuid references accounts (id),
  answer text check (answer in ('granted', 'refused')),
  note text not null,
  answered_at timestamptz,
  answered_by uuid references accounts (id),
  withdrawn_at timestamptz,
  check ((answer is null) = (answered_at is null))
);
create unique index corrections_open_key on corrections (member_id) where answered_at is null and withdrawn_at is null;
create index corrections_of on corrections (member_id, asked_at, id);

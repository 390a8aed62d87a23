-- What the result of a task rests on, and results that a cell returned.

create table task_evidence (
  id blob primary key,
  task_id blob not null references tasks (id),
  name text not null,
  note text not null,
  media_type text not null,
  size integer not null,
  sha256 blob not null references files (sha256),
  added_at text not null,
  added_by blob references accounts (id)
) strict;
create index task_evidence_of on task_evidence (task_id, added_at, id);
create index task_evidence_files on task_evidence (sha256);

create table task_returns (
  task_id blob not null references tasks (id),
  at text not null,
  reason text not null,
  by_account blob references accounts (id),
  primary key (task_id, at)
) strict;

-- Members' files that were lent out.

create table file_loans (
  id blob primary key,
  member_id blob not null references members (id),
  cell_id blob not null references organisations (id),
  borrower text not null,
  reason text not null,
  lent_on text not null,
  due_on text not null,
  returned_on text,
  recorded_at text not null,
  recorded_by blob references accounts (id),
  check (due_on >= lent_on),
  check (returned_on is null or returned_on >= lent_on)
) strict;
create unique index file_loans_out_key on file_loans (member_id) where returned_on is null;
create index file_loans_of on file_loans (cell_id, lent_on, id);

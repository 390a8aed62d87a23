-- What the result of a task rests on, and results that a cell returned.

create table task_evidence (
  id uuid primary key,
  task_id uuid not null references tasks (id),
  name text not null,
  note text not null,
  media_type text not null,
  size bigint not null,
  sha256 bytea not null references files (sha256),
  added_at timestamptz not null,
  added_by uuid references accounts (id)
);
create index task_evidence_of on task_evidence (task_id, added_at, id);
create index task_evidence_files on task_evidence (sha256);

create table task_returns (
  task_id uuid not null references tasks (id),
  at timestamptz not null,
  reason text not null,
  by_account uuid references accounts (id),
  primary key (task_id, at)
);

-- Members' files that were lent out.

create table file_loans (
  id uuid primary key,
  member_id uuid not null references members (id),
  cell_id uuid not null references organisations (id),
  borrower text not null,
  reason text not null,
  lent_on date not null,
  due_on date not null,
  returned_on date,
  recorded_at timestamptz not null,
  recorded_by uuid references accounts (id),
  check (due_on >= lent_on),
  check (returned_on is null or returned_on >= lent_on)
);
create unique index file_loans_out_key on file_loans (member_id) where returned_on is null;
create index file_loans_of on file_loans (cell_id, lent_on, id);

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

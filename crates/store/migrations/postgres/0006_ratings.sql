-- A round in which a base organisation rates a year: opened, and closed, once.
create table rating_rounds (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  year bigint not null,
  counted_on date not null,
  opened_at timestamptz not null,
  opened_by uuid references accounts (id),
  closed_at timestamptz,
  closed_by uuid references accounts (id),
  unique (organisation_id, year)
);

-- The cells and the members it rates, as they stood on the day it was counted.
create table rated_cells (
  round_id uuid not null references rating_rounds (id),
  cell_id uuid not null references organisations (id),
  primary key (round_id, cell_id)
);
create index rated_cells_of on rated_cells (cell_id, round_id);
create table rated_members (
  round_id uuid not null references rating_rounds (id),
  member_id uuid not null references members (id),
  cell_id uuid not null references organisations (id),
  grade text not null check (grade in ('official', 'probationary')),
  state text not null check (state in ('active', 'exempt', 'away', 'suspended')),
  primary key (round_id, member_id)
);
create index rated_members_cell on rated_members (round_id, cell_id, member_id);
create index rated_members_of on rated_members (member_id, round_id);

-- Steps of a rating, of one member or of the cell itself. One written anew replaces the one before, which is kept; one taken back
-- gives it its place again. Of a vote there are totals only.
create table rating_steps (
  id uuid primary key,
  round_id uuid not null references rating_rounds (id),
  cell_id uuid not null references organisations (id),
  member_id uuid references members (id),
  kind text not null check (kind in ('self', 'opinion', 'vote', 'decision', 'answer')),
  source text not null check (source in ('', 'residence', 'unions', 'employer', 'host')),
  on_date date not null,
  level text check (level in ('excellent', 'good', 'completed', 'failed')),
  points bigint,
  tasks_due bigint,
  tasks_done bigint,
  tasks_late bigint,
  tasks_above bigint,
  ballots_issued bigint,
  ballots_returned bigint,
  ballots_valid bigint,
  votes_excellent bigint,
  votes_good bigint,
  votes_completed bigint,
  votes_failed bigint,
  body text not null,
  faults text not null,
  number text not null,
  at timestamptz not null,
  by_account uuid references accounts (id),
  replaced_by uuid,
  withdrawn_at timestamptz,
  withdrawn_by uuid references accounts (id),
  check ((source = '') = (kind <> 'opinion'))
);
create unique index rating_steps_current_key on rating_steps (round_id, coalesce(member_id, cell_id), kind, source) where replaced_by is null and withdrawn_at is null;
create index rating_steps_cell on rating_steps (round_id, cell_id, kind, level);
create index rating_steps_of on rating_steps (member_id, round_id);

-- What a member commits to for a year, and what the cell committee found.
create table commitments (
  member_id uuid not null references members (id),
  year bigint not null,
  body text not null,
  written_at timestamptz not null,
  written_by uuid references accounts (id),
  checked_at timestamptz,
  checked_by uuid references accounts (id),
  check_note text not null,
  primary key (member_id, year)
);

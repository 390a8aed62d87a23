-- A round in which a base organisation rates a year: opened, and closed, once.
create table rating_rounds (
  id blob primary key,
  organisation_id blob not null references organisations (id),
  year integer not null,
  counted_on text not null,
  opened_at text not null,
  opened_by blob references accounts (id),
  closed_at text,
  closed_by blob references accounts (id),
  unique (organisation_id, year)
) strict;

-- The cells and the members it rates, as they stood on the day it was counted.
create table rated_cells (
  round_id blob not null references rating_rounds (id),
  cell_id blob not null references organisations (id),
  primary key (round_id, cell_id)
) strict;
create index rated_cells_of on rated_cells (cell_id, round_id);
create table rated_members (
  round_id blob not null references rating_rounds (id),
  member_id blob not null references members (id),
  cell_id blob not null references organisations (id),
  grade text not null check (grade in ('official', 'probationary')),
  state text not null check (state in ('active', 'exempt', 'away', 'suspended')),
  primary key (round_id, member_id)
) strict;
create index rated_members_cell on rated_members (round_id, cell_id, member_id);
create index rated_members_of on rated_members (member_id, round_id);

-- Steps of a rating, of one member or of the cell itself. One written anew replaces the one before, which is kept; one taken back
-- gives it its place again. Of a vote there are totals only.
create table rating_steps (
  id blob primary key,
  round_id blob not null references rating_rounds (id),
  cell_id blob not null references organisations (id),
  member_id blob references members (id),
  kind text not null check (kind in ('self', 'opinion', 'vote', 'decision', 'answer')),
  source text not null check (source in ('', 'residence', 'unions', 'employer', 'host')),
  on_date text not null,
  level text check (level in ('excellent', 'good', 'completed', 'failed')),
  points integer,
  tasks_due integer,
  tasks_done integer,
  tasks_late integer,
  tasks_above integer,
  ballots_issued integer,
  ballots_returned integer,
  ballots_valid integer,
  votes_excellent integer,
  votes_good integer,
  votes_completed integer,
  votes_failed integer,
  body text not null,
  faults text not null,
  number text not null,
  at text not null,
  by_account blob references accounts (id),
  replaced_by blob,
  withdrawn_at text,
  withdrawn_by blob references accounts (id),
  check ((source = '') = (kind <> 'opinion'))
) strict;
create unique index rating_steps_current_key on rating_steps (round_id, coalesce(member_id, cell_id), kind, source) where replaced_by is null and withdrawn_at is null;
create index rating_steps_cell on rating_steps (round_id, cell_id, kind, level);
create index rating_steps_of on rating_steps (member_id, round_id);

-- What a member commits to for a year, and what the cell committee found.
create table commitments (
  member_id blob not null references members (id),
  year integer not null,
  body text not null,
  written_at text not null,
  written_by blob references accounts (id),
  checked_at text,
  checked_by blob references accounts (id),
  check_note text not null,
  primary key (member_id, year)
) strict;

-- Outstanding people on cells' lists, and the way of each to admission: every step a fact with its day.
create table candidates (
  id blob primary key,
  cell_id blob not null references organisations (id),
  full_name text not null,
  sort_key text not null,
  sex text not null check (sex in ('male', 'female')),
  born_on text not null,
  workplace text not null,
  residence text not null,
  youth_union integer not null,
  schooling text not null check (schooling in ('primary', 'lower_secondary', 'upper_secondary', 'vocational', 'college', 'university', 'postgraduate')),
  note text not null,
  listed_on text not null,
  listed_by text not null,
  dropped_on text,
  drop_reason text not null,
  member_id blob references members (id),
  deed_id blob references deeds (id),
  recorded_at text not null,
  recorded_by blob references accounts (id),
  check (dropped_on is null or member_id is null),
  check ((member_id is null) = (deed_id is null))
) strict;
create index candidates_of_cell on candidates (cell_id, sort_key, id);
create unique index candidates_member_key on candidates (member_id) where member_id is not null;
create index candidates_deed on candidates (deed_id) where deed_id is not null;

-- Who helps a candidate; one at a time.
create table candidate_helpers (
  candidate_id blob not null references candidates (id),
  member_id blob not null references members (id),
  from_on text not null,
  to_on text,
  recorded_at text not null,
  recorded_by blob references accounts (id),
  primary key (candidate_id, member_id, from_on),
  check (to_on is null or to_on >= from_on)
) strict;
create unique index candidate_helpers_open_key on candidate_helpers (candidate_id) where to_on is null;
create index candidate_helpers_of on candidate_helpers (member_id, candidate_id);

-- Who introduces a candidate.
create table candidate_introducers (
  candidate_id blob not null references candidates (id),
  member_id blob not null references members (id),
  introduced_on text not null,
  together_from text not null,
  recorded_at text not null,
  recorded_by blob references accounts (id),
  primary key (candidate_id, member_id),
  check (together_from <= introduced_on)
) strict;
create index candidate_introducers_of on candidate_introducers (member_id, candidate_id);

-- What was done of a candidate's way, one line a step.
create table candidate_steps (
  candidate_id blob not null references candidates (id),
  step text not null check (step in ('certificate', 'application', 'cv', 'seal', 'check', 'youth_union', 'associations', 'residence', 'consent', 'comment', 'vote', 'decision', 'ceremony', 'member_cv')),
  on_date text not null,
  number text not null,
  given_by text not null,
  received_on text,
  counted integer,
  in_favour integer,
  waived integer not null,
  note text not null,
  recorded_at text not null,
  recorded_by blob references accounts (id),
  primary key (candidate_id, step),
  check ((counted is null) = (in_favour is null))
) strict;

-- From which list to which a candidate was moved.
create table candidate_moves (
  candidate_id blob not null references candidates (id),
  from_cell_id blob not null references organisations (id),
  to_cell_id blob not null references organisations (id),
  on_date text not null,
  recorded_at text not null,
  recorded_by blob references accounts (id),
  primary key (candidate_id, recorded_at)
) strict;

-- That a cell reviewed its list in a month.
create table candidate_reviews (
  cell_id blob not null references organisations (id),
  month integer not null,
  reviewed_on text not null,
  resolution text not null,
  note text not null,
  recorded_at text not null,
  recorded_by blob references accounts (id),
  primary key (cell_id, month)
) strict;

-- How many admissions are set from above for a cell and a year.
create table admission_targets (
  organisation_id blob not null references organisations (id),
  year integer not null,
  admissions integer not null,
  set_at text not null,
  set_by blob references accounts (id),
  primary key (organisation_id, year)
) strict;

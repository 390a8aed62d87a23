-- Outstanding people on cells' lists, and the way of each to admission: every step a fact with its day.
create table candidates (
  id uuid primary key,
  cell_id uuid not null references organisations (id),
  full_name text not null,
  sort_key text not null,
  sex text not null check (sex in ('male', 'female')),
  born_on date not null,
  workplace text not null,
  residence text not null,
  youth_union boolean not null,
  schooling text not null check (schooling in ('primary', 'lower_secondary', 'upper_secondary', 'vocational', 'college', 'university', 'postgraduate')),
  note text not null,
  listed_on date not null,
  listed_by text not null,
  dropped_on date,
  drop_reason text not null,
  member_id uuid references members (id),
  deed_id uuid references deeds (id),
  recorded_at timestamptz not null,
  recorded_by uuid references accounts (id),
  check (dropped_on is null or member_id is null),
  check ((member_id is null) = (deed_id is null))
);
create index candidates_of_cell on candidates (cell_id, sort_key, id);
create unique index candidates_member_key on candidates (member_id) where member_id is not null;
create index candidates_deed on candidates (deed_id) where deed_id is not null;

-- Who helps a candidate; one at a time.
create table candidate_helpers (
  candidate_id uuid not null references candidates (id),
  member_id uuid not null references members (id),
  from_on date not null,
  to_on date,
  recorded_at timestamptz not null,
  recorded_by uuid references accounts (id),
  primary key (candidate_id, member_id, from_on),
  check (to_on is null or to_on >= from_on)
);
create unique index candidate_helpers_open_key on candidate_helpers (candidate_id) where to_on is null;
create index candidate_helpers_of on candidate_helpers (member_id, candidate_id);

-- Who introduces a candidate.
create table candidate_introducers (
  candidate_id uuid not null references candidates (id),
  member_id uuid not null references members (id),
  introduced_on date not null,
  together_from date not null,
  recorded_at timestamptz not null,
  recorded_by uuid references accounts (id),
  primary key (candidate_id, member_id),
  check (together_from <= introduced_on)
);
create index candidate_introducers_of on candidate_introducers (member_id, candidate_id);

-- What was done of a candidate's way, one line a step.
create table candidate_steps (
  candidate_id uuid not null references candidates (id),
  step text not null check (step in ('certificate', 'application', 'cv', 'seal', 'check', 'youth_union', 'associations', 'residence', 'consent', 'comment', 'vote', 'decision', 'ceremony', 'member_cv')),
  on_date date not null,
  number text not null,
  given_by text not null,
  received_on date,
  counted bigint,
  in_favour bigint,
  waived boolean not null,
  note text not null,
  recorded_at timestamptz not null,
  recorded_by uuid references accounts (id),
  primary key (candidate_id, step),
  check ((counted is null) = (in_favour is null))
);

-- From which list to which a candidate was moved.
create table candidate_moves (
  candidate_id uuid not null references candidates (id),
  from_cell_id uuid not null references organisations (id),
  to_cell_id uuid not null references organisations (id),
  on_date date not null,
  recorded_at timestamptz not null,
  recorded_by uuid references accounts (id),
  primary key (candidate_id, recorded_at)
);

-- That a cell reviewed its list in a month.
create table candidate_reviews (
  cell_id uuid not null references organisations (id),
  month bigint not null,
  reviewed_on date not null,
  resolution text not null,
  note text not null,
  recorded_at timestamptz not null,
  recorded_by uuid references accounts (id),
  primary key (cell_id, month)
);

-- How many admissions are set from above for a cell and a year.
create table admission_targets (
  organisation_id uuid not null references organisations (id),
  year bigint not null,
  admissions bigint not null,
  set_at timestamptz not null,
  set_by uuid references accounts (id),
  primary key (organisation_id, year)
);

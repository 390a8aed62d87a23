-- Recognition: commendations and party badges; and discipline, which is kept apart from both.
create table commendations (
  id uuid primary key,
  member_id uuid references members (id),
  organisation_id uuid not null references organisations (id),
  kind text not null check (kind in ('praise', 'certificate', 'merit', 'flag', 'medal', 'title', 'other')),
  reason text not null,
  decision_number text not null,
  decided_on date not null,
  decided_by text not null,
  ended_number text,
  ended_on date,
  ended_by text,
  ended_at timestamptz,
  recorded_at timestamptz not null,
  recorded_by uuid references accounts (id),
  check ((ended_number is null) = (ended_on is null) and (ended_on is null) = (ended_at is null))
);
create index commendations_at on commendations (organisation_id, decided_on, id);
create index commendations_of on commendations (member_id, decided_on, id) where member_id is not null;

create table badge_proposals (
  id uuid primary key,
  member_id uuid not null references members (id),
  cell_id uuid not null references organisations (id),
  years bigint not null,
  ground text not null check (ground in ('due', 'illness', 'posthumous')),
  day_on date not null,
  withdrawn_on date,
  recorded_at timestamptz not null,
  recorded_by uuid references accounts (id)
);
create unique index badge_proposals_key on badge_proposals (member_id, years) where withdrawn_on is null;
create index badge_proposals_of on badge_proposals (cell_id, day_on, id);

-- What became of a proposal: each step a fact with its day. before_number: the badge number the register kept before an award.
create table badge_steps (
  proposal_id uuid not null references badge_proposals (id),
  step text not null check (step in ('requested', 'proposed', 'decided', 'awarded')),
  on_date date not null,
  number text not null,
  by_whom text not null,
  before_number text not null,
  recorded_at timestamptz not null,
  recorded_by uuid references accounts (id),
  primary key (proposal_id, step)
);

create table disciplines (
  id uuid primary key,
  member_id uuid references members (id),
  grade text check (grade in ('official', 'probationary')),
  organisation_id uuid not null references organisations (id),
  form text not null check (form in ('reprimand', 'warning', 'dismissal', 'expulsion', 'dissolution')),
  reason text not null,
  proposed_form text check (proposed_form in ('reprimand', 'warning', 'dismissal', 'expulsion', 'dissolution')),
  proposed_on date,
  decider text check (decider in ('cell', 'superior')),
  decision_number text,
  decided_on date,
  decided_by text,
  announced_on date,
  holds_from date,
  until_on date,
  settled_at timestamptz,
  received_on date,
  ended_on date,
  ended_basis text,
  ended_at timestamptz,
  recorded_at timestamptz not null,
  recorded_by uuid references accounts (id),
  check ((member_id is null) = (grade is null)),
  check ((decider is null) = (decision_number is null) and (decider is null) = (holds_from is null)),
  check ((proposed_on is null) = (proposed_form is null)),
  check (proposed_on is not null or decider is not null)
);
create index disciplines_at on disciplines (organisation_id, id);
create index disciplines_of on disciplines (member_id, id) where member_id is not null;

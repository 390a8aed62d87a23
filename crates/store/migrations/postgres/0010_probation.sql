-- The cell's vote about a person, counted in one of its meetings; the way from the ceremony to recognition; what people were reminded of.

-- Whom a motion is about: a candidate to be admitted, or a probationary member to be recognised. What was counted stands with the motion.
create table cell_votes (
  motion_id uuid primary key references motions (id),
  candidate_id uuid references candidates (id),
  member_id uuid references members (id),
  check ((candidate_id is null) <> (member_id is null))
);
create index cell_votes_candidate on cell_votes (candidate_id, motion_id) where candidate_id is not null;
create index cell_votes_member on cell_votes (member_id, motion_id) where member_id is not null;

-- What was done of a probation that began on a day, one line a step; the decision stands in the member's life.
create table probation_steps (
  member_id uuid not null references members (id),
  ceremony_on date not null,
  step text not null check (step in ('class', 'self_review', 'helper_comment', 'associations', 'residence', 'vote')),
  on_date date not null,
  number text not null,
  given_by text not null,
  counted bigint,
  in_favour bigint,
  note text not null,
  recorded_at timestamptz not null,
  recorded_by uuid references accounts (id),
  primary key (member_id, ceremony_on, step),
  check ((counted is null) = (in_favour is null))
);

-- The candidate of a cell's list who learns in a class, where that is known.
alter table learners add column
  candidate_id uuid references candidates (id);
create unique index learners_candidate_key on learners (class_id, candidate_id) where candidate_id is not null;
create index learners_candidate on learners (candidate_id, class_id) where candidate_id is not null;

-- Of what falls due whom was written to, once at each of the days before it that the rule names.
create table way_reminders (
  subject_id uuid not null,
  step text not null,
  due_on date not null,
  mark bigint not null,
  member_id uuid not null references members (id),
  sent_at timestamptz not null,
  primary key (subject_id, step, due_on, mark, member_id)
);
create index way_reminders_member on way_reminders (member_id);

-- Learning: classes of a committee, their sessions, who learns in them, who was there, the certificates given.
create table classes (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  kind text not null check (kind in ('theory', 'new_members', 'candidates', 'secretaries')),
  title text not null,
  place text not null,
  from_on date not null,
  to_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid references accounts (id),
  check (to_on >= from_on)
);
create index classes_of on classes (organisation_id, from_on, id);

create table class_sessions (
  id uuid primary key,
  class_id uuid not null references classes (id),
  on_date date not null,
  topic text not null
);
create index class_sessions_of on class_sessions (class_id, on_date, id);

create table learners (
  id uuid primary key,
  class_id uuid not null references classes (id),
  member_id uuid references members (id),
  candidate_name text not null,
  name_key text not null,
  cell_id uuid references organisations (id),
  certificate_number text,
  certified_on date,
  certified_at timestamptz,
  check ((member_id is null) <> (candidate_name = '')),
  check ((certificate_number is null) = (certified_on is null))
);
create unique index learners_key on learners (class_id, member_id) where member_id is not null;
create index learners_in on learners (class_id, name_key, id);
create index learners_of on learners (member_id, class_id) where member_id is not null;

create table class_attendance (
  session_id uuid not null references class_sessions (id),
  learner_id uuid not null references learners (id),
  primary key (session_id, learner_id)
);
create index class_attendance_of on class_attendance (learner_id);

-- Learning: classes of a committee, their sessions, who learns in them, who was there, the certificates given.
create table classes (
  id blob primary key,
  organisation_id blob not null references organisations (id),
  kind text not null check (kind in ('theory', 'new_members', 'candidates', 'secretaries')),
  title text not null,
  place text not null,
  from_on text not null,
  to_on text not null,
  recorded_at text not null,
  recorded_by blob references accounts (id),
  check (to_on >= from_on)
) strict;
create index classes_of on classes (organisation_id, from_on, id);

create table class_sessions (
  id blob primary key,
  class_id blob not null references classes (id),
  on_date text not null,
  topic text not null
) strict;
create index class_sessions_of on class_sessions (class_id, on_date, id);

create table learners (
  id blob primary key,
  class_id blob not null references classes (id),
  member_id blob references members (id),
  candidate_name text not null,
  name_key text not null,
  cell_id blob references organisations (id),
  certificate_number text,
  certified_on text,
  certified_at text,
  check ((member_id is null) <> (candidate_name = '')),
  check ((certificate_number is null) = (certified_on is null))
) strict;
create unique index learners_key on learners (class_id, member_id) where member_id is not null;
create index learners_in on learners (class_id, name_key, id);
create index learners_of on learners (member_id, class_id) where member_id is not null;

create table class_attendance (
  session_id blob not null references class_sessions (id),
  learner_id blob not null references learners (id),
  primary key (session_id, learner_id)
) strict;
create index class_attendance_of on class_attendance (learner_id);

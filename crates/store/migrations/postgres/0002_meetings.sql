create table meetings (
  id uuid primary key,
  cell_id uuid not null references organisations (id),
  month bigint not null,
  kind text not null check (kind in ('routine', 'thematic', 'combined', 'extraordinary', 'cell_committee', 'sub_cell', 'congress', 'review', 'admission', 'discipline')),
  topic text not null,
  starts_at timestamptz,
  place text not null,
  chair_id uuid references members (id),
  minute_taker_id uuid references members (id),
  tracker_id uuid references members (id),
  dues_note text not null,
  cancel_reason text not null,
  planned_at timestamptz not null,
  planned_by uuid references accounts (id),
  registered_at timestamptz,
  registered_by uuid references accounts (id),
  approved_at timestamptz,
  approved_by uuid references accounts (id),
  called_at timestamptz,
  called_by uuid references accounts (id),
  opened_at timestamptz,
  opened_by uuid references accounts (id),
  agenda_adopted_at timestamptz,
  agenda_adopted_by uuid references accounts (id),
  closed_at timestamptz,
  closed_by uuid references accounts (id),
  adopted_at timestamptz,
  adopted_by uuid references accounts (id),
  reported_at timestamptz,
  reported_by uuid references accounts (id),
  cancelled_at timestamptz,
  cancelled_by uuid references accounts (id)
);
-- One routine sitting a month is expected (Điều lệ Art. 24.2); a month whose sitting was called off may be planned again.
create unique index meetings_routine_key on meetings (cell_id, month) where kind in ('routine', 'combined') and cancelled_at is null;
create index meetings_cell on meetings (cell_id, month, id);
create index meetings_month on meetings (month, cell_id, id);
-- What waits for the superior committee's word: opened meetings drop out, so that it never grows with the years.
create index meetings_waiting on meetings (starts_at, id) where registered_at is not null and approved_at is null and opened_at is null and cancelled_at is null;

create table agenda_items (
  id uuid primary key,
  meeting_id uuid not null references meetings (id),
  position bigint not null,
  part text not null check (part in ('routine', 'thematic')),
  kind text not null check (kind in ('opening', 'information', 'review', 'study', 'plan', 'discussion', 'criticism', 'theme', 'membership', 'assignment', 'proposals', 'conclusion', 'scoring', 'closing')),
  title text not null,
  body text not null,
  planned_minutes bigint not null,
  presenter_id uuid references members (id),
  source text not null check (source in ('template', 'facts', 'hand')),
  source_key text not null,
  started_at timestamptz,
  ended_at timestamptz,
  notes text not null,
  conclusion text not null,
  version bigint not null,
  removed_at timestamptz
);
create index agenda_items_meeting on agenda_items (meeting_id, position, id);
create unique index agenda_items_source_key on agenda_items (meeting_id, source_key) where source_key <> '';

-- The bytes of attached papers stand once, under their SHA-256.
create table files (
  sha256 bytea primary key,
  size bigint not null,
  bytes bytea not null
);

create table papers (
  id uuid primary key,
  meeting_id uuid not null references meetings (id),
  item_id uuid references agenda_items (id),
  name text not null,
  media_type text not null,
  size bigint not null,
  sha256 bytea not null references files (sha256),
  posted_at timestamptz not null,
  posted_by uuid references accounts (id)
);
create index papers_meeting on papers (meeting_id, posted_at, id);

create table notices (
  meeting_id uuid not null references meetings (id),
  member_id uuid not null references members (id),
  overseer boolean not null,
  sent_at timestamptz not null,
  mailed_at timestamptz,
  seen_at timestamptz,
  primary key (meeting_id, member_id)
);
create index notices_member on notices (member_id, sent_at, meeting_id);

create table preparations (
  id uuid primary key,
  meeting_id uuid not null references meetings (id),
  member_id uuid not null references members (id),
  kind text not null check (kind in ('self_review', 'remark')),
  item_id uuid references agenda_items (id),
  task_id uuid,
  body text not null,
  changed_at timestamptz not null,
  released_at timestamptz
);
create index preparations_meeting on preparations (meeting_id, member_id, id);

create table leave_requests (
  meeting_id uuid not null references meetings (id),
  member_id uuid not null references members (id),
  reason text not null,
  asked_at timestamptz not null,
  answer text check (answer in ('granted', 'refused')),
  answered_at timestamptz,
  answered_by uuid references accounts (id),
  answer_note text not null,
  primary key (meeting_id, member_id)
);
create index leave_requests_member on leave_requests (member_id, asked_at, meeting_id);

create table roll_entries (
  meeting_id uuid not null references meetings (id),
  member_id uuid not null references members (id),
  name text not null,
  sort_key text not null,
  grade text not null check (grade in ('official', 'probationary')),
  state text not null check (state in ('active', 'exempt', 'away', 'suspended', 'visiting', 'residence')),
  attendance text check (attendance in ('present', 'excused', 'unexcused', 'exempt', 'special_duty')),
  arrived_at timestamptz,
  left_at timestamptz,
  note text not null,
  primary key (meeting_id, member_id)
);
create index roll_entries_member on roll_entries (member_id, meeting_id);

create table guests (
  id uuid primary key,
  meeting_id uuid not null references meetings (id),
  name text not null,
  role text not null,
  member_id uuid references members (id),
  overseer boolean not null
);
create index guests_meeting on guests (meeting_id, id);

create table remarks (
  id uuid primary key,
  meeting_id uuid not null references meetings (id),
  item_id uuid not null references agenda_items (id),
  member_id uuid references members (id),
  guest_id uuid references guests (id),
  kind text not null check (kind in ('remark', 'self_criticism', 'criticism', 'proposal', 'answer')),
  body text not null,
  at timestamptz not null,
  by_account uuid references accounts (id),
  version bigint not null,
  withdrawn_at timestamptz,
  check ((member_id is null) <> (guest_id is null))
);
create index remarks_meeting on remarks (meeting_id, at, id);
create index remarks_member on remarks (member_id, at, id);

create table motions (
  id uuid primary key,
  meeting_id uuid not null references meetings (id),
  item_id uuid not null references agenda_items (id),
  kind text not null check (kind in ('procedural', 'resolution', 'admission', 'recognition')),
  subject text not null check (subject in ('agenda', 'minutes', 'resolution', 'score', 'other')),
  body text not null,
  put_at timestamptz not null,
  put_by uuid references accounts (id),
  decided_at timestamptz,
  decided_by uuid references accounts (id),
  in_favour bigint,
  against bigint,
  other bigint,
  official bigint,
  away bigint,
  exempt_absent bigint,
  base bigint,
  needed bigint,
  passed boolean,
  document text not null,
  article text not null,
  withdrawn_at timestamptz
);
create index motions_meeting on motions (meeting_id, put_at, id);

create table reserved_opinions (
  motion_id uuid not null references motions (id),
  member_id uuid not null references members (id),
  body text not null,
  recorded_at timestamptz not null,
  primary key (motion_id, member_id)
);

create table tasks (
  id uuid primary key,
  cell_id uuid not null references organisations (id),
  meeting_id uuid not null references meetings (id),
  item_id uuid references agenda_items (id),
  position bigint not null,
  title text not null,
  product text not null,
  owner_id uuid references members (id),
  deadline date,
  reports_in bigint,
  state text not null check (state in ('in_progress', 'dated', 'standing', 'undated')),
  result text not null,
  done_percent bigint not null check (done_percent between 0 and 100),
  done_on date,
  dropped_on date,
  drop_reason text not null,
  set_at timestamptz not null,
  set_by uuid references accounts (id),
  accepted_at timestamptz,
  accepted_by uuid references accounts (id),
  accepted_in uuid references meetings (id),
  version bigint not null
);
create index tasks_cell on tasks (cell_id, reports_in, id);
create index tasks_open on tasks (cell_id, id) where accepted_at is null and dropped_on is null;
create index tasks_owner on tasks (owner_id, reports_in, id);
create index tasks_meeting on tasks (meeting_id, position, id);

-- Each due task as a meeting found it: the table of its resolution, kept as it was that day.
create table task_reviews (
  meeting_id uuid not null references meetings (id),
  task_id uuid not null references tasks (id),
  state_before text not null check (state_before in ('in_progress', 'dated', 'standing', 'undated')),
  result text not null,
  done_percent bigint not null check (done_percent between 0 and 100),
  at timestamptz not null,
  by_account uuid references accounts (id),
  primary key (meeting_id, task_id)
);
create index task_reviews_task on task_reviews (task_id, meeting_id);

-- The adopted text, frozen: later changes of names and tasks never reach it.
create table minutes (
  meeting_id uuid primary key references meetings (id),
  body jsonb not null,
  sha256 bytea not null,
  adopted_at timestamptz not null,
  adopted_by uuid references accounts (id)
);

create table additions (
  id uuid primary key,
  meeting_id uuid not null references meetings (id),
  body text not null,
  reason text not null,
  at timestamptz not null,
  by_account uuid references accounts (id),
  by_name text not null default ''
);
create index additions_meeting on additions (meeting_id, at, id);

create table resolutions (
  meeting_id uuid primary key references meetings (id),
  situation text not null,
  results text not null,
  praise text not null,
  faults text not null,
  direction text not null,
  execution text not null,
  changed_at timestamptz not null,
  version bigint not null
);

-- Numbers of issued papers: continuous per body, type and term, never twice, never a gap (05-HD/VPTW). The body is what the
-- paper said when it was issued: later changes of names and tasks never reach it.
create table terms (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  name text not null,
  from_on date not null,
  to_on date
);
create index terms_organisation on terms (organisation_id, from_on, id);

create table issues (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  term_id uuid not null references terms (id),
  type text not null,
  number bigint not null,
  meeting_id uuid references meetings (id),
  issued_on date not null,
  issued_by uuid references accounts (id),
  about text not null default '',
  body jsonb,
  unique (organisation_id, term_id, type, number)
);
create unique index issues_meeting_key on issues (meeting_id, type) where meeting_id is not null;
create index issues_register on issues (organisation_id, issued_on, id);

-- Scoring: the sheet with its evidence as proposed, and the points of each of the four stages side by side. Only proposals
-- name their scorer: a rubric may ask two.
create table score_sheets (
  meeting_id uuid primary key references meetings (id),
  rubric text not null,
  rubric_from date not null,
  evidence jsonb not null,
  drawn_at timestamptz not null,
  confirmed_at timestamptz,
  confirmed_by uuid references accounts (id)
);

create table score_points (
  meeting_id uuid not null references meetings (id),
  stage text not null check (stage in ('proposed', 'agreed', 'voted', 'decided')),
  scorer text not null check (scorer in ('', 'tracker', 'cell_committee', 'overseer')),
  item text not null,
  points bigint not null,
  reason text not null,
  primary key (meeting_id, stage, scorer, item)
);

create table score_stages (
  meeting_id uuid not null references meetings (id),
  stage text not null check (stage in ('proposed', 'agreed', 'voted', 'decided')),
  scorer text not null check (scorer in ('', 'tracker', 'cell_committee', 'overseer')),
  total bigint not null,
  grade text not null check (grade in ('good', 'fair', 'average', 'poor')),
  note text not null,
  motion_id uuid references motions (id),
  at timestamptz not null,
  by_account uuid references accounts (id),
  primary key (meeting_id, stage, scorer)
);

-- What the committee sees of a cell's month: kept in step by the deeds themselves, so that the grid costs one row a square.
create table cell_months (
  cell_id uuid not null references organisations (id),
  month bigint not null,
  meeting_id uuid references meetings (id),
  starts_at timestamptz,
  called_at timestamptz,
  opened_at timestamptz,
  closed_at timestamptz,
  adopted_at timestamptz,
  reported_at timestamptz,
  thematic boolean not null,
  length_minutes bigint,
  minimum_minutes bigint,
  expected bigint,
  present bigint,
  unexcused bigint,
  speakers bigint,
  attendees bigint,
  papers_at timestamptz,
  tasks_due bigint,
  tasks_done bigint,
  score bigint,
  grade text check (grade in ('good', 'fair', 'average', 'poor')),
  stage text check (stage in ('proposed', 'agreed', 'voted', 'decided')),
  primary key (cell_id, month)
);
create index cell_months_month on cell_months (month, cell_id);

-- A table on its way in: kept, encrypted, while a person looks at the preview; forgotten soon after.
create table imports (
  id uuid primary key,
  kind text not null check (kind in ('organisations', 'members')),
  file_name text not null,
  bytes bytea not null,
  into_id uuid references organisations (id),
  mapping jsonb not null,
  uploaded_at timestamptz not null,
  uploaded_by uuid not null references accounts (id),
  requested_at timestamptz,
  failed_at timestamptz,
  taken_at timestamptz,
  added bigint,
  changed bigint,
  unchanged bigint
);
create index imports_uploader on imports (uploaded_by, uploaded_at, id);

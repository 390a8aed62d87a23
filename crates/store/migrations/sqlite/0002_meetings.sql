create table meetings (
  id blob primary key,
  cell_id blob not null references organisations (id),
  month integer not null,
  kind text not null check (kind in ('routine', 'thematic', 'combined', 'extraordinary', 'cell_committee', 'sub_cell', 'congress', 'review', 'admission', 'discipline')),
  topic text not null,
  starts_at text,
  place text not null,
  chair_id blob references members (id),
  minute_taker_id blob references members (id),
  tracker_id blob references members (id),
  dues_note text not null,
  cancel_reason text not null,
  planned_at text not null,
  planned_by blob references accounts (id),
  registered_at text,
  registered_by blob references accounts (id),
  approved_at text,
  approved_by blob references accounts (id),
  called_at text,
  called_by blob references accounts (id),
  opened_at text,
  opened_by blob references accounts (id),
  agenda_adopted_at text,
  agenda_adopted_by blob references accounts (id),
  closed_at text,
  closed_by blob references accounts (id),
  adopted_at text,
  adopted_by blob references accounts (id),
  reported_at text,
  reported_by blob references accounts (id),
  cancelled_at text,
  cancelled_by blob references accounts (id)
) strict;
-- One routine sitting a month is expected (Điều lệ Art. 24.2); a month whose sitting was called off may be planned again.
create unique index meetings_routine_key on meetings (cell_id, month) where kind in ('routine', 'combined') and cancelled_at is null;
create index meetings_cell on meetings (cell_id, month, id);
create index meetings_month on meetings (month, cell_id, id);
-- What waits for the superior committee's word: opened meetings drop out, so that it never grows with the years.
create index meetings_waiting on meetings (starts_at, id) where registered_at is not null and approved_at is null and opened_at is null and cancelled_at is null;

create table agenda_items (
  id blob primary key,
  meeting_id blob not null references meetings (id),
  position integer not null,
  part text not null check (part in ('routine', 'thematic')),
  kind text not null check (kind in ('opening', 'information', 'review', 'study', 'plan', 'discussion', 'criticism', 'theme', 'membership', 'assignment', 'proposals', 'conclusion', 'scoring', 'closing')),
  title text not null,
  body text not null,
  planned_minutes integer not null,
  presenter_id blob references members (id),
  source text not null check (source in ('template', 'facts', 'hand')),
  source_key text not null,
  started_at text,
  ended_at text,
  notes text not null,
  conclusion text not null,
  version integer not null,
  removed_at text
) strict;
create index agenda_items_meeting on agenda_items (meeting_id, position, id);
create unique index agenda_items_source_key on agenda_items (meeting_id, source_key) where source_key <> '';

-- The bytes of attached papers stand once, under their SHA-256.
create table files (
  sha256 blob primary key,
  size integer not null,
  bytes blob not null
) strict;

create table papers (
  id blob primary key,
  meeting_id blob not null references meetings (id),
  item_id blob references agenda_items (id),
  name text not null,
  media_type text not null,
  size integer not null,
  sha256 blob not null references files (sha256),
  posted_at text not null,
  posted_by blob references accounts (id)
) strict;
create index papers_meeting on papers (meeting_id, posted_at, id);

create table notices (
  meeting_id blob not null references meetings (id),
  member_id blob not null references members (id),
  overseer integer not null,
  sent_at text not null,
  mailed_at text,
  seen_at text,
  primary key (meeting_id, member_id)
) strict;
create index notices_member on notices (member_id, sent_at, meeting_id);

create table preparations (
  id blob primary key,
  meeting_id blob not null references meetings (id),
  member_id blob not null references members (id),
  kind text not null check (kind in ('self_review', 'remark')),
  item_id blob references agenda_items (id),
  task_id blob,
  body text not null,
  changed_at text not null,
  released_at text
) strict;
create index preparations_meeting on preparations (meeting_id, member_id, id);

create table leave_requests (
  meeting_id blob not null references meetings (id),
  member_id blob not null references members (id),
  reason text not null,
  asked_at text not null,
  answer text check (answer in ('granted', 'refused')),
  answered_at text,
  answered_by blob references accounts (id),
  answer_note text not null,
  primary key (meeting_id, member_id)
) strict;
create index leave_requests_member on leave_requests (member_id, asked_at, meeting_id);

create table roll_entries (
  meeting_id blob not null references meetings (id),
  member_id blob not null references members (id),
  name text not null,
  sort_key text not null,
  grade text not null check (grade in ('official', 'probationary')),
  state text not null check (state in ('active', 'exempt', 'away', 'suspended', 'visiting', 'residence')),
  attendance text check (attendance in ('present', 'excused', 'unexcused', 'exempt', 'special_duty')),
  arrived_at text,
  left_at text,
  note text not null,
  primary key (meeting_id, member_id)
) strict;
create index roll_entries_member on roll_entries (member_id, meeting_id);

create table guests (
  id blob primary key,
  meeting_id blob not null references meetings (id),
  name text not null,
  role text not null,
  member_id blob references members (id),
  overseer integer not null
) strict;
create index guests_meeting on guests (meeting_id, id);

create table remarks (
  id blob primary key,
  meeting_id blob not null references meetings (id),
  item_id blob not null references agenda_items (id),
  member_id blob references members (id),
  guest_id blob references guests (id),
  kind text not null check (kind in ('remark', 'self_criticism', 'criticism', 'proposal', 'answer')),
  body text not null,
  at text not null,
  by_account blob references accounts (id),
  version integer not null,
  withdrawn_at text,
  check ((member_id is null) <> (guest_id is null))
) strict;
create index remarks_meeting on remarks (meeting_id, at, id);
create index remarks_member on remarks (member_id, at, id);

create table motions (
  id blob primary key,
  meeting_id blob not null references meetings (id),
  item_id blob not null references agenda_items (id),
  kind text not null check (kind in ('procedural', 'resolution', 'admission', 'recognition')),
  subject text not null check (subject in ('agenda', 'minutes', 'resolution', 'score', 'other')),
  body text not null,
  put_at text not null,
  put_by blob references accounts (id),
  decided_at text,
  decided_by blob references accounts (id),
  in_favour integer,
  against integer,
  other integer,
  official integer,
  away integer,
  exempt_absent integer,
  base integer,
  needed integer,
  passed integer,
  document text not null,
  article text not null,
  withdrawn_at text
) strict;
create index motions_meeting on motions (meeting_id, put_at, id);

create table reserved_opinions (
  motion_id blob not null references motions (id),
  member_id blob not null references members (id),
  body text not null,
  recorded_at text not null,
  primary key (motion_id, member_id)
) strict;

create table tasks (
  id blob primary key,
  cell_id blob not null references organisations (id),
  meeting_id blob not null references meetings (id),
  item_id blob references agenda_items (id),
  position integer not null,
  title text not null,
  product text not null,
  owner_id blob references members (id),
  deadline text,
  reports_in integer,
  state text not null check (state in ('in_progress', 'dated', 'standing', 'undated')),
  result text not null,
  done_percent integer not null check (done_percent between 0 and 100),
  done_on text,
  dropped_on text,
  drop_reason text not null,
  set_at text not null,
  set_by blob references accounts (id),
  accepted_at text,
  accepted_by blob references accounts (id),
  accepted_in blob references meetings (id),
  version integer not null
) strict;
create index tasks_cell on tasks (cell_id, reports_in, id);
create index tasks_open on tasks (cell_id, id) where accepted_at is null and dropped_on is null;
create index tasks_owner on tasks (owner_id, reports_in, id);
create index tasks_meeting on tasks (meeting_id, position, id);

-- Each due task as a meeting found it: the table of its resolution, kept as it was that day.
create table task_reviews (
  meeting_id blob not null references meetings (id),
  task_id blob not null references tasks (id),
  state_before text not null check (state_before in ('in_progress', 'dated', 'standing', 'undated')),
  result text not null,
  done_percent integer not null check (done_percent between 0 and 100),
  at text not null,
  by_account blob references accounts (id),
  primary key (meeting_id, task_id)
) strict;
create index task_reviews_task on task_reviews (task_id, meeting_id);

-- The adopted text, frozen: later changes of names and tasks never reach it.
create table minutes (
  meeting_id blob primary key references meetings (id),
  body text not null,
  sha256 blob not null,
  adopted_at text not null,
  adopted_by blob references accounts (id)
) strict;

create table additions (
  id blob primary key,
  meeting_id blob not null references meetings (id),
  body text not null,
  reason text not null,
  at text not null,
  by_account blob references accounts (id),
  by_name text not null default ''
) strict;
create index additions_meeting on additions (meeting_id, at, id);

create table resolutions (
  meeting_id blob primary key references meetings (id),
  situation text not null,
  results text not null,
  praise text not null,
  faults text not null,
  direction text not null,
  execution text not null,
  changed_at text not null,
  version integer not null
) strict;

-- Numbers of issued papers: continuous per body, type and term, never twice, never a gap (05-HD/VPTW). The body is what the
-- paper said when it was issued: later changes of names and tasks never reach it.
create table terms (
  id blob primary key,
  organisation_id blob not null references organisations (id),
  name text not null,
  from_on text not null,
  to_on text
) strict;
create index terms_organisation on terms (organisation_id, from_on, id);

create table issues (
  id blob primary key,
  organisation_id blob not null references organisations (id),
  term_id blob not null references terms (id),
  type text not null,
  number integer not null,
  meeting_id blob references meetings (id),
  issued_on text not null,
  issued_by blob references accounts (id),
  about text not null default '',
  body text,
  unique (organisation_id, term_id, type, number)
) strict;
create unique index issues_meeting_key on issues (meeting_id, type) where meeting_id is not null;
create index issues_register on issues (organisation_id, issued_on, id);

-- Scoring: the sheet with its evidence as proposed, and the points of each of the four stages side by side. Only proposals
-- name their scorer: a rubric may ask two.
create table score_sheets (
  meeting_id blob primary key references meetings (id),
  rubric text not null,
  rubric_from text not null,
  evidence text not null,
  drawn_at text not null,
  confirmed_at text,
  confirmed_by blob references accounts (id)
) strict;

create table score_points (
  meeting_id blob not null references meetings (id),
  stage text not null check (stage in ('proposed', 'agreed', 'voted', 'decided')),
  scorer text not null check (scorer in ('', 'tracker', 'cell_committee', 'overseer')),
  item text not null,
  points integer not null,
  reason text not null,
  primary key (meeting_id, stage, scorer, item)
) strict;

create table score_stages (
  meeting_id blob not null references meetings (id),
  stage text not null check (stage in ('proposed', 'agreed', 'voted', 'decided')),
  scorer text not null check (scorer in ('', 'tracker', 'cell_committee', 'overseer')),
  total integer not null,
  grade text not null check (grade in ('good', 'fair', 'average', 'poor')),
  note text not null,
  motion_id blob references motions (id),
  at text not null,
  by_account blob references accounts (id),
  primary key (meeting_id, stage, scorer)
) strict;

-- What the committee sees of a cell's month: kept in step by the deeds themselves, so that the grid costs one row a square.
create table cell_months (
  cell_id blob not null references organisations (id),
  month integer not null,
  meeting_id blob references meetings (id),
  starts_at text,
  called_at text,
  opened_at text,
  closed_at text,
  adopted_at text,
  reported_at text,
  thematic integer not null,
  length_minutes integer,
  minimum_minutes integer,
  expected integer,
  present integer,
  unexcused integer,
  speakers integer,
  attendees integer,
  papers_at text,
  tasks_due integer,
  tasks_done integer,
  score integer,
  grade text check (grade in ('good', 'fair', 'average', 'poor')),
  stage text check (stage in ('proposed', 'agreed', 'voted', 'decided')),
  primary key (cell_id, month)
) strict;
create index cell_months_month on cell_months (month, cell_id);

-- A table on its way in: kept, encrypted, while a person looks at the preview; forgotten soon after.
create table imports (
  id blob primary key,
  kind text not null check (kind in ('organisations', 'members')),
  file_name text not null,
  bytes blob not null,
  into_id blob references organisations (id),
  mapping text not null,
  uploaded_at text not null,
  uploaded_by blob not null references accounts (id),
  requested_at text,
  failed_at text,
  taken_at text,
  added integer,
  changed integer,
  unchanged integer
) strict;
create index imports_uploader on imports (uploaded_by, uploaded_at, id);

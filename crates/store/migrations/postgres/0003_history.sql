-- Dated deeds: what changed organisations and members' lives, the decision it rests on, and whether its day has come.
create table deeds (
  id uuid primary key,
  kind text not null check (kind in ('found', 'rename', 'retype', 'upgrade', 'merge', 'split', 'move', 'dissolve', 'admit', 'readmit', 'receive', 'recognise', 'transfer', 'depart', 'send', 'recall', 'exempt', 'resume', 'suspend', 'restore', 'introduce', 'part', 'resign', 'remove', 'expel', 'die')),
  on_date date not null,
  until_on date,
  decision_number text not null,
  decided_on date not null,
  decided_by text not null,
  details jsonb not null,
  recorded_at timestamptz not null,
  recorded_by uuid references accounts (id),
  done_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by uuid references accounts (id),
  refused text
);
create index deeds_on on deeds (on_date, id);

create table deed_organisations (
  deed_id uuid not null references deeds (id),
  organisation_id uuid not null references organisations (id),
  primary key (deed_id, organisation_id)
);
create index deed_organisations_of on deed_organisations (organisation_id, deed_id);

create table deed_members (
  deed_id uuid not null references deeds (id),
  member_id uuid not null references members (id),
  primary key (deed_id, member_id)
);
create index deed_members_of on deed_members (member_id, deed_id);

-- How each organisation stood from a day to a day; organisations itself says how it stands now.
create table organisation_chapters (
  organisation_id uuid not null references organisations (id),
  from_on date not null,
  to_on date,
  code text not null,
  name text not null,
  name_key text not null,
  kind text not null check (kind in ('province', 'commune', 'committee', 'cell', 'sub_cell')),
  cell_type text check (cell_type in ('residential', 'agency', 'public_service', 'state_enterprise', 'private_enterprise', 'students', 'armed_forces')),
  parent_id uuid references organisations (id),
  deed_id uuid references deeds (id),
  primary key (organisation_id, from_on),
  check (to_on is null or to_on > from_on)
);
create index organisation_chapters_below on organisation_chapters (parent_id, from_on, organisation_id);
insert into organisation_chapters (organisation_id, from_on, to_on, code, name, name_key, kind, cell_type, parent_id)
  select id, from_on, to_on, code, name, name_key, kind, cell_type, parent_id from organisations;

-- What came out of what.
create table successions (
  predecessor_id uuid not null references organisations (id),
  successor_id uuid not null references organisations (id),
  on_date date not null,
  deed_id uuid not null references deeds (id),
  primary key (predecessor_id, successor_id, on_date)
);
create index successions_into on successions (successor_id, on_date);

-- Official transfers on their way: introduced by one cell, not yet received by the other.
create table transfers (
  id uuid primary key,
  member_id uuid not null references members (id),
  from_cell_id uuid not null references organisations (id),
  to_cell_id uuid references organisations (id),
  to_place text not null,
  decision_number text not null,
  decided_on date not null,
  decided_by text not null,
  introduced_on date not null,
  received_on date,
  withdrawn_on date,
  recorded_at timestamptz not null,
  recorded_by uuid references accounts (id),
  deed_id uuid references deeds (id),
  check ((to_cell_id is null) <> (to_place = ''))
);
create unique index transfers_open_key on transfers (member_id) where received_on is null and withdrawn_on is null;
create index transfers_from on transfers (from_cell_id, introduced_on, id);
create index transfers_to on transfers (to_cell_id, introduced_on, id);

-- By which deed a standing began and ended, and a term of office ended: so that a deed entered by mistake can be taken back.
alter table standings add column
  deed_id uuid references deeds (id);
alter table standings add column
  ended_deed_id uuid references deeds (id);
alter table offices add column
  ended_deed_id uuid references deeds (id);
alter table offices add column
  before_to_on date default null;
create index standings_deed on standings (deed_id) where deed_id is not null;
create index standings_ended_deed on standings (ended_deed_id) where ended_deed_id is not null;
create index offices_ended_deed on offices (ended_deed_id) where ended_deed_id is not null;

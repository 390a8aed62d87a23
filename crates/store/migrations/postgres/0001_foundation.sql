-- Organisations in their tree. organisation_ancestors holds, for each, itself (depth 0) and all above it.
create table organisations (
  id uuid primary key,
  code text not null,
  name text not null,
  name_key text not null,
  kind text not null check (kind in ('province', 'commune', 'committee', 'cell', 'sub_cell')),
  cell_type text check (cell_type in ('residential', 'agency', 'public_service', 'state_enterprise', 'private_enterprise', 'students', 'armed_forces')),
  parent_id uuid references organisations (id),
  from_on date not null,
  to_on date
);
create unique index organisations_code_key on organisations (code) where to_on is null;
create index organisations_parent on organisations (parent_id, code, id);

create table organisation_ancestors (
  organisation_id uuid not null references organisations (id),
  ancestor_id uuid not null references organisations (id),
  depth bigint not null,
  primary key (organisation_id, ancestor_id)
);
create index organisation_ancestors_below on organisation_ancestors (ancestor_id, depth, organisation_id);

-- Members. The identity number stands encrypted, with a keyed hash beside it to find doubles.
create table members (
  id uuid primary key,
  full_name text not null,
  name_key text not null,
  sort_key text not null,
  other_names text not null,
  sex text check (sex in ('male', 'female')),
  born_on date,
  born_precision text check (born_precision in ('day', 'month', 'year')),
  card_number text not null,
  identity_cipher bytea,
  identity_hash bytea,
  ethnicity text not null,
  religion text not null,
  home_place text not null,
  residence text not null,
  schooling text not null,
  profession text not null,
  political_theory text not null,
  occupation_before text not null,
  occupation text not null,
  admitted_on date,
  admitted_precision text check (admitted_precision in ('day', 'month', 'year')),
  official_on date,
  official_precision text check (official_precision in ('day', 'month', 'year')),
  cv_number text not null,
  badge_number text not null,
  service text not null,
  phone text not null,
  email text not null,
  note text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create unique index members_card_key on members (card_number) where card_number <> '';
create unique index members_identity_key on members (identity_hash) where identity_hash is not null;
create index members_name on members (name_key, born_on, id);
create index members_sort on members (sort_key, id);

create table standings (
  id uuid primary key,
  member_id uuid not null references members (id),
  cell_id uuid not null references organisations (id),
  grade text not null check (grade in ('official', 'probationary')),
  state text not null check (state in ('active', 'exempt', 'away', 'suspended', 'visiting', 'residence')),
  from_on date not null,
  to_on date,
  ended_by text check (ended_by in ('transferred', 'resigned', 'removed', 'expelled', 'deceased', 'changed')),
  check (to_on is null or to_on >= from_on)
);
create index standings_member on standings (member_id, from_on, id);
create index standings_cell on standings (cell_id, from_on, member_id);
create unique index standings_open_key on standings (member_id, cell_id) where to_on is null;

-- Accounts, and how people prove who they are.
create table accounts (
  id uuid primary key,
  login text not null,
  login_key text not null unique,
  name text not null,
  name_key text not null,
  email text not null,
  member_id uuid references members (id),
  password_hash text,
  totp_secret bytea,
  totp_confirmed_at timestamptz,
  totp_last_step bigint,
  created_at timestamptz not null,
  disabled_at timestamptz
);
create unique index accounts_member_key on accounts (member_id) where member_id is not null;
create index accounts_name on accounts (name, id);
create index accounts_name_key on accounts (name_key, id);

create table sessions (
  id uuid primary key,
  account_id uuid not null references accounts (id),
  token_hash bytea not null unique,
  device text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index sessions_account on sessions (account_id, last_seen_at, id);

create table tokens (
  id uuid primary key,
  account_id uuid not null references accounts (id),
  name text not null,
  token_hash bytea not null unique,
  scopes text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index tokens_account on tokens (account_id, created_at, id);

create table invitations (
  id uuid primary key,
  account_id uuid not null references accounts (id),
  code_hash bytea not null unique,
  created_at timestamptz not null,
  created_by uuid references accounts (id),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index invitations_account on invitations (account_id, created_at, id);

-- Failed sign-ins, counted by login and by where they came from, so that nobody can lock another out.
create table sign_in_failures (
  login_key text not null,
  origin text not null,
  failures bigint not null,
  last_at timestamptz not null,
  primary key (login_key, origin)
);

create table offices (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  office text not null check (office in ('secretary', 'deputy', 'committee_member', 'overseer', 'organisation_office', 'inspection_committee', 'administrator')),
  member_id uuid references members (id),
  account_id uuid references accounts (id),
  from_on date not null,
  to_on date,
  basis text not null,
  recorded_at timestamptz not null,
  recorded_by uuid references accounts (id),
  check ((member_id is null) <> (account_id is null)),
  check (to_on is null or to_on >= from_on)
);
create index offices_organisation on offices (organisation_id, office, from_on, id);
create index offices_member on offices (member_id, from_on, id);
create index offices_account on offices (account_id, from_on, id);

create table rule_overrides (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  rule_key text not null,
  value text not null,
  from_on date not null,
  to_on date,
  reason text not null,
  author_id uuid references accounts (id),
  recorded_at timestamptz not null
);
create index rule_overrides_organisation on rule_overrides (organisation_id, rule_key, from_on, id);

-- Every deed leaves its event; reading a member's file is one as well. Payloads hold ids and counts, never names.
create table events (
  id uuid primary key,
  at timestamptz not null,
  account_id uuid references accounts (id),
  kind text not null,
  organisation_id uuid references organisations (id),
  subject_id uuid,
  payload jsonb not null
);
create index events_at on events (at, id);
create index events_subject on events (subject_id, at, id);

create table jobs (
  id uuid primary key,
  kind text not null,
  payload jsonb not null,
  run_at timestamptz not null,
  attempts bigint not null,
  claimed_until timestamptz,
  finished_at timestamptz,
  failed_at timestamptz,
  last_error text not null
);
create index jobs_due on jobs (run_at, id) where finished_at is null and failed_at is null;

create table settings (
  name text primary key,
  value text not null
);

-- Organisations in their tree. organisation_ancestors holds, for each, itself (depth 0) and all above it.
create table organisations (
  id blob primary key,
  code text not null,
  name text not null,
  name_key text not null,
  kind text not null check (kind in ('province', 'commune', 'committee', 'cell', 'sub_cell')),
  cell_type text check (cell_type in ('residential', 'agency', 'public_service', 'state_enterprise', 'private_enterprise', 'students', 'armed_forces')),
  parent_id blob references organisations (id),
  from_on text not null,
  to_on text
) strict;
create unique index organisations_code_key on organisations (code) where to_on is null;
create index organisations_parent on organisations (parent_id, code, id);

create table organisation_ancestors (
  organisation_id blob not null references organisations (id),
  ancestor_id blob not null references organisations (id),
  depth integer not null,
  primary key (organisation_id, ancestor_id)
) strict;
create index organisation_ancestors_below on organisation_ancestors (ancestor_id, depth, organisation_id);

-- Members. The identity number stands encrypted, with a keyed hash beside it to find doubles.
create table members (
  id blob primary key,
  full_name text not null,
  name_key text not null,
  sort_key text not null,
  other_names text not null,
  sex text check (sex in ('male', 'female')),
  born_on text,
  born_precision text check (born_precision in ('day', 'month', 'year')),
  card_number text not null,
  identity_cipher blob,
  identity_hash blob,
  ethnicity text not null,
  religion text not null,
  home_place text not null,
  residence text not null,
  schooling text not null,
  profession text not null,
  political_theory text not null,
  occupation_before text not null,
  occupation text not null,
  admitted_on text,
  admitted_precision text check (admitted_precision in ('day', 'month', 'year')),
  official_on text,
  official_precision text check (official_precision in ('day', 'month', 'year')),
  cv_number text not null,
  badge_number text not null,
  service text not null,
  phone text not null,
  email text not null,
  note text not null,
  created_at text not null,
  changed_at text not null
) strict;
create unique index members_card_key on members (card_number) where card_number <> '';
create unique index members_identity_key on members (identity_hash) where identity_hash is not null;
create index members_name on members (name_key, born_on, id);
create index members_sort on members (sort_key, id);

create table standings (
  id blob primary key,
  member_id blob not null references members (id),
  cell_id blob not null references organisations (id),
  grade text not null check (grade in ('official', 'probationary')),
  state text not null check (state in ('active', 'exempt', 'away', 'suspended', 'visiting', 'residence')),
  from_on text not null,
  to_on text,
  ended_by text check (ended_by in ('transferred', 'resigned', 'removed', 'expelled', 'deceased', 'changed')),
  check (to_on is null or to_on >= from_on)
) strict;
create index standings_member on standings (member_id, from_on, id);
create index standings_cell on standings (cell_id, from_on, member_id);
create unique index standings_open_key on standings (member_id, cell_id) where to_on is null;

-- Accounts, and how people prove who they are.
create table accounts (
  id blob primary key,
  login text not null,
  login_key text not null unique,
  name text not null,
  name_key text not null,
  email text not null,
  member_id blob references members (id),
  password_hash text,
  totp_secret blob,
  totp_confirmed_at text,
  totp_last_step integer,
  created_at text not null,
  disabled_at text
) strict;
create unique index accounts_member_key on accounts (member_id) where member_id is not null;
create index accounts_name on accounts (name, id);
create index accounts_name_key on accounts (name_key, id);

create table sessions (
  id blob primary key,
  account_id blob not null references accounts (id),
  token_hash blob not null unique,
  device text not null,
  created_at text not null,
  last_seen_at text not null,
  expires_at text not null,
  ended_at text
) strict;
create index sessions_account on sessions (account_id, last_seen_at, id);

create table tokens (
  id blob primary key,
  account_id blob not null references accounts (id),
  name text not null,
  token_hash blob not null unique,
  scopes text not null,
  created_at text not null,
  expires_at text not null,
  last_used_at text,
  revoked_at text
) strict;
create index tokens_account on tokens (account_id, created_at, id);

create table invitations (
  id blob primary key,
  account_id blob not null references accounts (id),
  code_hash blob not null unique,
  created_at text not null,
  created_by blob references accounts (id),
  expires_at text not null,
  used_at text
) strict;
create index invitations_account on invitations (account_id, created_at, id);

-- Failed sign-ins, counted by login and by where they came from, so that nobody can lock another out.
create table sign_in_failures (
  login_key text not null,
  origin text not null,
  failures integer not null,
  last_at text not null,
  primary key (login_key, origin)
) strict;

create table offices (
  id blob primary key,
  organisation_id blob not null references organisations (id),
  office text not null check (office in ('secretary', 'deputy', 'committee_member', 'overseer', 'organisation_office', 'inspection_committee', 'administrator')),
  member_id blob references members (id),
  account_id blob references accounts (id),
  from_on text not null,
  to_on text,
  basis text not null,
  recorded_at text not null,
  recorded_by blob references accounts (id),
  check ((member_id is null) <> (account_id is null)),
  check (to_on is null or to_on >= from_on)
) strict;
create index offices_organisation on offices (organisation_id, office, from_on, id);
create index offices_member on offices (member_id, from_on, id);
create index offices_account on offices (account_id, from_on, id);

create table rule_overrides (
  id blob primary key,
  organisation_id blob not null references organisations (id),
  rule_key text not null,
  value text not null,
  from_on text not null,
  to_on text,
  reason text not null,
  author_id blob references accounts (id),
  recorded_at text not null
) strict;
create index rule_overrides_organisation on rule_overrides (organisation_id, rule_key, from_on, id);

-- Every deed leaves its event; reading a member's file is one as well. Payloads hold ids and counts, never names.
create table events (
  id blob primary key,
  at text not null,
  account_id blob references accounts (id),
  kind text not null,
  organisation_id blob references organisations (id),
  subject_id blob,
  payload text not null
) strict;
create index events_at on events (at, id);
create index events_subject on events (subject_id, at, id);

create table jobs (
  id blob primary key,
  kind text not null,
  payload text not null,
  run_at text not null,
  attempts integer not null,
  claimed_until text,
  finished_at text,
  failed_at text,
  last_error text not null
) strict;
create index jobs_due on jobs (run_at, id) where finished_at is null and failed_at is null;

create table settings (
  name text primary key,
  value text not null
) strict;

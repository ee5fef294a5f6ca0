create schema staff;

-- Those who work here. An account is disabled, never reused.
create table staff.members (
  member_id uuid primary key,
  email text not null check (length(email) <= 254),
  name text not null check (length(name) <= 100),
  role text not null check (role in ('administrator', 'analyst')),
  password_hash text not null,
  -- Grows whenever the password changes or the account is disabled: older sessions are then dead.
  credential_epoch integer not null default 1,
  disabled_at timestamptz,
  created_at timestamptz not null
);
create unique index members_by_email on staff.members (lower(email));

-- Signed-in browsers. The token itself is only in the cookie.
create table staff.sessions (
  token_hash bytea primary key check (length(token_hash) = 32),
  member_id uuid not null references staff.members (member_id) on delete cascade,
  credential_epoch integer not null,
  created_at timestamptz not null,
  seen_at timestamptz not null
);
create index sessions_by_member on staff.sessions (member_id, created_at);

-- The one link by which the first administrator comes in; a new one replaces it.
create table staff.setup_links (
  only_one boolean primary key default true check (only_one),
  token_hash bytea not null check (length(token_hash) = 32),
  expires_at timestamptz not null
);

-- Tries counted per account and per address, both only as HMAC under a key that is not here.
create table staff.attempts (
  subject bytea primary key check (length(subject) = 32),
  started_at timestamptz not null,
  tries integer not null
);
create index attempts_by_start on staff.attempts (started_at);

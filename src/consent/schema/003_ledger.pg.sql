-- Numbers every change that other processes must hear of. Whoever takes a number holds a lock until
-- it is committed, so that the numbers are seen in their order and none is missed.
create sequence consent.changes;

alter table consent.withdrawals
  add column change bigint not null default nextval('consent.changes');
create index withdrawals_by_change on consent.withdrawals (change);
create index withdrawals_by_lapse on consent.withdrawals (lapses_at);

-- Choices of clients that keep no receipt, by a key made of the source and the client's own id. An
-- empty grant is a withdrawal: it stands until the grant would have lapsed.
create table consent.ledger (
  subject text primary key,
  receipt_id text,
  granted jsonb not null,
  chosen_under text[] not null,
  at timestamptz not null,
  lapses_at timestamptz not null,
  change bigint not null default nextval('consent.changes')
);
create index ledger_by_change on consent.ledger (change);
create index ledger_by_lapse on consent.ledger (lapses_at);

-- From which declared source a choice came; empty for our own pages.
alter table consent.choices add column source text not null default '';

-- A choice on its way from one own site to another: sealed by a number that only the link carries.
create table consent.hand_overs (
  token_hash text primary key,
  to_host text not null,
  sealed bytea not null,
  expires_at timestamptz not null
);
create index hand_overs_by_end on consent.hand_overs (expires_at);

-- How often partners' events and hand-overs were taken or refused, and why. Counts alone.
create table consent.tallies (
  day date not null,
  about text not null,
  outcome text not null,
  count bigint not null,
  primary key (day, about, outcome)
);

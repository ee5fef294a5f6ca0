-- Vendors that were refused by name though their purpose was granted; what alone was asked where only
-- a change was; whether the visitor said to be old enough; and what was shown, by its hash.
alter table consent.choices
  add column without text[] not null default '{}',
  add column asked text[] not null default '{}',
  add column since text not null default '',
  add column of_age boolean not null default false,
  add column proof text not null default '',
  add column entry bigint,
  add column entry_hash text not null default '';
create index choices_by_proof on consent.choices (proof);

alter table consent.ledger add column without text[] not null default '{}';

-- What people were shown, each once: version, words, list of trackers, script. It names nobody, and
-- stays as long as the versions themselves.
create table consent.proofs (
  sha256 text primary key,
  version text not null,
  lang text not null,
  words text not null,
  trackers jsonb not null,
  tag text not null
);

-- Scripts that were served, by the first 16 digits of their hash, and when one was last.
create table consent.served_tags (
  tag text primary key,
  sha256 text not null,
  first_served timestamptz not null,
  last_served timestamptz not null
);

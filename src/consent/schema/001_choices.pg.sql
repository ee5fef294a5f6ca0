create schema consent;

-- Every choice as it was made. A refusal of everything has no receipt id: nothing on the device or
-- here tells one refuser from another.
create table consent.choices (
  choice_id uuid primary key,
  at timestamptz not null,
  version text not null,
  lang text not null,
  words text not null,
  granted text[] not null,
  refused text[] not null,
  signals text[] not null,
  via text not null,
  receipt_id text unique,
  replaces text,
  lapses_at timestamptz not null,
  check ((receipt_id is null) = (cardinality(granted) = 0))
);

create index choices_by_lapse on consent.choices (lapses_at);
create index choices_by_time on consent.choices (at);

-- Receipts that no longer count, until they would have lapsed anyway.
create table consent.withdrawals (
  receipt_id text primary key,
  at timestamptz not null,
  lapses_at timestamptz not null
);

-- The words shown, whole, by their hash: what was agreed to can always be read.
create table consent.words (
  sha256 text primary key,
  version text not null,
  lang text not null,
  words jsonb not null
);

-- What a withdrawal still has to erase elsewhere; the row goes when it is done.
create table consent.forgettings (
  forgetting_id uuid primary key,
  visitors jsonb not null,
  groups text[] not null,
  asked_at timestamptz not null
);

create view consent.for_analytics as
  select (at at time zone 'utc')::date as day, lang, via,
         case when cardinality(granted) = 0 then 'none'
              when cardinality(refused) = 0 then 'all'
              else 'some' end as outcome,
         count(*) as choices
    from consent.choices
   group by 1, 2, 3, 4;

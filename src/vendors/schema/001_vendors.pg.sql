create schema vendors;

-- How far each vendor has been told of what landed in a table, by month and shard.
create table vendors.cursors (
  vendor text not null,
  from_table text not null check (from_table in ('analytics', 'marketing')),
  shard integer not null,
  month integer not null,
  block bigint not null,
  place bigint not null,
  primary key (vendor, from_table, shard, month)
);

-- The events on their way to a vendor, as a stretch of a table, and the chance that their ids are
-- made of. The row goes when they are acknowledged, and then nobody can make those ids again.
create table vendors.batches (
  vendor text primary key,
  from_table text not null,
  shard integer not null,
  month integer not null,
  after_block bigint not null,
  after_place bigint not null,
  to_block bigint not null,
  to_place bigint not null,
  seed bytea not null check (octet_length(seed) = 32),
  done text[] not null
);

-- When a vendor is told next, why not now, and the shape of what it was told last.
create table vendors.states (
  vendor text primary key,
  settings text not null,
  due_at timestamptz not null,
  failures integer not null,
  stopped_by integer,
  shape text[] not null
);

-- What was told, refused or not taken: counts, of which nobody can be made out.
create table vendors.counts (
  day date not null,
  vendor text not null,
  event text not null,
  outcome text not null check (outcome in ('sent', 'refused', 'failed')),
  count bigint not null,
  primary key (day, vendor, event, outcome)
);

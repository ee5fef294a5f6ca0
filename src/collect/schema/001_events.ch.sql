create database if not exists collect;

-- One table a purpose group. No column that could join two of them has the same name or the same
-- values: each group has its own visitor key and event id, and only analytics has a clock.
create table collect.analytics (
  day Date,
  at DateTime('UTC') codec(Delta, ZSTD),
  site LowCardinality(String),
  name LowCardinality(String),
  analytics_visitor UInt64,
  analytics_visit UInt64,
  analytics_event UInt64,
  policy LowCardinality(String),
  purposes LowCardinality(String),
  path LowCardinality(String),
  title LowCardinality(String),
  referrer LowCardinality(String),
  language LowCardinality(String),
  device LowCardinality(String),
  browser LowCardinality(String),
  os LowCardinality(String),
  visible_seconds UInt32,
  link_kind LowCardinality(String),
  link_target LowCardinality(String),
  product LowCardinality(String),
  product_name LowCardinality(String),
  category LowCardinality(String),
  query LowCardinality(String),
  results UInt32,
  quantity UInt32,
  value Float64,
  currency LowCardinality(String),
  campaign LowCardinality(String)
) engine = MergeTree
partition by toYYYYMM(day)
order by (day, name, analytics_visitor, at)
settings non_replicated_deduplication_window = 10000, enable_block_number_column = 1,
  enable_block_offset_column = 1, fsync_after_insert = 1, fsync_part_directory = 1;

create table collect.personalisation (
  day Date,
  name LowCardinality(String),
  personalisation_visitor UInt64,
  personalisation_event UInt64,
  policy LowCardinality(String),
  purposes LowCardinality(String),
  path LowCardinality(String),
  language LowCardinality(String),
  product LowCardinality(String),
  product_name LowCardinality(String),
  category LowCardinality(String),
  query LowCardinality(String),
  quantity UInt32,
  value Float64,
  currency LowCardinality(String)
) engine = MergeTree
partition by toYYYYMM(day)
order by (day, personalisation_visitor, name)
settings non_replicated_deduplication_window = 10000, enable_block_number_column = 1,
  enable_block_offset_column = 1, fsync_after_insert = 1, fsync_part_directory = 1;

create table collect.marketing (
  day Date,
  name LowCardinality(String),
  marketing_visitor UInt64,
  marketing_event UInt64,
  policy LowCardinality(String),
  purposes LowCardinality(String),
  campaign LowCardinality(String),
  path LowCardinality(String),
  referrer LowCardinality(String),
  product LowCardinality(String),
  product_name LowCardinality(String),
  category LowCardinality(String),
  quantity UInt32,
  value Float64,
  currency LowCardinality(String)
) engine = MergeTree
partition by toYYYYMM(day)
order by (day, name, marketing_visitor)
settings non_replicated_deduplication_window = 10000, enable_block_number_column = 1,
  enable_block_offset_column = 1, fsync_after_insert = 1, fsync_part_directory = 1;

-- What was refused, counted. No identifier, and nothing a sender could write into it freely.
create table collect.refusals (
  day Date,
  purpose LowCardinality(String),
  reason LowCardinality(String),
  line UInt32,
  policy LowCardinality(String),
  what LowCardinality(String),
  count UInt64
) engine = SummingMergeTree(count)
partition by toYYYYMM(day)
order by (day, purpose, reason, line, policy, what)
settings non_replicated_deduplication_window = 10000, fsync_after_insert = 1,
  fsync_part_directory = 1;

create view collect.for_analytics as
select day, at, site, name, analytics_visitor as visitor, analytics_visit as visit, policy,
  purposes, path, title, referrer, language, device, browser, os, visible_seconds, link_kind,
  link_target, product, product_name, category, query, results, quantity, value, currency, campaign
from collect.analytics;

create view collect.for_analytics_refusals as
select day, purpose, reason, line, policy, what, sum(count) as refused
from collect.refusals
group by day, purpose, reason, line, policy, what;

create view collect.for_recommend as
select day, name, personalisation_visitor as visitor, policy, purposes, path, language, product,
  product_name, category, query, quantity, value, currency
from collect.personalisation;

create view collect.for_audiences as
select day, name, marketing_visitor as visitor, policy, purposes, campaign, path, referrer,
  product, product_name, category, quantity, value, currency
from collect.marketing;

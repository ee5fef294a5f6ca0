-- Every field of the language where it makes sense, and what each row needs to be judged anew: the
-- signals that no human made it, and the version of the rules that filled fields in. Numbers of
-- orders and clicks are kept as keys of their own group, so that no two tables share a value.
alter table collect.analytics
  add column if not exists source_id LowCardinality(String) after site,
  add column if not exists bot UInt8 after purposes,
  add column if not exists rules UInt16 after bot,
  add column if not exists campaign_source LowCardinality(String),
  add column if not exists campaign_medium LowCardinality(String),
  add column if not exists campaign_term LowCardinality(String),
  add column if not exists campaign_content LowCardinality(String),
  add column if not exists analytics_click UInt64,
  add column if not exists channel LowCardinality(String),
  add column if not exists source LowCardinality(String),
  add column if not exists referrer_path LowCardinality(String),
  add column if not exists country LowCardinality(String),
  add column if not exists region LowCardinality(String),
  add column if not exists city LowCardinality(String),
  add column if not exists screen_size LowCardinality(String),
  add column if not exists os_version LowCardinality(String),
  add column if not exists screen LowCardinality(String),
  add column if not exists app_version LowCardinality(String),
  add column if not exists analytics_order UInt64,
  add column if not exists price Decimal(18, 4),
  add column if not exists shipping Decimal(18, 4),
  add column if not exists tax Decimal(18, 4),
  add column if not exists discount Decimal(18, 4),
  add column if not exists coupon LowCardinality(String),
  add column if not exists goal LowCardinality(String),
  modify column value Decimal(18, 4);

alter table collect.personalisation
  add column if not exists source_id LowCardinality(String) after name,
  add column if not exists bot UInt8 after purposes,
  add column if not exists rules UInt16 after bot,
  add column if not exists results UInt32,
  add column if not exists device LowCardinality(String),
  add column if not exists country LowCardinality(String),
  add column if not exists screen LowCardinality(String),
  add column if not exists app_version LowCardinality(String),
  add column if not exists personalisation_order UInt64,
  add column if not exists price Decimal(18, 4),
  modify column value Decimal(18, 4);

alter table collect.marketing
  add column if not exists source_id LowCardinality(String) after name,
  add column if not exists partner LowCardinality(String) after source_id,
  add column if not exists bot UInt8 after purposes,
  add column if not exists rules UInt16 after bot,
  add column if not exists campaign_source LowCardinality(String),
  add column if not exists campaign_medium LowCardinality(String),
  add column if not exists campaign_term LowCardinality(String),
  add column if not exists campaign_content LowCardinality(String),
  add column if not exists click_id String,
  add column if not exists channel LowCardinality(String),
  add column if not exists source LowCardinality(String),
  add column if not exists language LowCardinality(String),
  add column if not exists device LowCardinality(String),
  add column if not exists country LowCardinality(String),
  add column if not exists region LowCardinality(String),
  add column if not exists screen LowCardinality(String),
  add column if not exists app_version LowCardinality(String),
  add column if not exists marketing_order UInt64,
  add column if not exists price Decimal(18, 4),
  add column if not exists discount Decimal(18, 4),
  add column if not exists coupon LowCardinality(String),
  add column if not exists goal LowCardinality(String),
  modify column value Decimal(18, 4);

-- Readings of sold machines: what the machine makes, not what a visitor does. Its keys are HMACs
-- under keys of their own, so that a machine or its owner joins to no visitor.
create table collect.machines (
  day Date,
  at DateTime('UTC') codec(Delta, ZSTD),
  source_id LowCardinality(String),
  class LowCardinality(String),
  machines_machine UInt64,
  machines_owner UInt64,
  machines_event UInt64,
  policy LowCardinality(String),
  name LowCardinality(String),
  value Float64 codec(Gorilla, ZSTD),
  unit LowCardinality(String)
) engine = MergeTree
partition by toYYYYMM(day)
order by (day, class, machines_machine, name, at)
settings non_replicated_deduplication_window = 10000, enable_block_number_column = 1,
  enable_block_offset_column = 1, fsync_after_insert = 1, fsync_part_directory = 1;

-- What makes a row a robot's: one signal out of `alone`, or `least` signals out of `together`, as
-- bits. The newest version judges all history: a new row here reclassifies it.
create table collect.bot_rules (
  version UInt16,
  alone UInt8,
  together UInt8,
  least UInt8
) engine = ReplacingMergeTree
order by version
settings fsync_after_insert = 1, fsync_part_directory = 1;

insert into collect.bot_rules (version, alone, together, least)
select 1, 1, 254, 2
where (select count() from collect.bot_rules where version = 1) = 0;

create or replace view collect.bot_rule as
select version, alone, together, least
from collect.bot_rules final
order by version desc
limit 1;

create or replace view collect.for_analytics as
select day, at, site, source_id, name, analytics_visitor as visitor, analytics_visit as visit,
  policy, purposes, path, title, referrer, language, device, browser, os, visible_seconds,
  link_kind, link_target, product, product_name, category, query, results, quantity, value,
  currency, campaign, campaign_source, campaign_medium, campaign_term, campaign_content,
  channel, source, referrer_path, country, region, city, screen_size, os_version, screen,
  app_version, analytics_order as order_key, price, shipping, tax, discount, coupon, goal
from collect.analytics
where bitAnd(bot, (select alone from collect.bot_rule)) = 0
  and bitCount(bitAnd(bot, (select together from collect.bot_rule)))
    < (select least from collect.bot_rule);

-- Robots by day, for the people who judge the rule.
create or replace view collect.for_analytics_bots as
select day, site, bot as signs,
  bitAnd(bot, (select alone from collect.bot_rule)) != 0
    or bitCount(bitAnd(bot, (select together from collect.bot_rule)))
      >= (select least from collect.bot_rule) as left_out,
  (select version from collect.bot_rule) as rule, count() as events
from collect.analytics
where bot != 0
group by day, site, bot;

create or replace view collect.for_recommend as
select day, name, source_id, personalisation_visitor as visitor, policy, purposes, path, language,
  product, product_name, category, query, results, quantity, value, currency, device, country,
  screen, app_version, personalisation_order as order_key, price
from collect.personalisation
where bitAnd(bot, (select alone from collect.bot_rule)) = 0
  and bitCount(bitAnd(bot, (select together from collect.bot_rule)))
    < (select least from collect.bot_rule);

create or replace view collect.for_audiences as
select day, name, source_id, partner, marketing_visitor as visitor, policy, purposes, campaign,
  path, referrer, product, product_name, category, quantity, value, currency, campaign_source,
  campaign_medium, campaign_term, campaign_content, click_id, channel, source, language, device,
  country, region, screen, app_version, marketing_order as order_key, price, discount, coupon, goal
from collect.marketing
where bitAnd(bot, (select alone from collect.bot_rule)) = 0
  and bitCount(bitAnd(bot, (select together from collect.bot_rule)))
    < (select least from collect.bot_rule);

create or replace view collect.for_machines as
select day, at, source_id, class, machines_machine as machine, machines_owner as owner, policy,
  name, value, unit
from collect.machines;

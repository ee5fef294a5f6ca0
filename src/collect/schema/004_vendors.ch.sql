-- The vendors that an event may go to from our server, named when it was kept: by the choice, the
-- signals and the policy of that moment. Empty for none.
alter table collect.analytics
  add column if not exists vendors LowCardinality(String) after purposes;

alter table collect.marketing
  add column if not exists vendors LowCardinality(String) after purposes;

-- What vendors may be told, and where they are with it: the place of a row in its table grows as
-- rows land. No key of anyone, no clock, no text that a visitor wrote; robots and what partners sent
-- are left out, and what was erased is gone from here at once.
create or replace view collect.for_vendors as
select 'analytics' as from_table, shardNum() as shard, toYYYYMM(day) as month,
  _block_number as block, _block_offset as place, day, name, site, vendors, purposes, path,
  product, quantity, value, currency
from collect.analytics
where vendors != ''
  and bitAnd(bot, (select alone from collect.bot_rule)) = 0
  and bitCount(bitAnd(bot, (select together from collect.bot_rule)))
    < (select least from collect.bot_rule)
union all
select 'marketing', shardNum(), toYYYYMM(day), _block_number, _block_offset, day, name, '', vendors,
  purposes, path, product, quantity, value, currency
from collect.marketing
where vendors != '' and partner = ''
  and bitAnd(bot, (select alone from collect.bot_rule)) = 0
  and bitCount(bitAnd(bot, (select together from collect.bot_rule)))
    < (select least from collect.bot_rule);

-- Sessions by version 1 of docs/reference/sessions.md, found when they are asked for, so that late
-- events fall where they belong in whatever order they came. `first` and `last` are the days on
-- which the sessions begin; a day more is read on both sides.
create or replace view collect.for_analytics_sessions as
with
  events as (
    select if(analytics_visitor != 0, analytics_visitor, analytics_visit) as who,
      analytics_visitor as visitor,
      multiIf(name in ('page_view', 'screen_view', 'app_open'), 0, name = 'page_leave', 1, 2)
        as kind,
      if(path != '', path, screen) as place,
      if(kind = 0 and (campaign != '' or campaign_source != '' or campaign_medium != ''
          or analytics_click != 0),
        sipHash64(campaign, campaign_source, campaign_medium, channel), 0) as mark,
      -- Seconds, then views before leaves before acts, then whatever is always the same.
      bitShiftLeft(toUInt64(toUInt32(at)), 32) + bitShiftLeft(toUInt64(kind), 30)
        + bitShiftRight(sipHash64(place, mark, name, title, referrer), 34) as moment,
      site, referrer, channel, source, campaign, campaign_source, campaign_medium, country,
      device, browser, os, language, policy
    from collect.analytics
    where day between toDate({first:String}) - 1 and toDate({last:String}) + 1
      and who != 0 and name not in ('pixel_view', 'refund')
      and has(splitByChar(',', purposes), {purpose:String})
      and bitAnd(bot, (select alone from collect.bot_rule)) = 0
      and bitCount(bitAnd(bot, (select together from collect.bot_rule)))
        < (select least from collect.bot_rule)
  ),
  visitors as (
    select who, visitor, groupArray(moment) as moments, groupArray(kind) as kinds,
      groupArray(mark) as marks, groupArray(place) as places, groupArray(site) as sites,
      groupArray(referrer) as referrers, groupArray(channel) as channels,
      groupArray(source) as sources, groupArray(campaign) as campaigns,
      groupArray(campaign_source) as campaign_sources,
      groupArray(campaign_medium) as campaign_media, groupArray(country) as countries,
      groupArray(device) as devices, groupArray(browser) as browsers, groupArray(os) as systems,
      groupArray(language) as languages, groupArray(policy) as policies
    from events group by who, visitor
  ),
  cuts as (
    select *, arraySort(moments) as inorder,
      arraySort((k, o) -> o, kinds, moments) as kinds_inorder,
      arrayMap(x -> bitShiftRight(x, 32), inorder) as clock,
      arrayMap((a, b) -> a > b + 1800, clock, arrayPushFront(arrayPopBack(clock), 0)) as late,
      -- The mark a session came by: set anew by a pause and by each marked link.
      arrayFill((m, l) -> l or m != 0, arraySort((m, o) -> o, marks, moments), late) as own,
      arrayFilter((i, l, now, before) -> l or now != before, arrayEnumerate(late), late, own,
        arrayPushFront(arrayPopBack(own), 0)) as firsts,
      arrayPushBack(arrayMap(i -> toUInt32(i - 1), arrayPopFront(firsts)),
        toUInt32(length(late))) as lasts
    from visitors
  ),
  pieces as (
    select *, i, j, arraySlice(kinds_inorder, i, j - i + 1) as piece,
      i + indexOf(piece, 0) - 1 as opening, j - indexOf(arrayReverse(piece), 0) + 1 as closing
    from cuts array join firsts as i, lasts as j
  )
select toDate(start) as day, visitor, sipHash64(who, inorder[i]) as session,
  toDateTime(clock[i], 'UTC') as start, toDateTime(clock[j], 'UTC') as end,
  clock[j] - clock[i] as seconds, toUInt32(j - i + 1) as events,
  toUInt32(countEqual(piece, 0)) as views, views <= 1 and not has(piece, 2) as bounced,
  arraySort((x, o) -> o, places, moments)[opening] as entry,
  arraySort((x, o) -> o, places, moments)[closing] as exit,
  arraySort((x, o) -> o, sites, moments)[opening] as site,
  arraySort((x, o) -> o, referrers, moments)[opening] as referrer,
  arraySort((x, o) -> o, channels, moments)[opening] as channel,
  arraySort((x, o) -> o, sources, moments)[opening] as source,
  arraySort((x, o) -> o, campaigns, moments)[opening] as campaign,
  arraySort((x, o) -> o, campaign_sources, moments)[opening] as campaign_source,
  arraySort((x, o) -> o, campaign_media, moments)[opening] as campaign_medium,
  arraySort((x, o) -> o, countries, moments)[opening] as country,
  arraySort((x, o) -> o, devices, moments)[opening] as device,
  arraySort((x, o) -> o, browsers, moments)[opening] as browser,
  arraySort((x, o) -> o, systems, moments)[opening] as os,
  arraySort((x, o) -> o, languages, moments)[opening] as language,
  arraySort((x, o) -> o, policies, moments)[opening] as policy
from pieces
where views > 0 and day between toDate({first:String}) and toDate({last:String});

-- Orders with what was paid back of them, on the day they were made. A purchase without a number of
-- an order is one by itself; a refund whose order is not here stands on its own day.
create or replace view collect.for_analytics_orders as
select order_key, currency,
  if(lines = 0, min(e.day), minIf(e.day, e.name = 'purchase')) as day,
  countIf(e.name = 'purchase') as lines,
  sumIf(if(e.quantity = 0, 1, e.quantity), e.name = 'purchase') as units,
  sumIf(e.value, e.name = 'purchase') as value, sumIf(e.value, e.name = 'refund') as refunded,
  sumIf(e.shipping, e.name = 'purchase') as shipping, sumIf(e.tax, e.name = 'purchase') as tax,
  sumIf(e.discount, e.name = 'purchase') as discount
from (
  select day, name, quantity, value, currency, shipping, tax, discount,
    multiIf(analytics_order != 0, analytics_order, analytics_event != 0, analytics_event,
      sipHash64(at, analytics_visitor, analytics_visit, product, value)) as order_key
  from collect.analytics
  where name in ('purchase', 'refund') and has(splitByChar(',', purposes), {purpose:String})
    and bitAnd(bot, (select alone from collect.bot_rule)) = 0
    and bitCount(bitAnd(bot, (select together from collect.bot_rule)))
      < (select least from collect.bot_rule)) as e
group by order_key, currency;

-- Products by day: seen, put into a cart, bought, paid back. Money by its currency; what has none
-- is in the row without a currency.
create or replace view collect.for_analytics_products as
select e.day as day, e.product as product,
  if(e.name in ('purchase', 'refund'), e.currency, '') as currency,
  argMaxIf(e.product_name, (e.at, e.product_name), e.product_name != '') as product_name,
  argMaxIf(e.category, (e.at, e.category), e.category != '') as category,
  countIf(e.name = 'product_view') as viewed,
  sumIf(if(e.quantity = 0, 1, e.quantity), e.name = 'cart_add') as added,
  sumIf(if(e.quantity = 0, 1, e.quantity), e.name = 'purchase') as bought,
  sumIf(if(e.quantity = 0, 1, e.quantity), e.name = 'refund') as returned,
  sumIf(e.value, e.name = 'purchase') as value, sumIf(e.value, e.name = 'refund') as refunded
from collect.analytics as e
where e.product != '' and e.name in ('product_view', 'cart_add', 'purchase', 'refund')
  and has(splitByChar(',', e.purposes), {purpose:String})
  and bitAnd(e.bot, (select alone from collect.bot_rule)) = 0
  and bitCount(bitAnd(e.bot, (select together from collect.bot_rule)))
    < (select least from collect.bot_rule)
group by day, product, currency;

-- Searches by day, and how many of them found nothing, as far as the site says what it found.
create or replace view collect.for_analytics_searches as
select day, query, count() as searches, countIf(results = 0) as found_nothing
from collect.analytics
where name = 'search' and query != '' and has(splitByChar(',', purposes), {purpose:String})
  and bitAnd(bot, (select alone from collect.bot_rule)) = 0
  and bitCount(bitAnd(bot, (select together from collect.bot_rule)))
    < (select least from collect.bot_rule)
group by day, query;

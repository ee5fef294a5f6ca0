-- Counts of choices that nobody made, for demonstrations. They are no choices: no receipt, no proof.
create table consent.made_up (
  day date not null,
  lang text not null,
  outcome text not null check (outcome in ('all', 'some', 'none')),
  choices bigint not null check (choices > 0),
  primary key (day, lang, outcome)
);

-- A probe tries the form with a choice of its own; that is no visitor's answer.
create or replace view consent.for_analytics as
  select (at at time zone 'utc')::date as day, lang, via,
         case when cardinality(granted) = 0 then 'none'
              when cardinality(refused) = 0 then 'all'
              else 'some' end as outcome,
         count(*) as choices
    from consent.choices
   where via <> 'probe'
   group by 1, 2, 3, 4
  union all
  select day, lang, 'made-up' as via, outcome, choices
    from consent.made_up;

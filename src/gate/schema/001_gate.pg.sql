create schema gate;

-- What browsers and our middleware stopped, by day. Counts alone: no address, no user agent, no path.
create table gate.violations (
  day date not null,
  directive text not null,
  host text not null,
  standing text not null,
  disposition text not null,
  count bigint not null,
  primary key (day, directive, host, standing, disposition)
);

-- The links of the policy that lead to others, and when each was last seen to work.
create table gate.links (
  url text primary key,
  first_listed_at timestamptz not null,
  checked_at timestamptz,
  seen_good_at timestamptz,
  status integer,
  problem text
);

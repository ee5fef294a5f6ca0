create schema audit;

-- Every act, in one chain: `hash` covers the entry and the hash before it.
create table audit.entries (
  seq bigint primary key check (seq > 0),
  at timestamptz not null,
  act text not null,
  by text not null,
  details jsonb not null,
  prev text not null,
  hash text not null unique
);

create index entries_by_promise on audit.entries ((details ->> 'promise'), seq desc)
  where act = 'probe.saw';

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is append-only';
end
$$;

create trigger entries_stay before update or delete on audit.entries
  for each row execute function audit.refuse_change();

create trigger entries_stay_whole before truncate on audit.entries
  for each statement execute function audit.refuse_change();

create schema versions;

-- Every policy text that ever was in force; `version` is the SHA-256 of its bytes.
create table versions.texts (
  version text primary key check (version ~ '^[0-9a-f]{64}$'),
  policy_id text not null,
  label text not null,
  source text not null
);

-- Which one came into force when. The newest row is the policy in force.
create table versions.terms (
  term bigint generated always as identity primary key,
  version text not null references versions.texts,
  since timestamptz not null
);

create function versions.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'a published policy is never changed';
end
$$;

create trigger texts_stay before update or delete on versions.texts
  for each row execute function versions.refuse_change();
create trigger terms_stay before update or delete on versions.terms
  for each row execute function versions.refuse_change();

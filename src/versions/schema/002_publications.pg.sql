-- The notices of a version as they were rendered when it was published: {fi: {title, html, sha256}, ...}.
alter table versions.texts add column notices jsonb;

-- The act that published a term. `statement` is what was signed, byte for byte; the rest tells
-- against which version, what changed, how people were told, and which purposes are asked again.
alter table versions.terms
  add column base text references versions.texts,
  add column changes jsonb,
  add column informed jsonb,
  add column confirmed text[],
  add column asked_again jsonb,
  add column statement text,
  add column signature text,
  add column public_key text;

create index terms_by_start on versions.terms (since);

-- What a version was published with is written once; rows from before there were signatures have none yet.
create or replace function versions.refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if tg_table_name = 'texts' then
      if old.notices is null and (to_jsonb(new) - 'notices') = (to_jsonb(old) - 'notices') then
        return new;
      end if;
    elsif old.statement is null and (new.term, new.version, new.since) = (old.term, old.version, old.since) then
      return new;
    end if;
  end if;
  raise exception 'a published policy is never changed';
end
$$;

create trigger texts_stay_whole before truncate on versions.texts
  for each statement execute function versions.refuse_change();
create trigger terms_stay_whole before truncate on versions.terms
  for each statement execute function versions.refuse_change();

-- Vendors that a choice refused by name: what was kept of these visitors before, and still waits to
-- be told to them, is told no more.
alter table consent.forgettings add column vendors text[] not null default '{}';

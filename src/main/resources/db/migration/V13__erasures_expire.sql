-- Tombstones of the change feed go once everybody who follows it has had the time to read them.
-- No rewrite of the table: the default isn't volatile, so that all rows of today get this migration's time.
alter table response_erased add column erased_at timestamptz not null default now();
create index response_erased_by_time on response_erased (workspace_id, erased_at);

-- The feed of changes. It goes by the transaction that changed a response: transactions may commit in another order than
-- they began, but none that is older than the oldest one still running can come any more (docs/decisions/0004).
-- No rewrite of the table: the default isn't volatile, so that all rows of today get this migration's transaction.
alter table response add column changed_in xid8 not null default pg_current_xact_id();
create index response_by_change on response (workspace_id, changed_in, id);

create function response_is_changed() returns trigger language plpgsql as $$
begin
    new.changed_in := pg_current_xact_id();
    return new;
end $$;
create trigger response_is_changed before update on response for each row execute function response_is_changed();

-- What was erased, so that whoever follows the feed can erase it too. Tells nothing but the id.
create table response_erased (
    workspace_id     uuid not null,
    changed_in       xid8 not null default pg_current_xact_id(),
    id               uuid not null,
    questionnaire_id uuid not null,
    primary key (workspace_id, changed_in, id)
);

create function response_is_erased() returns trigger language plpgsql as $$
begin
    -- An id may be used by several respondents.
    insert into response_erased (workspace_id, id, questionnaire_id)
    select distinct on (workspace_id, id) workspace_id, id, questionnaire_id from erased
    on conflict do nothing;
    return null;
end $$;
create trigger response_is_erased after delete on response referencing old table as erased
    for each statement execute function response_is_erased();

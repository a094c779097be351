-- The table of reports is its own queue, since the library's can't take turns between workspaces.
drop table scheduled_tasks;

alter table report
    -- Until then a running one belongs to the run that is its attempt; afterwards its process is taken for dead, and
    -- whoever comes next may begin it again. By the database's clock alone.
    add column leased_until   timestamptz,
    -- Runs that ended with their process.
    add column crashes        int not null default 0,
    -- How far the phase is.
    add column phase_progress double precision not null default 0 check (phase_progress between 0 and 1),
    add column rows_done      bigint,
    add column rows_total     bigint,
    add column seconds_left   bigint,
    -- What was asked of which responses, as they were before the run read them: where both are the same again, the result
    -- is too.
    add column asked_hash     text,
    add column data_state     text,
    add column reuses         int not null default 0,
    add column reused_at      timestamptz,
    -- When retention removed the result; the row stays for a while, to say so.
    add column expired_at     timestamptz,
    drop constraint report_status_check,
    add constraint report_status_check
        check (status in ('queued', 'running', 'done', 'failed', 'cancelled', 'expired')) not valid;
alter table report validate constraint report_status_check;

create index report_open on report (workspace_id, id) where status in ('queued', 'running');
create index report_by_asked on report (workspace_id, asked_hash) where status = 'done';
create index report_over on report (workspace_id, finished_at) where finished_at is not null;

-- Whose turn it is: the workspace that was served longest ago.
create table report_turn (
    workspace_id uuid        primary key,
    served_at    timestamptz not null
);

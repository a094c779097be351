-- Reports that are made again and again.
create table report_schedule (
    id               uuid        primary key,
    workspace_id     uuid        not null references workspace on delete cascade,
    name             text        not null,
    questionnaire_id uuid        not null,
    version          int,                  -- null for the latest whenever it runs
    report           jsonb       not null, -- the name of a ready-made definition, or a definition
    -- When: a cron expression, or an interval from a first time on. Both in the zone's local time.
    cron             text,
    every            text,
    first            timestamp,
    time_zone        text        not null,
    paused           boolean     not null,
    created_at       timestamptz not null,
    next_at          timestamptz,          -- null while paused, and once it never comes again
    check ((cron is not null and every is null and first is null) or (cron is null and every is not null and first is not null))
);
create index report_schedule_by_workspace on report_schedule (workspace_id, id);
create index report_schedule_due on report_schedule (next_at) where next_at is not null;

-- What became of a slot. The key is what keeps two nodes from running it twice.
create table report_schedule_run (
    schedule_id  uuid        not null references report_schedule on delete cascade,
    slot         timestamptz not null,
    id           uuid        not null,
    workspace_id uuid        not null,
    at           timestamptz not null, -- when it was begun, which is later than the slot after a downtime
    report_id    uuid,                 -- null if it could not be asked for
    reused       boolean     not null, -- whether an earlier report said the same
    failure      text,
    primary key (schedule_id, slot)
);
create index report_schedule_run_by_id on report_schedule_run (workspace_id, schedule_id, id);

alter table report
    add column schedule_id uuid,
    -- The process that makes it, as pid@host; for operators.
    add column leased_by   text;

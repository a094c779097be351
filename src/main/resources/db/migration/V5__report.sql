-- A report is one run of a definition: first a job, then a result.
create table report (
    id               uuid        not null primary key,
    workspace_id     uuid        not null,
    questionnaire_id uuid        not null,
    version          int         not null,
    definition       jsonb       not null,
    definition_name  text        not null,
    definition_hash  text        not null,
    status           text        not null check (status in ('queued', 'running', 'done', 'failed', 'cancelled')),
    phase            text        not null,
    progress         double precision not null check (progress between 0 and 1),
    -- Which run may write. A job taken over after a crash gets the next number, so that a run that was only thought
    -- dead can't add a second workbook.
    attempt          int         not null default 0,
    failure          text,
    results          jsonb,
    workbook_bytes   bigint,
    workbook_sha256  text,
    created_at       timestamptz not null,
    started_at       timestamptz,
    finished_at      timestamptz,
    check ((status = 'done') = (results is not null and workbook_bytes is not null and workbook_sha256 is not null))
);
create index report_by_workspace on report (workspace_id, created_at desc, id desc);

-- The workbook in pieces of one megabyte, in the database: every node can serve it, it is kept and backed up with the row
-- that calls it done, and neither writing nor a range request needs the whole file in memory.
create table report_chunk (
    report_id    uuid  not null references report (id) on delete cascade,
    ordinal      int   not null,
    workspace_id uuid  not null,
    bytes        bytea not null,
    primary key (report_id, ordinal)
);
-- Workbooks are compressed already.
alter table report_chunk alter column bytes set storage external;

-- db-scheduler's queue, as its documentation asks for it. Holds no tenant's data, only the ids of reports to run.
create table scheduled_tasks (
    task_name            text                     not null,
    task_instance        text                     not null,
    task_data            bytea,
    execution_time       timestamp with time zone not null,
    picked               boolean                  not null,
    picked_by            text,
    last_success         timestamp with time zone,
    last_failure         timestamp with time zone,
    consecutive_failures int,
    last_heartbeat       timestamp with time zone,
    version              bigint                   not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_by_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_by_last_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_by_priority on scheduled_tasks (priority desc, execution_time asc);

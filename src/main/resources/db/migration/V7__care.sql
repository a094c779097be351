-- How long what is kept: {kAnonymity, retentionDays: {responses, quarantine, exposures, files}, metadataRetentionDays: {class: days}}.
alter table workspace add column privacy jsonb not null default '{}';

-- What an app's owner changed about what is captured, and the secret by which its servers sign who a respondent is.
alter table app
    add column capture         jsonb not null default '{}',
    add column identity_secret text;

-- Questionnaires whose answers can't be tied to a respondent afterwards.
create table anonymous_questionnaire (
    workspace_id     uuid        not null references workspace on delete cascade,
    questionnaire_id uuid        not null references questionnaire on delete cascade,
    since            timestamptz not null,
    primary key (workspace_id, questionnaire_id)
);

-- Metadata that a workspace declared besides the catalogue: earshot.custom.*.
create table custom_attribute (
    workspace_id   uuid        not null references workspace on delete cascade,
    name           text        not null,
    type           text        not null,
    privacy_class  text        not null,
    retention_days int         check (retention_days >= 1),
    declared_at    timestamptz not null,
    primary key (workspace_id, name)
);

-- Who did what, for as long as the workspace is there. Subjects that are respondents are named by their key.
create table audit (
    id           uuid        primary key,
    workspace_id uuid        not null references workspace on delete cascade,
    actor        text        not null,
    action       text        not null,
    subject      text        not null,
    detail       jsonb       not null,
    at           timestamptz not null
);
create index audit_by_workspace on audit (workspace_id, id);

-- One row a change of a respondent's consent; hot, so without foreign keys.
create table consent_change (
    respondent_key uuid        not null,
    id             uuid        not null,
    workspace_id   uuid        not null,
    state          text        not null,
    policy_version text,
    source         text        not null, -- what it came with: response:<id>
    at             timestamptz not null,
    primary key (respondent_key, id)
);

-- What was uploaded; the bytes are in the store of files. Whose it is becomes known when an answer names it.
create table stored_file (
    id             uuid        primary key,
    workspace_id   uuid        not null,
    app_id         uuid        not null,
    respondent_key uuid,
    response_id    uuid,
    exposure_id    uuid,
    question       text,
    media_type     text        not null,
    bytes          bigint      not null,
    sha256         bytea       not null,
    received_at    timestamptz not null,
    answered_at    timestamptz           -- null until a response names it; then it stays
);
create index stored_file_by_respondent on stored_file (respondent_key) where respondent_key is not null;
create index stored_file_by_time on stored_file (workspace_id, received_at);
create index stored_file_unanswered on stored_file (received_at) where answered_at is null;

-- db-scheduler's table for what runs again and again, once in a cluster. Apart from the reports' queue, which would take
-- its rows for tasks that nobody knows.
create table recurring_job (
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
create index recurring_job_by_execution_time on recurring_job (execution_time);

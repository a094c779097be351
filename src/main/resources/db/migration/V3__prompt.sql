-- Who sees a questionnaire, where and when; and every decision and display as a row of its own.

create table prompt (
    id                    uuid primary key,
    workspace_id          uuid        not null references workspace on delete cascade,
    app_id                uuid        not null references app on delete cascade,
    questionnaire_id      uuid        not null references questionnaire on delete cascade,
    -- Null follows the latest published version; a claim is answered with the version it was evaluated with.
    questionnaire_version int,
    definition            jsonb       not null,
    status                text        not null check (status in ('draft', 'running', 'stopped')),
    revision              int         not null,
    created_at            timestamptz not null,
    started_at            timestamptz,
    stopped_at            timestamptz
);
create index prompt_workspace on prompt (workspace_id, id);
create index prompt_running on prompt (app_id) where status = 'running';

-- Hot tables: keys lead with respondent_key, no sequence, no constraint across respondents, so that they can be distributed.
create table respondent (
    respondent_key uuid primary key,
    workspace_id   uuid        not null,
    respondent     text        not null,
    first_seen_at  timestamptz not null,
    last_seen_at   timestamptz not null
);

-- One row a claim, granted or not: a replay is answered from it, and the funnel's denominators are counted from it. What
-- the device told of itself is not kept here; it is kept once, with the answer.
create table exposure (
    respondent_key        uuid        not null,
    id                    uuid        not null,
    workspace_id          uuid        not null,
    app_id                uuid        not null,
    prompt_id             uuid        not null,
    session               text,
    granted               boolean     not null,
    reason                text        not null,
    arm                   text check (arm in ('shown', 'holdout')),
    seed                  bigint      not null,
    inclusion_probability double precision not null,
    retry_after_seconds   bigint,
    trigger               jsonb,
    occurred_at           timestamptz,
    sent_at               timestamptz,
    received_at           timestamptz not null,
    seen_at               timestamptz,
    dismissed_at          timestamptz,
    failed_at             timestamptz,
    answered_at           timestamptz,
    completed_at          timestamptz,
    primary key (respondent_key, id)
);
create index exposure_prompt on exposure (respondent_key, prompt_id) where granted;

create table prompt_event (
    respondent_key uuid        not null,
    id             uuid        not null,
    workspace_id   uuid        not null,
    exposure_id    uuid        not null,
    type           text        not null,
    occurred_at    timestamptz,
    received_at    timestamptz not null,
    primary key (respondent_key, id)
);

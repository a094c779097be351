-- What is asked. Content is text and not jsonb: it is given back exactly as it came, and is never searched by SQL.

create table questionnaire (
    id             uuid primary key,
    workspace_id   uuid        not null references workspace on delete cascade,
    name           text        not null,
    content        text        not null,
    -- Goes up by one with every change; the ETag that a writer has to name.
    revision       integer     not null,
    latest_version integer     not null default 0,
    created_at     timestamptz not null,
    updated_at     timestamptz not null
);
create index questionnaire_workspace on questionnaire (workspace_id, id);

-- Published and never changed again: responses name their version.
create table questionnaire_version (
    id               uuid primary key,
    workspace_id     uuid        not null references workspace on delete cascade,
    -- Without "cascade": what was published can't be deleted by deleting its draft.
    questionnaire_id uuid        not null references questionnaire,
    version          integer     not null check (version >= 1),
    content          text        not null,
    published_at     timestamptz not null,
    unique (questionnaire_id, version)
);
create index questionnaire_version_workspace on questionnaire_version (workspace_id, questionnaire_id, version);

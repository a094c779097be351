-- Imports that go on after their request has ended. The row is locked by the transaction that imports, and its outcome is
-- part of it: if the process is killed, the rows and the outcome are gone together and the next process begins again.
create table response_import (
    id               uuid primary key,
    workspace_id     uuid        not null,
    questionnaire_id uuid        not null,
    version          int         not null,
    kind             text        not null check (kind in ('CSV', 'NDJSON')),
    bytes            bigint      not null,
    created_at       timestamptz not null,
    finished_at      timestamptz,
    result           jsonb,
    failure          text
);
create index response_import_by_workspace on response_import (workspace_id, id);
create index response_import_open on response_import (id) where finished_at is null;

-- How far it is, by itself: written while the row above is locked.
create table response_import_progress (
    import_id    uuid primary key references response_import on delete cascade,
    workspace_id uuid   not null,
    attempts     int    not null default 0,
    bytes_read   bigint not null default 0,
    rows_read    bigint not null default 0,
    rejected     bigint not null default 0,
    cancelled    boolean not null default false
);

-- The file in pieces, so that any node can import it; deleted when that is over.
create table response_import_chunk (
    import_id    uuid  not null references response_import on delete cascade,
    ordinal      int   not null,
    workspace_id uuid  not null,
    bytes        bytea not null,
    primary key (import_id, ordinal)
);

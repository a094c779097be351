-- Who owns what. Every table of Earshot carries its workspace; deleting a workspace deletes all that is in it.

create table workspace (
    id         uuid primary key,
    name       text        not null,
    created_at timestamptz not null
);

create table app (
    id              uuid primary key,
    workspace_id    uuid        not null references workspace on delete cascade,
    name            text        not null,
    -- Origins (scheme://host:port) whose pages may use the app's publishable keys; empty means any.
    allowed_origins text[]      not null default '{}',
    created_at      timestamptz not null
);
create index app_workspace on app (workspace_id, id);

create table member (
    id            uuid primary key,
    workspace_id  uuid        not null references workspace on delete cascade,
    email         text        not null,
    password_hash text        not null,
    role          text        not null check (role in ('owner', 'editor', 'analyst', 'viewer')),
    created_at    timestamptz not null
);
create unique index member_email on member (lower(email));
create index member_workspace on member (workspace_id, id);

-- Secret tokens (sk_) act for a workspace with a role; only a digest of them is kept. Publishable keys (pk_) act for an app
-- and stand in its pages, so they are kept as they are, to be shown again.
create table token (
    id           uuid primary key,
    workspace_id uuid        not null references workspace on delete cascade,
    app_id       uuid references app on delete cascade,
    digest       bytea       not null unique,
    hint         text        not null,
    publishable  text,
    role         text        not null check (role in ('owner', 'editor', 'analyst', 'viewer', 'client')),
    created_at   timestamptz not null,
    check ((role = 'client') = (app_id is not null)),
    check ((role = 'client') = (publishable is not null))
);
create index token_workspace on token (workspace_id, id);

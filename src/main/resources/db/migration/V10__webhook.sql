-- Other systems that want to know what happens here, and what is to be told to them.
create table webhook (
    id              uuid primary key,
    workspace_id    uuid        not null references workspace on delete cascade,
    url             text        not null,
    events          text[]      not null,
    enabled         boolean     not null,
    -- Signs deliveries, so it is kept as it is; shown once.
    secret          text        not null,
    previous_secret text,                -- signs as well until then, while a receiver changes over
    previous_until  timestamptz,
    created_at      timestamptz not null
);
create index webhook_by_workspace on webhook (workspace_id, id);

-- The outbox and the log. Written by the transaction that makes the event happen; no foreign key, lest a webhook that is
-- being deleted make a response fail. Holds nothing of a respondent: what is told is read when it is sent.
create table webhook_delivery (
    id           uuid primary key,        -- also the header webhook-id, the same for every attempt
    workspace_id uuid        not null,
    webhook_id   uuid        not null,
    type         text        not null,
    subject      text        not null,
    status       text        not null default 'waiting' check (status in ('waiting', 'delivered', 'dead', 'gone')),
    attempts     int         not null default 0,
    log          jsonb       not null default '[]', -- [{at, status, failure, milliseconds}], the last first
    created_at   timestamptz not null,
    next_at      timestamptz not null,    -- of a waiting one: when to try, or to try again if its node has died
    finished_at  timestamptz
);
create index webhook_delivery_due on webhook_delivery (next_at) where status = 'waiting';
create index webhook_delivery_log on webhook_delivery (workspace_id, webhook_id, id);
create index webhook_delivery_over on webhook_delivery (finished_at) where finished_at is not null;

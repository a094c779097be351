-- What was answered. Written by everybody at once, so: the key leads with the respondent, there is no sequence, no
-- constraint across respondents and no foreign key, and the table can be distributed by respondent_key as it stands.
create table response (
    respondent_key     uuid        not null, -- first 16 bytes of SHA-256(workspace_id:respondent)
    id                 uuid        not null, -- made by the client
    workspace_id       uuid        not null,
    app_id             uuid,                 -- null if it came in a file
    questionnaire_id   uuid        not null,
    version            int         not null, -- the published version whose codes the answers hold
    exposure_id        uuid,                 -- null if nobody was prompted
    sequence           int         not null, -- grows with every change the client made
    status             text        not null check (status in ('partial', 'complete')),
    language           text,                 -- BCP 47; null if not told
    respondent         text        not null,
    answers            jsonb       not null, -- {variable: code, number, text or array of codes}
    presented          jsonb       not null default '{}', -- {name: [codes as they were ordered]}
    timings            jsonb       not null default '{}', -- {variable: milliseconds}
    context            jsonb       not null default '{}', -- {attribute of device.catalogue.json: value}
    consent            jsonb,                -- {state, policyVersion}; null if not told
    quality            jsonb       not null default '{}',
    test               boolean     not null default false,
    started_at         timestamptz,          -- by the client's clock
    occurred_at        timestamptz,          -- of the last change, by the client's clock
    sent_at            timestamptz,          -- of the last change, by the client's clock
    received_at        timestamptz not null, -- of the last change, by ours
    submitted_at       timestamptz,          -- when it became complete; null while partial, or if a file doesn't tell
    dropped_attributes int         not null default 0,
    primary key (respondent_key, id)
);

-- Lists and exports, by cursor.
create index response_by_questionnaire on response (workspace_id, questionnaire_id, received_at, id);

-- What was refused, as it was sent, so that nothing a respondent gave is lost because a client was wrong.
create table quarantine (
    workspace_id   uuid        not null,
    id             uuid        not null, -- derived from the content: what is sent again is not kept again
    kind           text        not null check (kind in ('response', 'import')),
    app_id         uuid,
    respondent_key uuid,                 -- null if the body doesn't tell
    response_id    uuid,
    questionnaire  text,                 -- as sent, so it may name nothing
    version        int,
    body           text        not null, -- exactly as sent; for an imported row an object of column to cell
    signals        jsonb       not null default '{}', -- what the request told besides its body
    faults         jsonb       not null, -- [{pointer, code, detail}]
    received_at    timestamptz not null,
    primary key (workspace_id, id)
);

create index quarantine_by_time on quarantine (workspace_id, received_at, id);
create index quarantine_by_respondent on quarantine (respondent_key) where respondent_key is not null;

-- Places that are counted exactly. One row a cell, locked for as long as what fills it takes to be stored.
create table quota_cell (
    workspace_id uuid not null,
    owner_id     uuid not null, -- the questionnaire whose quota it is, or the prompt
    name         text not null, -- the quota's in the questionnaire; empty for a prompt's
    filled       int  not null check (filled >= 0),
    held         int  not null check (held >= 0), -- for displays that are still being answered
    primary key (workspace_id, owner_id, name)
);

alter table exposure
    add column held_until          timestamptz, -- not null while the display holds a place of its prompt's quota
    add column answer_completed_at timestamptz; -- when its response became complete, which counts for the quota once
create index exposure_holding on exposure (prompt_id, held_until) where held_until is not null;

-- The quotas that had no place left when it became complete; such a response is kept and doesn't count.
alter table response add column over_quota text[] not null default '{}';

-- Up to where the responses of a questionnaire have been judged. The flags are in response.quality.
create table quality_mark (
    workspace_id     uuid        not null references workspace on delete cascade,
    questionnaire_id uuid        not null,
    received_at      timestamptz not null, -- of the last one that was judged
    response_id      uuid        not null,
    -- Whether there were enough responses to tell who was fast; once there are, those from before are judged again.
    speed_judged     boolean     not null,
    primary key (workspace_id, questionnaire_id)
);

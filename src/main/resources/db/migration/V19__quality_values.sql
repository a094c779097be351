-- Who first gave each long text and each installation to a questionnaire, so that a repetition is found by one look at an
-- index, however many responses there are. A digest is kept and not the value; it goes with the response.
create table quality_value (
    questionnaire_id uuid not null,
    variable         text not null, -- of the answers, or an attribute's name
    digest           uuid not null, -- the first half of SHA-256
    respondent_key   uuid not null,
    response_id      uuid not null,
    primary key (questionnaire_id, variable, digest),
    foreign key (respondent_key, response_id) references response (respondent_key, id) on delete cascade
);
create index quality_value_by_response on quality_value (respondent_key, response_id);

-- What was judged before this table was kept is judged again, which fills it.
delete from quality_mark;

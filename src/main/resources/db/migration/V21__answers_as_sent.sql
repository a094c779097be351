-- Answers are stored whole, read whole and never looked into here. As jsonb they are taken apart when they come and put
-- together again whenever they are read, which took more than half of what sending a response took (docs/decisions/0012).
alter table response
    alter column presented drop default,
    alter column timings drop default,
    alter column answers type json using answers::text::json,
    alter column presented type json using presented::text::json,
    alter column timings type json using timings::text::json,
    alter column presented set default '{}',
    alter column timings set default '{}';

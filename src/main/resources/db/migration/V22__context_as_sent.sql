-- As with answers (V21): written whole, read whole by every report, looked into once a night by retention, which can cast.
alter table response
    alter column context drop default,
    alter column context type json using context::text::json,
    alter column consent type json using consent::text::json,
    alter column context set default '{}';

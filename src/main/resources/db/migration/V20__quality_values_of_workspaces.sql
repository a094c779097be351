-- Like every table that knows a respondent, so that it is told and erased with the others. It is filled anew by judging again.
delete from quality_value;
delete from quality_mark;
alter table quality_value add column workspace_id uuid not null references workspace on delete cascade;

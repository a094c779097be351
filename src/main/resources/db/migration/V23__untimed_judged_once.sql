-- Anonymous responses are received at no time of their day, so that their order doesn't tell which are new: from which
-- transaction on those of the day have not all been judged. Until now all of a day were judged again every two minutes.
alter table quality_mark add column untimed_from xid8 not null default '0';

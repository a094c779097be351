-- The report's numbers as one page to read or print, made in the same run from the same results.
create table report_summary (
    report_id    uuid not null primary key references report (id) on delete cascade,
    workspace_id uuid not null,
    html         text not null
);

-- Whoever has the token reads the summary without signing in, until it expires. To withdraw a link is to delete it.
create table report_link (
    id           uuid        not null primary key,
    workspace_id uuid        not null,
    report_id    uuid        not null references report (id) on delete cascade,
    digest       bytea       not null unique, -- SHA-256 of the token, which is told once and not kept
    created_at   timestamptz not null,
    expires_at   timestamptz not null
);
create index report_link_by_report on report_link (report_id, id desc);

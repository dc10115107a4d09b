create table config_settings (
    id         uuid primary key,
    key        text        not null unique check (length(key) between 1 and 100),
    value      bigint      not null,
    version    bigint      not null check (version >= 0),
    position   bigint      not null check (position >= 0),
    created_at timestamptz not null,
    updated_at timestamptz not null,
    check (key !~ '^confirmation_threshold:' or value between 1 and 256)
);

comment on table config_settings is
    'What an admin has set while the platform ran. A key without a row has the value of the startup configuration.';
comment on column config_settings.key is 'confirmation_threshold:<chainId>: blocks after which a transaction of the chain counts, its own included.';

create table config_setting_history (
    id                uuid primary key,
    config_setting_id uuid        not null references config_settings,
    key               text        not null,
    old_value         bigint,
    new_value         bigint      not null,
    changed_by        uuid references users,
    reason            text,
    actor             text        not null,
    version           bigint      not null check (version >= 0),
    position          bigint      not null unique check (position >= 0),
    created_at        timestamptz not null,
    updated_at        timestamptz not null,
    unique (config_setting_id, version),
    check ((old_value is null) = (version = 0)),
    check ((changed_by is null) = (version = 0)),
    check ((reason is null) = (version = 0)),
    check (old_value <> new_value),
    check (updated_at = created_at)
);

comment on table config_setting_history is
    'Every value that a setting ever had, append-only. The first row is the value of the startup configuration before the first change.';
comment on column config_setting_history.reason is 'Sealed.';
comment on column config_setting_history.updated_at is 'Always created_at.';

create trigger config_setting_history_no_update before update on config_setting_history
    for each statement execute function refuse_ledger_change();
create trigger config_setting_history_no_delete before delete on config_setting_history
    for each statement execute function refuse_ledger_change();
create trigger config_setting_history_no_truncate before truncate on config_setting_history
    for each statement execute function refuse_ledger_change();
alter table config_setting_history enable always trigger config_setting_history_no_update;
alter table config_setting_history enable always trigger config_setting_history_no_delete;
alter table config_setting_history enable always trigger config_setting_history_no_truncate;

create index config_setting_history_newest on config_setting_history (key, position desc);

grant select, insert, update, delete on config_settings to amanat_app;
grant select, insert on config_setting_history to amanat_app;

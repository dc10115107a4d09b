-- Read tables are filled from events and by nothing else. They are written without a schema name, so that the folder "read" can be
-- run for any schema: a rebuild, a replay or a look at the past fills one of its own.
--
-- On every read row that shows one aggregate:
--   version     sequence number of the aggregate's last event seen (the ETag)
--   position    global position of that event (read-your-writes)
--   created_at, updated_at   times of the first and last event, never the clock's
-- A text column marked "sealed" holds a person's text encrypted with that person's key (pd1.<person>.<ciphertext>).

grant usage on schema ${flyway:defaultSchema} to amanat_app;

create table users (
    id            uuid primary key,
    role          user_role     not null,
    status        user_status   not null,
    auth_provider auth_provider not null,
    email         text          not null,
    display_name  text          not null,
    version       bigint        not null check (version >= 0),
    position      bigint        not null check (position >= 0),
    created_at    timestamptz   not null,
    updated_at    timestamptz   not null
);

comment on table users is 'People. Erasing one sets the status to deleted and destroys the key of what is sealed; the row stays.';
comment on column users.email is 'Sealed. Finding a user by address goes through user_credentials.email_index.';
comment on column users.display_name is 'Sealed.';

create index users_role_status on users (role, status);

grant select, insert, update, delete on users to amanat_app;

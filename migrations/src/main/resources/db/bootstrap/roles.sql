-- Roles, schema and limits that Amanat expects. Run as a superuser (or a role with CREATEROLE that owns the database),
-- connected to the database that Amanat shall use. Idempotent. Sets no password: see docs/operations/postgres.md.
--
--   amanat_owner  owns the schema "amanat", the schemas of read tables and everything in them; used by migrations and rebuilds
--   amanat_app    reads and writes what the migrations grant, owns nothing; used by the running platform

do $$
begin
    if not exists (select from pg_roles where rolname = 'amanat_owner') then
        create role amanat_owner login nosuperuser nocreatedb nocreaterole noreplication;
    end if;
    if not exists (select from pg_roles where rolname = 'amanat_app') then
        create role amanat_app login nosuperuser nocreatedb nocreaterole noreplication;
    end if;
end
$$;

-- Nobody but the two roles gets into this database, and only the owner may add schemas (rebuilds and replays fill fresh ones).
do $$
begin
    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect on database %I to amanat_owner, amanat_app', current_database());
    execute format('grant create on database %I to amanat_owner', current_database());
end
$$;

revoke create on schema public from public;

do $$
begin
    if not exists (select from pg_namespace where nspname = 'amanat') then
        create schema amanat;
        alter schema amanat owner to amanat_owner;
    end if;
end
$$;

alter role amanat_owner set search_path = amanat;
alter role amanat_app set search_path = amanat, amanat_read;

-- Limits of the running platform. transaction_timeout bounds every transaction, and so how long one that has appended events can keep
-- everybody else from appending: the order of the log is its lock. A long export pages, it does not stretch this.
alter role amanat_app set statement_timeout = '15s';
alter role amanat_app set lock_timeout = '5s';
alter role amanat_app set idle_in_transaction_session_timeout = '30s';
alter role amanat_app set transaction_timeout = '60s';

-- A migration that cannot get its lock fails instead of queueing everybody behind it.
alter role amanat_owner set lock_timeout = '30s';

package io.amanat.platform.postgres;

/**
 * How to reach the database, by both of its roles.
 *
 * @param url JDBC URL without credentials
 * @param owner {@code amanat_owner}: owns the schema, runs the migrations
 * @param app {@code amanat_app}: what the running platform uses
 */
public record DatabaseAccess(String url, Login owner, Login app) {

    public static final String OWNER_ROLE = "amanat_owner";
    public static final String APP_ROLE = "amanat_app";
    /** Event log, state tables and everything else that is not filled from events. */
    public static final String SCHEMA = "amanat";

    /** The live read tables. A rebuild fills another schema and then gives it this name. */
    public static final String READ_SCHEMA = "amanat_read";

    /** A role with its password; prints the role only. */
    public record Login(String role, String password) {

        @Override
        public String toString() {
            return role;
        }
    }
}

package io.amanat.platform.postgres;

import io.amanat.platform.postgres.DatabaseAccess.Login;
import io.amanat.platform.startup.StartupProblem;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Looks, before anything is written, whether a configured server is one that the platform can stand on. */
record ServerCheck(String url) {

    private static final String ROLES_HINT = "Run db/bootstrap/roles.sql there, see docs/operations/postgres.md.";
    private static final int VERSION_MIN = PostgresBinaries.MAJOR_VERSION * 10_000;

    void ownerFits(DataSource source, Login login) {
        try (Connection connection = open(source, login)) {
            if (number(connection, "select current_setting('server_version_num')::int") < VERSION_MIN) {
                throw new StartupProblem(
                        "The database at " + url + " runs on a PostgreSQL older than " + PostgresBinaries.MAJOR_VERSION
                                + ".",
                        "Upgrade it, or start without a configured database to use the embedded one.");
            }
            String schemaOwned = "select count(*) from pg_namespace where nspname = '" + DatabaseAccess.SCHEMA
                    + "' and pg_has_role(current_user, nspowner, 'usage')";
            if (number(connection, schemaOwned) == 0) {
                throw new StartupProblem(
                        "The role " + login.role() + " owns no schema " + DatabaseAccess.SCHEMA + " at " + url + ".",
                        ROLES_HINT);
            }
        } catch (SQLException e) {
            throw unreachable(login, e);
        }
    }

    void appFits(DataSource source, Login login) {
        try (Connection connection = open(source, login)) {
            String powers =
                    "select count(*) from pg_roles r, pg_namespace n where r.rolname = current_user and n.nspname = '"
                            + DatabaseAccess.SCHEMA
                            + "' and (r.rolsuper or pg_has_role(current_user, n.nspowner, 'member'))";
            if (number(connection, powers) > 0) {
                throw new StartupProblem(
                        "The role " + login.role() + " at " + url + " could change or drop the ledger's tables.",
                        "Let the platform log in as " + DatabaseAccess.APP_ROLE + ", which owns nothing. "
                                + ROLES_HINT);
            }
        } catch (SQLException e) {
            throw unreachable(login, e);
        }
    }

    private Connection open(DataSource source, Login login) {
        try {
            return source.getConnection();
        } catch (SQLException e) {
            throw unreachable(login, e);
        }
    }

    private StartupProblem unreachable(Login login, SQLException e) {
        String reason =
                String.valueOf(e.getMessage()).lines().findFirst().orElse("").replaceFirst("\\.$", "");
        return new StartupProblem(
                "The database at " + url + " cannot be used as " + login.role() + ": " + reason + ".", ROLES_HINT, e);
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }
}

package io.amanat.platform.postgres;

import io.amanat.platform.postgres.DatabaseAccess.Login;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/** Database, roles and schema of an embedded server, by {@code db/bootstrap/roles.sql}; repeated at every start, changes nothing then. */
record RoleBootstrap(int port, Login superuser) {

    static final String DATABASE = "amanat";

    private static final String SCRIPT = "/db/bootstrap/roles.sql";

    void run(Login owner, Login app) throws SQLException, IOException {
        try (Connection server = connect("postgres")) {
            createDatabase(server);
        }
        try (Connection database = connect(DATABASE);
                Statement statement = database.createStatement()) {
            statement.execute(script());
            setPassword(database, owner);
            setPassword(database, app);
        }
    }

    private static void createDatabase(Connection server) throws SQLException {
        try (Statement statement = server.createStatement();
                ResultSet found =
                        statement.executeQuery("select from pg_database where datname = '" + DATABASE + "'")) {
            if (!found.next()) {
                try (Statement create = server.createStatement()) {
                    create.execute("create database " + DATABASE);
                }
            }
        }
    }

    private static void setPassword(Connection database, Login login) throws SQLException {
        // hashed here: the password itself never reaches the server, nor a log
        database.unwrap(PGConnection.class)
                .alterUserPassword(login.role(), login.password().toCharArray(), "scram-sha-256");
    }

    private Connection connect(String name) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(name);
        source.setUser(superuser.role());
        source.setPassword(superuser.password());
        return source.getConnection();
    }

    private static String script() throws IOException {
        try (InputStream script = RoleBootstrap.class.getResourceAsStream(SCRIPT)) {
            if (script == null) {
                throw new IOException(SCRIPT + " is not on the class path");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

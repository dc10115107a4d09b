package io.amanat.platform.postgres;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import io.amanat.platform.postgres.PostgresProgram.Outcome;
import io.amanat.platform.startup.StartupProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The server's data folder: absent, whole, or refused; never half made. */
record Cluster(Path folder, PostgresProgram program) {

    static final String SUPERUSER = "postgres";

    /** Makes the folder on first start; otherwise checks that it is one that this PostgreSQL can open. */
    void prepare(PasswordFile superuserPassword) throws IOException {
        if (Folders.isMissingOrEmpty(folder)) {
            create(superuserPassword);
            return;
        }
        Path versionFile = folder.resolve("PG_VERSION");
        if (!Files.isRegularFile(versionFile)) {
            throw new StartupProblem(
                    "The folder " + folder + " is not empty and holds no PostgreSQL data.",
                    "Move it away and start again, or give another data folder.");
        }
        String version = Files.readString(versionFile).strip();
        if (!version.equals(Integer.toString(PostgresBinaries.MAJOR_VERSION))) {
            throw new StartupProblem(
                    "The data in " + folder + " was written by PostgreSQL " + version + ", this is "
                            + PostgresBinaries.MAJOR_VERSION + ".",
                    "Upgrade it with pg_upgrade, or dump it with the old version and restore it into an empty data"
                            + " folder.");
        }
        if (!superuserPassword.exists()) {
            throw new StartupProblem(
                    "The data in " + folder + " is there, but its password file " + superuserPassword.path()
                            + " is not.",
                    "Put the keys folder back that belongs to this data.");
        }
    }

    private void create(PasswordFile superuserPassword) throws IOException {
        superuserPassword.readOrCreate();
        Path fresh = folder.resolveSibling(folder.getFileName() + ".new");
        Folders.deleteRecursively(fresh);
        Outcome outcome = program.run(
                "initdb",
                List.of(
                        "--pgdata=" + fresh,
                        "--username=" + SUPERUSER,
                        "--pwfile=" + superuserPassword.path(),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C"));
        if (!outcome.succeeded()) {
            throw new StartupProblem(
                    "A new database could not be made in " + folder + ": " + ServerLog.reason(outcome.output()) + ".",
                    "See that the folder is writable and its disk has room; as root, the command 'unshare -U true'"
                            + " must work.");
        }
        Files.deleteIfExists(folder);
        Files.move(fresh, folder, ATOMIC_MOVE);
    }
}

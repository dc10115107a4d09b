package io.amanat.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.amanat.platform.startup.StartupProblem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedDatabaseTest {

    private static final Path BINARIES = Path.of("target", "postgres-binaries").toAbsolutePath();

    @TempDir
    Path data;

    private EmbeddedDatabaseSettings settings;

    @BeforeEach
    void settings() {
        settings = EmbeddedDatabaseSettings.in(data, 0).withBinariesFolder(BINARIES);
    }

    @Test
    void givenData_whenStartedAgain_thenSameDataIsThere() throws IOException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(settings)) {
            write(database);
        }
        assertThat(settings.clusterFolder().resolve("postmaster.pid")).doesNotExist();
        try (EmbeddedDatabase database = EmbeddedDatabase.start(settings)) {
            assertThat(read(database)).isEqualTo(1);
        }
    }

    @Test
    void whenStarted_thenCommitsAreDurableAndPasswordsAreRequiredAndPrivate() throws IOException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(settings);
                Databases databases = Databases.connect(database.access())) {
            JdbcClient jdbc = JdbcClient.create(databases.app());
            for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                assertThat(jdbc.sql("show " + setting).query(String.class).single())
                        .as(setting)
                        .isEqualTo("on");
            }
            assertThat(jdbc.sql("show statement_timeout").query(String.class).single())
                    .isEqualTo("15s");
            assertThat(jdbc.sql("show transaction_timeout").query(String.class).single())
                    .isEqualTo("1min");
            assertThatThrownBy(
                            () -> DriverManager.getConnection(database.access().url(), "amanat_app", "wrong"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            for (String role : new String[] {"superuser", "owner", "app"}) {
                Path file = settings.keysFolder().resolve("postgres-" + role + ".password");
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void givenServerKilled_whenStartedAgain_thenItRecovers() throws IOException {
        EmbeddedDatabase first = EmbeddedDatabase.start(settings);
        write(first);
        ProcessHandle server = server();
        server.destroyForcibly();
        await().atMost(Duration.ofSeconds(30)).until(() -> !server.isAlive());
        assertThat(first.isRunning()).isFalse();
        assertThat(settings.clusterFolder().resolve("postmaster.pid")).exists();
        first.close();

        try (EmbeddedDatabase second = EmbeddedDatabase.start(settings)) {
            assertThat(read(second)).isEqualTo(1);
        }
    }

    @Test
    void givenServerOfKilledApplication_whenStartedAgain_thenTheOldOneIsStoppedFirst(@TempDir Path other)
            throws Exception {
        Path sameFolder = Files.createSymbolicLink(other.resolve("link"), data);
        Process application =
                TinyApplication.start(EmbeddedDatabaseSettings.in(sameFolder, 0).withBinariesFolder(BINARIES));
        ProcessHandle orphan = server();
        application.destroyForcibly();
        application.waitFor();
        assertThat(orphan.isAlive()).isTrue();

        try (EmbeddedDatabase second = EmbeddedDatabase.start(settings)) {
            await().atMost(Duration.ofSeconds(10)).until(() -> !orphan.isAlive());
            assertThat(server().pid()).isNotEqualTo(orphan.pid());
            assertThat(second.isRunning()).isTrue();
        }
    }

    @Test
    void givenPidFileOfAStranger_whenStarted_thenStartsAndLeavesTheStrangerAlone() throws IOException {
        EmbeddedDatabase.start(settings).close();
        long stranger = ProcessHandle.current().pid();
        Files.writeString(
                settings.clusterFolder().resolve("postmaster.pid"),
                stranger + "\n" + settings.clusterFolder()
                        + "\n1700000000\n5433\n\n127.0.0.1\n  1234567   1234567\nready\n");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(settings)) {
            assertThat(database.isRunning()).isTrue();
        }
    }

    @Test
    void givenRunningApplication_whenStartedOnTheSameFolder_thenOneClearSentence() throws Exception {
        try (EmbeddedDatabase _ = EmbeddedDatabase.start(settings)) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(settings))
                    .isInstanceOf(StartupProblem.class)
                    .hasMessageContaining("Another Amanat is running with the data folder");
        }
        Process other = TinyApplication.start(settings);
        try {
            assertThatThrownBy(() -> EmbeddedDatabase.start(settings))
                    .isInstanceOf(StartupProblem.class)
                    .hasMessageContaining("Another Amanat is running");
        } finally {
            other.destroyForcibly().waitFor();
            EmbeddedDatabase.start(settings).close();
        }
    }

    @Test
    void givenPortInUse_whenStarted_thenOneClearSentence() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            EmbeddedDatabaseSettings there =
                    EmbeddedDatabaseSettings.in(data, taken.getLocalPort()).withBinariesFolder(BINARIES);
            assertThatThrownBy(() -> EmbeddedDatabase.start(there))
                    .isInstanceOf(StartupProblem.class)
                    .hasMessageContaining("Port " + taken.getLocalPort());
        }
    }

    @Test
    void givenForeignFolder_whenStarted_thenOneClearSentence() throws IOException {
        Files.createDirectories(settings.clusterFolder());
        Files.writeString(settings.clusterFolder().resolve("holiday.jpg"), "not a database");
        assertThatThrownBy(() -> EmbeddedDatabase.start(settings))
                .isInstanceOf(StartupProblem.class)
                .hasMessageContaining("holds no PostgreSQL data");
    }

    @Test
    void givenOtherMajorVersion_whenStarted_thenOneClearSentence() throws IOException {
        Files.createDirectories(settings.clusterFolder());
        Files.writeString(settings.clusterFolder().resolve("PG_VERSION"), "17\n");
        assertThatThrownBy(() -> EmbeddedDatabase.start(settings))
                .isInstanceOf(StartupProblem.class)
                .hasMessageContaining("written by PostgreSQL 17, this is 18");
    }

    @Test
    void givenBrokenData_whenStarted_thenTheServersOwnReasonIsTold() throws IOException {
        EmbeddedDatabase.start(settings).close();
        Files.write(settings.clusterFolder().resolve("global/pg_control"), new byte[8192]);
        assertThatThrownBy(() -> EmbeddedDatabase.start(settings))
                .isInstanceOf(StartupProblem.class)
                .hasMessageContaining("PostgreSQL did not start")
                .hasMessageNotContaining("\n");
    }

    @Test
    void givenInterruptedFirstStart_whenStarted_thenMadeAnew() throws IOException {
        Path half = Files.createDirectories(data.resolve("postgres.new"));
        Files.writeString(half.resolve("PG_VERSION"), "18\n");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(settings)) {
            assertThat(database.isRunning()).isTrue();
        }
        assertThat(half).doesNotExist();
    }

    private ProcessHandle server() throws IOException {
        return new PostmasterFile(settings.clusterFolder()).runningServer().orElseThrow();
    }

    private static void write(EmbeddedDatabase database) {
        try (Databases databases = Databases.connect(database.access())) {
            JdbcClient owner = JdbcClient.create(databases.owner());
            owner.sql("create table remembered (id uuid primary key default gen_random_uuid())")
                    .update();
            owner.sql("insert into remembered default values").update();
        }
    }

    private static long read(EmbeddedDatabase database) {
        try (Databases databases = Databases.connect(database.access())) {
            return JdbcClient.create(databases.owner())
                    .sql("select count(*) from remembered")
                    .query(Long.class)
                    .single();
        }
    }
}

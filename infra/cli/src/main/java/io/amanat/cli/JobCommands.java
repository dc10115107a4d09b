package io.amanat.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** The commands; each is one or two requests. */
final class JobCommands {
    private static final String JOBS = "/projection-jobs";

    private JobCommands() {}

    /** What every command has. */
    abstract static class Asking implements Callable<Integer> {
        @Mixin
        private Login login = new Login();

        @Spec
        private @Nullable CommandSpec spec;

        Api api() {
            return login.api();
        }

        PrintWriter out() {
            return Objects.requireNonNull(spec).commandLine().getOut();
        }

        /** Follows the job to its end, or says how to. */
        int started(Api api, JsonNode answer, boolean follow) {
            String id = answer.get("id").asString();
            if (follow) {
                return new Following(api, out()).toTheEnd(id);
            }
            out().println(id);
            return 0;
        }
    }

    @Command(
            name = "rebuild",
            description = "Builds the read tables anew beside the live ones and exchanges them, without downtime.",
            mixinStandardHelpOptions = true)
    static final class Rebuild extends Asking {
        @Option(names = "--follow", description = "Shows the progress until the end.")
        private boolean follow;

        @Override
        public Integer call() {
            Api api = api();
            return started(api, api.post(JOBS, Map.of("kind", "rebuild")), follow);
        }
    }

    @Command(
            name = "replay",
            description = "Replays the log and compares every row of every live table with it.",
            mixinStandardHelpOptions = true)
    static final class Replay extends Asking {
        @Option(names = "--follow", description = "Shows the progress until the end, and the certificate.")
        private boolean follow;

        @Override
        public Integer call() {
            Api api = api();
            return started(api, api.post(JOBS, Map.of("kind", "audit_replay")), follow);
        }
    }

    /** One of both. */
    static final class Point {
        @Option(names = "--at", description = "An instant in UTC, such as 2026-01-31T12:00:00Z.")
        private @Nullable String at;

        @Option(names = "--position", description = "A position of the log, from 1.")
        private @Nullable Long position;

        Map<String, ?> body() {
            return at == null
                    ? Map.of("kind", "time_travel", "position", position == null ? 0 : position)
                    : Map.of("kind", "time_travel", "at", at);
        }
    }

    @Command(
            name = "as-of",
            description = "Fills tables as they were at a point of the past, to be read with \"table\".",
            mixinStandardHelpOptions = true)
    static final class AsOf extends Asking {
        @ArgGroup(multiplicity = "1")
        private Point point = new Point();

        @Option(names = "--follow", description = "Shows the progress until the end.")
        private boolean follow;

        @Override
        public Integer call() {
            Api api = api();
            return started(api, api.post(JOBS, point.body()), follow);
        }
    }

    @Command(name = "jobs", description = "Lists the latest jobs.", mixinStandardHelpOptions = true)
    static final class Jobs extends Asking {
        @Override
        public Integer call() {
            for (JsonNode job : api().get(JOBS + "?limit=20").get("items")) {
                out().println(Words.line(job));
            }
            return 0;
        }
    }

    /** What is about one job. */
    abstract static class OfJob extends Asking {
        @Parameters(paramLabel = "ID", description = "The job's id.")
        private String id = "";

        String path() {
            return JOBS + "/" + Words.pathPart(id);
        }

        String id() {
            return id;
        }
    }

    @Command(
            name = "show",
            description = "Shows one job; with --follow until its end.",
            mixinStandardHelpOptions = true)
    static final class Show extends OfJob {
        @Option(names = "--follow", description = "Shows the progress until the end.")
        private boolean follow;

        @Override
        public Integer call() {
            Following following = new Following(api(), out());
            return follow ? following.toTheEnd(id()) : following.now(id());
        }
    }

    @Command(
            name = "table",
            description = "Prints a table of a job, one row of JSON per line.",
            mixinStandardHelpOptions = true)
    static final class Table extends OfJob {
        @Parameters(index = "1", paramLabel = "TABLE", description = "Such as payments.")
        private String table = "";

        @Override
        public Integer call() {
            Api api = api();
            String cursor = "";
            do {
                JsonNode page = api.get(path() + "/tables/" + Words.pathPart(table) + "?limit=200" + cursor);
                page.get("items").forEach(row -> out().println(row));
                cursor = "&cursor=" + page.path("nextCursor").asString("");
            } while (!cursor.equals("&cursor="));
            return 0;
        }
    }

    @Command(name = "cancel", description = "Ends a job that is not finished.", mixinStandardHelpOptions = true)
    static final class Cancel extends OfJob {
        @Override
        public Integer call() {
            api().post(path() + "/cancellation", Map.of());
            return 0;
        }
    }

    @Command(name = "discard", description = "Removes what a finished job has left.", mixinStandardHelpOptions = true)
    static final class Discard extends OfJob {
        @Override
        public Integer call() {
            api().post(path() + "/discard", Map.of());
            return 0;
        }
    }
}

package io.amanat.cli;

import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;

/** Shows a job until its end, and what came out. */
final class Following {
    /** Back to the beginning of the line, and clear it. */
    private static final String AGAIN = "\r\033[K";

    private final Api api;
    private final PrintWriter out;
    private final boolean terminal = Login.console() != null;

    Following(Api api, PrintWriter out) {
        this.api = api;
        this.out = out;
    }

    /** 0 when all is well, 1 when the job failed, was cancelled or found differences. */
    int toTheEnd(String id) {
        AtomicReference<JsonNode> job = new AtomicReference<>(api.get(path(id)));
        while (!finished(job.get())) {
            api.follow(path(id) + "/stream", now -> {
                progress(now);
                job.set(now);
                return finished(now);
            });
        }
        if (terminal) {
            out.print(AGAIN);
        }
        return end(job.get());
    }

    /** As it is now. */
    int now(String id) {
        return end(api.get(path(id)));
    }

    private void progress(JsonNode job) {
        if (terminal) {
            out.print(AGAIN + Words.line(job));
        } else {
            out.println(Words.line(job));
        }
        out.flush();
    }

    private int end(JsonNode job) {
        out.println(Words.line(job));
        String failure = job.path("failure").asString("");
        if (!failure.isEmpty()) {
            out.println(failure);
        }
        boolean well = !finished(job) || job.get("state").asString().equals("done");
        JsonNode certificate = job.path("certificate");
        if (certificate.isObject()) {
            CertificateTable table = new CertificateTable(certificate);
            out.print(table.text());
            well &= table.clean();
        }
        out.flush();
        return well ? 0 : 1;
    }

    private static boolean finished(JsonNode job) {
        return job.path("finishedAt").isString();
    }

    private static String path(String id) {
        return "/projection-jobs/" + Words.pathPart(id);
    }
}

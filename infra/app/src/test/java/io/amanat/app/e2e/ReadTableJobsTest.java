package io.amanat.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The running platform rebuilds its tables under its own feet, and replays its own log against them. */
class ReadTableJobsTest {
    private final Http http = new Http(SharedPlatform.get().api());

    @Test
    void givenARunningPlatform_whenRebuiltAndReplayed_thenNothingIsLostAndNothingDiffers() {
        Trades trades = new Trades(SharedPlatform.get());
        trades.delivered("20.00");

        JsonNode rebuild = done(asked(Map.of("kind", "rebuild")));
        assertThat(rebuild.path("certificate").path("heldMillis").isNumber()).isTrue();
        trades.delivered("30.00");
        JsonNode replay = done(asked(Map.of("kind", "audit_replay")));

        assertThat(replay.path("certificate").path("comparison").path("clean").asBoolean())
                .as(replay.toPrettyString())
                .isTrue();
        JsonNode past = done(asked(Map.of("kind", "time_travel", "position", 5)));
        var users = http.get(
                http.token("admin"), "/projection-jobs/" + past.path("id").asString() + "/tables/users");
        assertThat(users.body().path("items")).as(users.toString()).isNotEmpty();
        for (JsonNode job : new JsonNode[] {rebuild, past}) {
            assertThat(http.post(
                                    http.token("admin"),
                                    "/projection-jobs/" + job.path("id").asString() + "/discard",
                                    Map.of())
                            .status())
                    .isEqualTo(202);
        }
    }

    private String asked(Map<String, ?> body) {
        var answer = http.post(http.token("admin"), "/projection-jobs", body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.body().path("id").asString();
    }

    private JsonNode done(String id) {
        String path = "/projection-jobs/" + id;
        Trades.await()
                .until(() -> http.get(http.token("admin"), path)
                        .body()
                        .path("finishedAt")
                        .isString());
        JsonNode job = http.get(http.token("admin"), path).body();
        assertThat(job.path("state").asString()).as(job.toPrettyString()).isEqualTo("done");
        return job;
    }
}

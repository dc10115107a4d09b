package io.amanat.query.readtables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.amanat.query.testing.As;
import io.amanat.query.testing.QueryTest;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.json.JsonMapper;

/** The live schema stands in for a job's own: the app's role may make none. */
@QueryTest
class ProjectionJobQueriesTest {
    private final MockMvc http;
    private final JdbcClient jdbc;

    @Autowired
    ProjectionJobQueriesTest(MockMvc http, JdbcClient jdbc) {
        this.http = http;
        this.jdbc = jdbc;
    }

    private UUID job(String kind, String state) {
        UUID id = UUID.randomUUID();
        boolean done = state.equals("done");
        jdbc.sql("insert into projection_jobs (id, kind, state, schema_name, target_position, position,"
                        + " events_per_second, finished_at, certificate, requested_by) values (:id, :kind, :state,"
                        + " :schema, 400, 100, 50,"
                        + (done ? " '2026-03-01T12:00:00Z', '{\"position\": 4}'" : " null, null")
                        + ", 'user:one')")
                .param("id", id)
                .param("kind", kind)
                .param("state", state)
                .param("schema", "tt_" + id.toString().replace("-", "_"))
                .update();
        return id;
    }

    private ResultActions ask(String path, Object... values) throws Exception {
        return http.perform(get("/api/v1/projection-jobs" + path, values).with(As.reviewer()));
    }

    @Test
    void givenARunningJob_whenAsked_thenItsProgressAndItsEndInSight() throws Exception {
        UUID id = job("audit_replay", "filling");

        ask("/{id}", id)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.kind").value("audit_replay"))
                .andExpect(jsonPath("$.percent").value(25))
                .andExpect(jsonPath("$.etaSeconds").value(6))
                .andExpect(jsonPath("$.certificate").isEmpty());
        ask("?limit=200").andExpect(jsonPath("$.items[*].id").value(hasItem(id.toString())));
        ask("/{id}", UUID.randomUUID())
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("no-such-projection-job"));
    }

    @Test
    void givenAFinishedJob_whenStreamed_thenItIsSaidOnceAndTheStreamEnds() throws Exception {
        UUID id = job("rebuild", "done");

        var stream = ask("/{id}/stream", id).andExpect(request().asyncStarted()).andReturn();
        stream.getAsyncResult(5_000);

        http.perform(asyncDispatch(stream))
                .andExpect(content()
                        .string(Matchers.allOf(
                                Matchers.startsWith("event:progress"),
                                Matchers.containsString("\"certificate\":{\"position\": 4}"))));
    }

    @Test
    void givenJobsWithoutTables_whenTablesAreAsked_thenRefused() throws Exception {
        UUID running = job("time_travel", "filling");
        UUID rebuilt = job("rebuild", "done");

        for (UUID id : new UUID[] {running, rebuilt}) {
            ask("/{id}/tables/users", id)
                    .andExpect(status().isConflict())
                    .andExpect(jsonPath("$.code").value("job-shows-no-tables"));
        }
    }

    @Test
    void givenALookAtThePast_whenItsTablesAreRead_thenPageByPageAndNothingElse() throws Exception {
        UUID id = job("time_travel", "done");
        jdbc.sql("update projection_jobs set schema_name = 'amanat_read' where id = ?::uuid")
                .param(id.toString())
                .update();
        for (int n = 1; n <= 3; n++) {
            jdbc.sql("insert into dead_letters (position, sequence, event_id, event_type) values (?, 's', 'e', 't')"
                            + " on conflict do nothing")
                    .param(900_000 + n)
                    .update();
        }

        ask("/{id}/tables", id)
                .andExpect(jsonPath("$.items").value(hasItem("purchase_requests")))
                .andExpect(jsonPath("$.items").value(Matchers.not(hasItem("flyway_schema_history"))));
        String first = ask("/{id}/tables/dead_letters?limit=2", id)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items", hasSize(2)))
                .andExpect(jsonPath("$.items[0].sequence").value("s"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String cursor = new JsonMapper().readTree(first).get("nextCursor").asString();
        ask("/{id}/tables/dead_letters?limit=2&cursor=" + cursor, id)
                .andExpect(jsonPath("$.items[0].position").isNumber());
        for (String wrong : new String[] {
            "no_such_table",
            "users;drop table users",
            "users t; --",
            "../amanat.projection_jobs",
            "flyway_schema_history",
            "USERS"
        }) {
            ask("/{id}/tables/{table}", id, wrong)
                    .andExpect(status().is4xxClientError())
                    .andExpect(content().string(Matchers.not(Matchers.containsString("position"))));
        }
        ask("/{id}/tables/users?cursor=" + io.amanat.query.web.Cursors.ofKey(java.util.List.of("' or true --")), id)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("cursor-invalid"));
        assertThat(jdbc.sql("select count(*) from users").query(Long.class).single())
                .isNotNull();
    }
}

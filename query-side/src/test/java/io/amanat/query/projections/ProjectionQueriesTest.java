package io.amanat.query.projections;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.amanat.contract.identity.Role;
import io.amanat.contract.projections.DeadLetter;
import io.amanat.query.testing.As;
import io.amanat.query.testing.QueryTest;
import io.amanat.query.testing.SettableProjections;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@QueryTest
class ProjectionQueriesTest {
    private final MockMvc http;
    private final SettableProjections projections;

    @Autowired
    ProjectionQueriesTest(MockMvc http, SettableProjections projections) {
        this.http = http;
        this.projections = projections;
    }

    @AfterEach
    void forget() {
        projections.letters.clear();
    }

    @Test
    void givenSegments_whenAsked_thenEachSaysHowFarItIs() throws Exception {
        http.perform(get("/api/v1/projections").with(As.staff(Role.ADMIN)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.head").value(9))
                .andExpect(jsonPath("$.projected").value(7))
                .andExpect(jsonPath("$.segments[0].lag").value(2))
                .andExpect(jsonPath("$.segments[0].owner").value("node-1"));
    }

    @Test
    void givenDeadLetters_whenListed_thenPageByPageInTheOrderOfTheLog() throws Exception {
        projections.letters.add(letter(3, "trade-1", "IllegalStateException: why"));
        projections.letters.add(letter(5, "trade-2", "AssertionError: never"));
        projections.letters.add(letter(6, "trade-1", null));
        String first = http.perform(
                        get("/api/v1/projections/dead-letters?limit=2").with(As.staff(Role.ADMIN)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].position").value(3))
                .andExpect(jsonPath("$.items[1].sequence").value("trade-2"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String cursor = JsonPath.read(first, "$.nextCursor");
        http.perform(get("/api/v1/projections/dead-letters?cursor=" + cursor).with(As.staff(Role.ADMIN)))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].position").value(6));
        http.perform(get("/api/v1/projections/dead-letters?sequence=trade-2").with(As.staff(Role.ADMIN)))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].cause").value("AssertionError: never"));
    }

    private static DeadLetter letter(long position, String sequence, String cause) {
        return new DeadLetter(
                position,
                sequence,
                "event-" + position,
                "payment.opened.v1",
                cause,
                cause == null ? 0 : 3,
                Instant.parse("2026-03-01T12:00:00Z"));
    }
}

package io.amanat.query.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.amanat.query.testing.As;
import io.amanat.query.testing.QueryTest;
import io.amanat.query.testing.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@QueryTest
class PagingTest {
    private final MockMvc http;
    private final Rows rows;

    @Autowired
    PagingTest(MockMvc http, JdbcClient jdbc) {
        this.http = http;
        this.rows = new Rows(jdbc);
    }

    @Test
    void pagesTogetherAreTheWholeListNewestFirstEvenWhenTimesAreEqual() throws Exception {
        UUID buyer = rows.user("buyer");
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            made.add(rows.request(buyer, "pending").toString());
        }
        rows.jdbc()
                .sql("update purchase_requests set created_at = date_trunc('second', created_at) where buyer_id = ?")
                .param(buyer)
                .update();
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            String page = http.perform(
                            get("/api/v1/purchase-requests?limit=3" + cursor).with(As.buyer(buyer)))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            List<String> ids = JsonPath.read(page, "$.items[*].id");
            assertThat(ids).hasSizeLessThanOrEqualTo(3);
            seen.addAll(ids);
            String next = JsonPath.read(page, "$.nextCursor");
            cursor = next == null ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        assertThat(seen).containsExactlyInAnyOrderElementsOf(made).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "201", "ten", "99999999999", ""})
    void aLimitOutOfRangeIsRefused(String limit) throws Exception {
        http.perform(get("/api/v1/payments").param("limit", limit).with(As.buyer(UUID.randomUUID())))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("limit-out-of-range"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "!!!", "MjAyNi0wMS0wMVQwMDowMDowMFo", "cG9zaXRpb246Nw", ""})
    void aCursorThatIsNotOursIsRefused(String cursor) throws Exception {
        http.perform(get("/api/v1/payments").param("cursor", cursor).with(As.buyer(UUID.randomUUID())))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("cursor-invalid"));
    }
}

package io.amanat.query.configuration;

import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.amanat.contract.configuration.ConfigSettingId;
import io.amanat.contract.identity.Role;
import io.amanat.query.testing.As;
import io.amanat.query.testing.QueryTest;
import io.amanat.query.testing.Rows;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@QueryTest
class ConfigSettingQueriesTest {
    private static final String KEY = "confirmation_threshold:31337";
    private static final String PATH = "/api/v1/config-settings";

    private final MockMvc http;
    private final JdbcClient jdbc;

    @Autowired
    ConfigSettingQueriesTest(MockMvc http, JdbcClient jdbc) {
        this.http = http;
        this.jdbc = jdbc;
    }

    @Test
    void givenASetting_whenItWasNeverChanged_thenTheConfiguredValue_andOnceChangedThatOneWithItsHistory()
            throws Exception {
        http.perform(get(PATH + "/{key}", KEY).with(As.staff(Role.ADMIN)))
                .andExpect(status().isOk())
                .andExpect(header().doesNotExist("ETag"))
                .andExpect(jsonPath("$.value").value(3))
                .andExpect(jsonPath("$.version").isEmpty());

        changedTo(20);

        http.perform(get(PATH + "/{key}", KEY).with(As.staff(Role.ADMIN)))
                .andExpect(header().string("ETag", "\"1\""))
                .andExpect(jsonPath("$.value").value(20))
                .andExpect(jsonPath("$.initialValue").value(3));
        http.perform(get(PATH).with(As.staff(Role.ADMIN)))
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.items[0].key").value(KEY));
        http.perform(get(PATH + "/{key}/history", KEY).with(As.staff(Role.ADMIN)))
                .andExpect(jsonPath("$.items", hasSize(2)))
                .andExpect(jsonPath("$.items[0].oldValue").value(3))
                .andExpect(jsonPath("$.items[0].newValue").value(20))
                .andExpect(jsonPath("$.items[0].reason").value("A deep reorg"))
                .andExpect(jsonPath("$.items[1].changedBy").isEmpty());
        pagedInTheOrderOfTheLog();
    }

    /** Both stand in the log with the same instant: one command has stored them. */
    private void pagedInTheOrderOfTheLog() throws Exception {
        String first = http.perform(get(PATH + "/{key}/history?limit=1", KEY).with(As.staff(Role.ADMIN)))
                .andExpect(jsonPath("$.items[0].newValue").value(20))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String cursor = JsonPath.read(first, "$.nextCursor");

        http.perform(get(PATH + "/{key}/history", KEY).param("cursor", cursor).with(As.staff(Role.ADMIN)))
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.items[0].newValue").value(3))
                .andExpect(jsonPath("$.nextCursor").isEmpty());
        http.perform(get(PATH + "/{key}/history?cursor=xyz", KEY).with(As.staff(Role.ADMIN)))
                .andExpect(status().isBadRequest());
    }

    @Test
    void givenNoSuchKey_thenNotFound() throws Exception {
        http.perform(get(PATH + "/{key}", "confirmation_threshold:1").with(As.staff(Role.ADMIN)))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("no-such-config-setting"));
    }

    private void changedTo(long value) {
        UUID id = ConfigSettingId.of(KEY).value();
        UUID admin = new Rows(jdbc).user("admin");
        jdbc.sql("insert into config_settings (id, key, value, version, position, created_at, updated_at)"
                        + " values (?, ?, ?, 1, 8, now(), now())")
                .params(id, KEY, value)
                .update();
        jdbc.sql("""
            insert into config_setting_history (id, config_setting_id, key, old_value, new_value, changed_by, reason, actor,
              version, position, created_at, updated_at)
            values ('00000000-0000-0000-0000-000000000007', :id, :key, null, 3, null, null, 'user:x', 0, 7, now(), now()),
              ('ffffffff-0000-0000-0000-000000000008', :id, :key, 3, :value, :admin, :reason, 'user:x', 1, 8, now(), now())
            """)
                .param("id", id)
                .param("key", KEY)
                .param("value", value)
                .param("admin", admin)
                .param("reason", Rows.sealed(admin, "A deep reorg"))
                .update();
    }
}

package io.amanat.query.identity;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.amanat.contract.identity.Role;
import io.amanat.query.testing.As;
import io.amanat.query.testing.QueryTest;
import io.amanat.query.testing.Rows;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@QueryTest
class AccountQueriesTest {
    private final MockMvc http;
    private final Rows rows;

    @Autowired
    AccountQueriesTest(MockMvc http, JdbcClient jdbc) {
        this.http = http;
        this.rows = new Rows(jdbc);
    }

    @Test
    void everybodySeesTheirOwnAccount() throws Exception {
        UUID guard = rows.user("guard");
        http.perform(get("/api/v1/users/me").with(As.person(guard, Role.GUARD)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.id").value(guard.toString()))
                .andExpect(jsonPath("$.role").value("guard"))
                .andExpect(jsonPath("$.status").value("active"))
                .andExpect(jsonPath("$.email").value("guard@example.org"))
                .andExpect(jsonPath("$.displayName").value("A guard"));
        http.perform(get("/api/v1/users/me").with(As.buyer(UUID.randomUUID())))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("no-such-user"));
    }

    @Test
    void anAdminFindsUsersByRole() throws Exception {
        UUID resolver = rows.user("resolver");
        http.perform(get("/api/v1/users?role=resolver&status=active&limit=200").with(As.staff(Role.ADMIN)))
                .andExpect(jsonPath("$.items[*].id", hasItem(resolver.toString())));
        http.perform(get("/api/v1/users?role=king").with(As.staff(Role.ADMIN))).andExpect(status().isBadRequest());
    }

    @Test
    void keysAreListedWithoutTheirSecrets() throws Exception {
        UUID admin = rows.user("admin");
        UUID key = UUID.randomUUID();
        String hash = "0123456789abcdef".repeat(4);
        rows.jdbc()
                .sql("insert into user_credentials (user_id, email_index, password_hash, role) values (?, ?, 'x',"
                        + " 'admin')")
                .params(admin, admin.toString())
                .update();
        rows.jdbc().sql("""
            insert into api_keys (id, owner_user_id, name, key_hash, scopes, created_by)
            values (?, ?, 'Reviewer', ?, array['audit:read'], ?)
            """).params(key, admin, hash, admin).update();
        http.perform(get("/api/v1/api-keys").with(As.staff(Role.ADMIN)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].id").value(key.toString()))
                .andExpect(jsonPath("$.items[0].name").value("Reviewer"))
                .andExpect(jsonPath("$.items[0].scopes", contains("audit:read")))
                .andExpect(jsonPath("$.items[0].revokedAt").isEmpty())
                .andExpect(content().string(Matchers.not(Matchers.containsString(hash))));
    }
}

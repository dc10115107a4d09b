package io.amanat.api.identity;

import io.amanat.contract.identity.ApiKeyId;
import io.amanat.contract.identity.Scope;
import io.amanat.contract.identity.UserId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code api_keys}. */
@Component
final class ApiKeyStore {
    private final JdbcClient jdbc;

    ApiKeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(ApiKeyId id, UserId admin, String name, String keyHash, List<Scope> scopes) {
        jdbc.sql("""
            insert into api_keys (id, owner_user_id, name, key_hash, scopes, created_by)
            values (:id, :admin, :name, :hash, :scopes, :admin)
            """)
                .param("id", id.value())
                .param("admin", admin.value())
                .param("name", name)
                .param("hash", keyHash)
                .param("scopes", scopes.stream().map(Scope::wire).toArray(String[]::new))
                .update();
    }

    boolean exists(ApiKeyId id) {
        return jdbc.sql("select exists (select from api_keys where id = :id)")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    /** The first time counts. */
    void revoke(ApiKeyId id, Instant now) {
        jdbc.sql("update api_keys set revoked_at = coalesce(revoked_at, :now) where id = :id")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }
}

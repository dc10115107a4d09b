package io.amanat.query.identity;

import io.amanat.contract.access.AccessTable;
import io.amanat.query.web.Cursors;
import io.amanat.query.web.Limit;
import io.amanat.query.web.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The keys of machines. The keys themselves are stored nowhere, and their hashes are shown to nobody. */
@RestController
@RequestMapping(AccessTable.BASE + "/api-keys")
class ApiKeysController {
    private static final String KEYS = """
        select id, name, scopes, owner_user_id, created_by, created_at, revoked_at, last_used_at
        from api_keys
        where cast(:before as timestamptz) is null
           or created_at < cast(:before as timestamptz)
           or (created_at = cast(:before as timestamptz) and id > cast(:id as uuid))
        order by created_at desc, id
        limit :limit
        """;

    private final JdbcClient jdbc;

    ApiKeysController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping
    Page<ApiKeyView> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        Cursors.Seen seen = Cursors.seen(cursor);
        int size = Limit.of(limit);
        List<ApiKeyView> found = jdbc.sql(KEYS)
                .param("before", seen == null ? null : seen.createdAt().atOffset(ZoneOffset.UTC))
                .param("id", seen == null ? null : seen.id())
                .param("limit", size + 1)
                .query((row, number) -> view(row))
                .list();
        return Page.cut(found, size, key -> new Cursors.Seen(key.createdAt(), key.id()).encoded());
    }

    private static ApiKeyView view(ResultSet row) throws SQLException {
        return new ApiKeyView(
                row.getObject("id", UUID.class),
                row.getString("name"),
                List.of((String[]) row.getArray("scopes").getArray()),
                row.getObject("owner_user_id", UUID.class),
                row.getObject("created_by", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "revoked_at"),
                instant(row, "last_used_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /**
     * A key without its secret.
     *
     * @param ownerId on whose behalf the key acts
     */
    record ApiKeyView(
            UUID id,
            String name,
            List<String> scopes,
            UUID ownerId,
            UUID createdBy,
            Instant createdAt,
            @Nullable Instant revokedAt,
            @Nullable Instant lastUsedAt) {}
}

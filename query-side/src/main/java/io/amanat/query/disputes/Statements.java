package io.amanat.query.disputes;

import io.amanat.query.view.Presentation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the arrays in which a dispute keeps what was said, and opens the text. */
@Component
class Statements {
    private final JsonMapper json;
    private final Presentation show;

    Statements(JsonMapper json, Presentation show) {
        this.json = json;
        this.show = show;
    }

    List<Statement> read(String array) {
        return json.readTree(array).valueStream().map(this::statement).toList();
    }

    private Statement statement(JsonNode node) {
        return new Statement(
                UUID.fromString(node.path("id").asString()),
                UUID.fromString(node.path("by").asString()),
                show.text(node.path("note").asString()),
                hash(node.path("sha256")),
                Instant.parse(node.path("at").asString()));
    }

    private static @Nullable String hash(JsonNode node) {
        return node.isString() ? node.asString() : null;
    }
}

package io.amanat.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.contract.access.AccessTable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The committed description of the API is the one that the code gives. Write it anew: {@code -Dopenapi.write=true}. */
class OpenApiTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @Test
    void committedDescriptionIsTheCodes() throws IOException, InterruptedException {
        String generated = generated();
        Path committed = projectRoot().resolve("docs/openapi.json");
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(committed, generated);
        }
        assertThat(generated).isEqualTo(Files.readString(committed));
    }

    @Test
    void everyEndpointOfTheAccessTableIsDescribed() throws IOException, InterruptedException {
        JsonNode paths = JSON.readTree(generated()).path("paths");
        AccessTable.endpoints()
                .forEach(endpoint -> assertThat(paths.path(endpoint.path())
                                .path(endpoint.method().toLowerCase(java.util.Locale.ROOT)))
                        .as(endpoint.method() + " " + endpoint.path())
                        .isNotEmpty());
    }

    private static String generated() throws IOException, InterruptedException {
        URI address = SharedPlatform.get().api().resolve("/v3/api-docs");
        String text = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
        ObjectNode description = (ObjectNode) JSON.readTree(text);
        description.remove("servers");
        return JSON.writeValueAsString(JSON.treeToValue(description, Object.class)) + "\n";
    }

    private static Path projectRoot() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("run"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}

package io.amanat.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.contract.access.AccessTable;
import io.amanat.contract.identity.Role;
import io.amanat.contract.identity.UserId;
import io.amanat.platform.security.AccessTokens;
import io.amanat.platform.security.WebTrial;
import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProblemsTest {

    private static final String GOOD = """
        {"price":{"amount":"125.50","currency":"USDT"},"to":"0x00000000000000000000000000000000000000aa"}\
        """;

    private final TestDatabase database;
    private final HttpClient client = HttpClient.newHttpClient();
    private ServletWebServerApplicationContext application;
    private String token;

    ProblemsTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeAll
    void start(@TempDir Path data) {
        application = WebTrial.start(database, data);
        UUID user = UUID.randomUUID();
        UUID session = UUID.randomUUID();
        database.jdbc()
                .sql("insert into user_credentials (user_id, email_index, password_hash, role) values (:u, 'e',"
                        + " 'x', 'buyer')")
                .param("u", user)
                .update();
        database.jdbc().sql("""
            insert into user_refresh_tokens (token, user_id, family_id, issued_at, expires_at)
            values (repeat('a', 64), :u, :s, now(), now() + interval '1 day')\
            """).param("u", user).param("s", session).update();
        token = application
                .getBean(AccessTokens.class)
                .issue(new UserId(user), Role.BUYER, session)
                .value();
    }

    @AfterAll
    void stop() {
        application.close();
    }

    @Test
    void goodBodyComesBackInTheSameWords() throws Exception {
        assertThat(post(GOOD).body()).isEqualTo(GOOD);
    }

    @Test
    void badBodiesAreToldApart() throws Exception {
        problem(post("{\"price\":"), 400, "malformed-json", "");
        problem(post(""), 400, "malformed-json", "");
        problem(post(GOOD.replace("\"to\"", "\"whither\"")), 400, "unknown-field", "\"whither\"");
        problem(post(GOOD.replace("\"125.50\"", "125.50")), 400, "validation-failed", "price.amount");
        problem(post(GOOD.replace("00aa", "zz")), 400, "validation-failed", "\"to\"");
        problem(post(GOOD.replace("{\"amount\"", "{\"tip\":1,\"amount\"")), 400, "unknown-field", "price.tip");
    }

    @Test
    void refusalNamesItsRule() throws Exception {
        HttpResponse<String> refused = get("/purchase-requests/00000000-0000-0000-0000-000000000001");
        problem(
                refused,
                409,
                "only-open-requests-take-offers",
                "Offers are made and changed only until one is accepted.");
        assertThat(refused.body())
                .contains("It is completed.")
                .contains("urn:amanat:problem:only-open-requests-take-offers");
        problem(get("/purchase-requests/42"), 400, "parameter-invalid", "requestId");
    }

    @Test
    void unexpectedTellsNothingButItsTrace() throws Exception {
        HttpResponse<String> broken = get("/purchase-requests/00000000-0000-0000-0000-000000000000");
        problem(broken, 500, "internal-error", "traceId");
        assertThat(broken.body()).doesNotContain("secret").doesNotContain("Exception");
        String trace = broken.headers().firstValue("X-Request-Id").orElseThrow();
        assertThat(broken.body()).contains("\"traceId\":\"" + trace + "\"");
    }

    @Test
    void wrongContentTypeAndFirewall() throws Exception {
        problem(send("POST", "/sessions", "text/plain", GOOD), 415, "unsupported-media-type", "");
        assertThat(get("/users/me;x=1").statusCode()).isEqualTo(400);
        assertThat(get("/users/me").statusCode()).isEqualTo(200);
    }

    private void problem(HttpResponse<String> answer, int status, String code, String contains) {
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"").contains(contains);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    }

    private HttpResponse<String> post(String body) throws Exception {
        return send("POST", "/sessions", "application/json", body);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send("GET", path, "application/json", "");
    }

    private HttpResponse<String> send(String method, String path, String type, String body) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + application.getWebServer().getPort() + AccessTable.BASE + path);
        return client.send(
                HttpRequest.newBuilder(uri)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .header("Content-Type", type)
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}

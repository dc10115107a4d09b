package io.amanat.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.amanat.contract.access.AccessTable;
import io.amanat.contract.access.Endpoint;
import io.amanat.contract.identity.Role;
import io.amanat.contract.identity.Scope;
import io.amanat.contract.identity.UserId;
import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Date;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
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
class WebSecurityTest {

    private static final String ANY = "00000000-0000-0000-0000-000000000001";

    private final TestDatabase database;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<Role, UserId> users = new EnumMap<>(Role.class);
    private final Map<Role, UUID> sessions = new EnumMap<>(Role.class);

    private Path data;
    private ServletWebServerApplicationContext application;

    WebSecurityTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeAll
    void start(@TempDir Path folder) {
        data = folder;
        application = WebTrial.start(database, folder);
        for (Role role : Role.values()) {
            users.put(role, new UserId(UUID.randomUUID()));
            sessions.put(role, UUID.randomUUID());
            account(users.get(role), role, sessions.get(role));
        }
    }

    @AfterAll
    void stop() {
        application.close();
    }

    @Test
    void everyRowOfTheAccessTableIsEnforcedForEveryRole() throws Exception {
        for (Endpoint endpoint : AccessTable.endpoints()) {
            int anonymous = call(endpoint, null).statusCode();
            if (endpoint.open()) {
                assertThat(anonymous).as(endpoint.toString()).isNotIn(401, 403);
                continue;
            }
            assertThat(anonymous).as(endpoint.toString()).isEqualTo(401);
            for (Role role : Role.values()) {
                HttpResponse<String> answer = call(endpoint, token(role));
                if (endpoint.roles().contains(role)) {
                    assertThat(answer.statusCode()).as(role + " " + endpoint).isNotIn(401, 403);
                } else {
                    assertThat(answer.statusCode()).as(role + " " + endpoint).isEqualTo(403);
                    assertThat(answer.body()).contains("\"role-not-allowed\"");
                }
            }
        }
    }

    @Test
    void keyOfAMachineOpensWhatItsScopeSaysAndNothingElse() throws Exception {
        UUID id = UUID.randomUUID();
        String key = "amk_" + id + "_" + "s".repeat(43);
        apiKey(id, key);
        for (Endpoint endpoint : AccessTable.endpoints()) {
            int status = call(endpoint, key).statusCode();
            if (endpoint.open() || endpoint.scope() == Scope.AUDIT_READ) {
                assertThat(status).as(endpoint.toString()).isNotIn(401, 403);
            } else {
                assertThat(status).as(endpoint.toString()).isEqualTo(403);
            }
        }
        assertThat(get("/audit/events", key).body()).contains("api-key:" + id);
        assertThat(get("/audit/events", key.replace('s', 't')).body()).contains("token-invalid");
        database.jdbc()
                .sql("update api_keys set revoked_at = now() where id = :id")
                .param("id", id)
                .update();
        assertThat(get("/audit/events", key).statusCode()).isEqualTo(401);
    }

    @Test
    void whatIsNotInTheTableDoesNotExist() throws Exception {
        for (String token : new String[] {null, token(Role.ADMIN)}) {
            HttpResponse<String> nowhere = get("/backdoor", token);
            assertThat(nowhere.statusCode()).isEqualTo(404);
            assertThat(nowhere.body()).contains("no-such-endpoint");
            HttpResponse<String> method = send("DELETE", "/users/me", token, "");
            assertThat(method.statusCode()).isEqualTo(405);
        }
    }

    @Test
    void tokenOfAnActiveAccountNamesTheCaller() throws Exception {
        HttpResponse<String> answer = get("/users/me", token(Role.SELLER));
        assertThat(answer.body()).contains("user:" + users.get(Role.SELLER));
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void suspensionEndedSessionAndNewRoleCountAtOnce() throws Exception {
        UserId user = new UserId(UUID.randomUUID());
        UUID session = UUID.randomUUID();
        account(user, Role.BUYER, session);
        String token = application
                .getBean(AccessTokens.class)
                .issue(user, Role.ADMIN, session)
                .value();
        assertThat(get("/users/me", token).statusCode()).isEqualTo(200);
        assertThat(get("/audit/events", token).statusCode())
                .as("the role in the token is not believed")
                .isEqualTo(403);

        status(user, "suspended");
        assertThat(get("/users/me", token).body()).contains("account-not-active");
        status(user, "active");
        database.jdbc()
                .sql("update user_refresh_tokens set revoked_at = now() where family_id = :s")
                .param("s", session)
                .update();
        assertThat(get("/users/me", token).statusCode()).isEqualTo(401);
    }

    @Test
    void onlyOurOwnFreshSignatureIsHonoured() throws Exception {
        ECKey ours = application.getBean(ECKey.class);
        JWTClaimsSet good = claims().build();
        assertThat(get("/users/me", signed(JWSAlgorithm.ES256, ours.getKeyID(), good, new ECDSASigner(ours)))
                        .statusCode())
                .isEqualTo(200);

        refused("token-invalid", new PlainJWT(good).serialize());
        byte[] publicKeyAsSecret = ours.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
        refused("token-invalid", signed(JWSAlgorithm.HS256, ours.getKeyID(), good, new MACSigner(publicKeyAsSecret)));
        refused(
                "token-invalid",
                signed(JWSAlgorithm.RS256, null, good, new RSASSASigner(new RSAKeyGenerator(2048).generate())));
        ECKey foreign = new ECKeyGenerator(Curve.P_256).generate();
        refused("token-invalid", signed(JWSAlgorithm.ES256, ours.getKeyID(), good, new ECDSASigner(foreign)));
        refused("token-invalid", ours(claims().issuer("somebody").build()));
        refused("token-invalid", ours(claims().audience("somewhere").build()));
        refused("token-invalid", ours(claims().subject("me").build()));
        refused("token-invalid", ours(claims().notBeforeTime(at(60)).build()));
        refused(
                "token-expired",
                ours(claims().issueTime(at(-600))
                        .notBeforeTime(at(-600))
                        .expirationTime(at(-6))
                        .build()));
        refused("token-expired", ours(claims().expirationTime(null).build()));
        refused("token-invalid", "nonsense");
        assertThat(get("/users/me", null).body()).contains("token-missing");
    }

    @Test
    void keyIsPrivateAndKept() throws IOException {
        Path file = data.resolve("keys/jwt-es256.jwk");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(SigningKeys.in(data.resolve("keys"))).isEqualTo(application.getBean(ECKey.class));
    }

    private void refused(String code, String token) throws Exception {
        HttpResponse<String> answer = get("/users/me", token);
        assertThat(answer.statusCode()).as(code).isEqualTo(401);
        assertThat(answer.body()).contains("\"" + code + "\"");
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("amanat")
                .audience("amanat-api")
                .subject(users.get(Role.BUYER).toString())
                .claim("role", "buyer")
                .claim("sid", sessions.get(Role.BUYER).toString())
                .issueTime(at(0))
                .notBeforeTime(at(0))
                .expirationTime(at(60));
    }

    private static Date at(long secondsFromNow) {
        return Date.from(Instant.now().plusSeconds(secondsFromNow));
    }

    private String ours(JWTClaimsSet claims) throws JOSEException {
        ECKey key = application.getBean(ECKey.class);
        return signed(JWSAlgorithm.ES256, key.getKeyID(), claims, new ECDSASigner(key));
    }

    private static String signed(JWSAlgorithm algorithm, String keyId, JWTClaimsSet claims, JWSSigner signer)
            throws JOSEException {
        SignedJWT token =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims);
        token.sign(signer);
        return token.serialize();
    }

    private String token(Role role) {
        return application
                .getBean(AccessTokens.class)
                .issue(users.get(role), role, sessions.get(role))
                .value();
    }

    private HttpResponse<String> call(Endpoint endpoint, String token) throws Exception {
        String path = endpoint.path().replaceAll("\\{[^}]+}", ANY).substring(AccessTable.BASE.length());
        return send(endpoint.method(), path, token, "{}");
    }

    private HttpResponse<String> get(String path, String token) throws Exception {
        return send("GET", path, token, "");
    }

    private HttpResponse<String> send(String method, String path, String token, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:" + application.getWebServer().getPort() + AccessTable.BASE + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private void account(UserId user, Role role, UUID session) {
        database.jdbc()
                .sql("insert into user_credentials (user_id, email_index, password_hash, role) values (:id, :email,"
                        + " 'x', :role)")
                .param("id", user.value())
                .param("email", user.toString())
                .param("role", role.wire())
                .update();
        database.jdbc()
                .sql("""
                    insert into user_refresh_tokens (token, user_id, family_id, issued_at, expires_at)
                    values (:token, :id, :session, now(), now() + interval '1 day')\
                    """)
                .param("token", hash(session.toString()))
                .param("id", user.value())
                .param("session", session)
                .update();
    }

    private void status(UserId user, String status) {
        database.jdbc()
                .sql("update user_credentials set status = :status where user_id = :id")
                .param("status", status)
                .param("id", user.value())
                .update();
    }

    private void apiKey(UUID id, String key) {
        database.jdbc()
                .sql("""
                    insert into api_keys (id, owner_user_id, name, key_hash, scopes, created_by)
                    values (:id, :owner, 'auditor', :hash, array['audit:read'], :owner)\
                    """)
                .param("id", id)
                .param("owner", users.get(Role.ADMIN).value())
                .param("hash", hash(key))
                .update();
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

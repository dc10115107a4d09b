package io.amanat.api.identity;

import static io.amanat.api.Api.a;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.amanat.api.Api;
import io.amanat.api.ApiTest;
import io.amanat.api.Commanded;
import io.amanat.api.MovableClock;
import io.amanat.contract.access.Caller;
import io.amanat.contract.identity.Role;
import io.amanat.contract.identity.UserEvent.UserRegistered;
import io.amanat.contract.identity.UserId;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ApiTest
class SessionsTest {
    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);
    private static final String PASSWORD = "correct horse battery";

    @Autowired
    Api api;

    @Autowired
    Commanded commanded;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    private final String email = UUID.randomUUID() + "@example.org";
    private UUID user;

    @BeforeEach
    void anAccount() {
        commanded.reset();
        clock.move(Duration.ofMinutes(2));
        user = UUID.fromString(json(register(email)).get("id").stringValue());
    }

    @Test
    void aLogInGivesTokensThatAreNotKept() {
        MvcTestResult answer = login(" " + email.toUpperCase(Locale.ROOT), PASSWORD);
        assertThat(answer).hasStatus(201).hasHeader("Cache-Control", "no-store");
        JsonNode session = json(answer);
        assertThat(session.propertyNames())
                .containsExactlyInAnyOrder("accessToken", "expiresInSeconds", "refreshToken", "userId", "role");
        assertThat(session.get("role").stringValue()).isEqualTo("buyer");
        assertThat(jdbc.sql("select token from user_refresh_tokens where user_id = ?")
                        .param(user)
                        .query(String.class)
                        .single())
                .isEqualTo(Tokens.hash(session.get("refreshToken").stringValue()));
        assertThat(jdbc.sql("select password_hash from user_credentials where user_id = ?")
                        .param(user)
                        .query(String.class)
                        .single())
                .startsWith("{argon2id}$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void unknownAddressAndWrongPasswordGetTheSameAnswer() throws Exception {
        MvcTestResult wrong = login(email, "wrong horse battery");
        MvcTestResult unknown = login("nobody@example.org", PASSWORD);
        assertThat(wrong).hasStatus(401);
        assertThat(unknown.getResponse().getContentAsString())
                .isEqualTo(wrong.getResponse().getContentAsString());
    }

    @Test
    void fiveWrongPasswordsLockTheAccountForAWhile() {
        for (int i = 0; i < 5; i++) {
            assertThat(login(email, "wrong horse battery")).hasStatus(401);
        }
        assertThat(login(email, PASSWORD)).hasStatus(401);
        clock.move(Duration.ofSeconds(61));
        assertThat(login(email, "wrong horse battery")).hasStatus(401);
        clock.move(Duration.ofSeconds(61));
        assertThat(login(email, PASSWORD))
                .as("the second lock is twice as long")
                .hasStatus(401);
        clock.move(Duration.ofSeconds(60));
        assertThat(login(email, PASSWORD)).hasStatus(201);
        assertThat(login(email, "wrong horse battery")).hasStatus(401);
        assertThat(login(email, PASSWORD)).as("a success starts the count anew").hasStatus(201);
    }

    @Test
    void whoGuessesTooOftenIsThrottled() {
        for (int i = 0; i < 10; i++) {
            assertThat(api.post(null, "/sessions", "{\"email\":\"n\",\"password\":\"p\"}"))
                    .hasStatus(401);
        }
        assertThat(login(email, PASSWORD)).hasStatus(429).hasHeader("Retry-After", "60");
        clock.move(Duration.ofMinutes(1));
        assertThat(login(email, PASSWORD)).hasStatus(201);
    }

    @Test
    void aRefreshTokenIsGoodOnceAndItsReuseEndsTheSession() {
        String first = refreshToken(login(email, PASSWORD));
        String other = refreshToken(login(email, PASSWORD));
        String second = refreshToken(refresh(first));
        String third = refreshToken(refresh(second));
        assertThat(refresh(first)).hasStatus(401).bodyText().contains("refresh-token-reused");
        assertThat(refresh(third)).hasStatus(401).bodyText().contains("refresh-token-invalid");
        assertThat(refresh(other)).as("another session").hasStatus(200);
    }

    @Test
    void ofTwoThatRefreshAtOnceOneWins() {
        String token = refreshToken(login(email, PASSWORD));
        List<CompletableFuture<MvcTestResult>> both = new ArrayList<>();
        transactions.executeWithoutResult(transaction -> {
            // both come to the token's row while it is held, and go on at once when it is let go
            jdbc.sql("select 1 from user_refresh_tokens where token = ? for update")
                    .param(Tokens.hash(token))
                    .query(Integer.class)
                    .single();
            both.add(CompletableFuture.supplyAsync(() -> refresh(token), THREADS));
            both.add(CompletableFuture.supplyAsync(() -> refresh(token), THREADS));
            await().atMost(Duration.ofSeconds(20)).until(() -> waiting() == 2);
        });
        List<Integer> statuses = both.stream()
                .map(answer -> answer.join().getResponse().getStatus())
                .toList();
        assertThat(statuses).containsExactlyInAnyOrder(200, 401);
    }

    @Test
    void aSessionEndsAfterThirtyDaysHoweverOftenItWasRefreshed() {
        String token = refreshToken(login(email, PASSWORD));
        clock.move(Duration.ofDays(29));
        String next = refreshToken(refresh(token));
        clock.move(Duration.ofDays(1));
        assertThat(refresh(next)).hasStatus(401);
    }

    @Test
    void logOutEndsThisSessionOnly() {
        MvcTestResult here = login(email, PASSWORD);
        MvcTestResult there = login(email, PASSWORD);
        UUID session = UUID.fromString(json(here).get("accessToken").stringValue());
        Caller self = Caller.person(new UserId(user), Role.BUYER);
        assertThat(api.send(HttpMethod.DELETE, self, session, "/sessions/current", ""))
                .hasStatus(204);
        assertThat(refresh(refreshToken(here))).hasStatus(401);
        assertThat(refresh(refreshToken(there))).hasStatus(200);
    }

    @Test
    void ofManySessionsTheNewestStay() {
        String oldest = refreshToken(login(email, PASSWORD));
        for (int i = 0; i < 3; i++) {
            assertThat(login(email, PASSWORD)).hasStatus(201);
        }
        assertThat(refresh(oldest)).hasStatus(401);
    }

    @Test
    void aSuspendedAccountHasNoSessions() {
        String token = refreshToken(login(email, PASSWORD));
        api.log(user, UserRegistered.class, user);
        assertThat(api.post(a(Role.ADMIN), "/users/" + user + "/suspension", "{\"reason\":\"fraud\"}"))
                .hasStatus(202);
        assertThat(refresh(token)).hasStatus(401).bodyText().contains("refresh-token-invalid");
        assertThat(login(email, PASSWORD)).hasStatus(403).bodyText().contains("account-suspended");
        assertThat(login(email, "wrong horse battery")).hasStatus(401);
        assertThat(api.post(a(Role.ADMIN), "/users/" + user + "/reinstatement", "{\"reason\":\"no fraud\"}"))
                .hasStatus(202);
        assertThat(login(email, PASSWORD)).hasStatus(201);
    }

    private int waiting() {
        return jdbc.sql("""
            select count(*) from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock'
            """).query(Integer.class).single();
    }

    private MvcTestResult register(String address) {
        return api.post(
                null,
                "/users",
                "{\"email\":\"%s\",\"password\":\"%s\",\"displayName\":\"B\",\"role\":\"buyer\"}"
                        .formatted(address, PASSWORD));
    }

    private MvcTestResult login(String address, String password) {
        return api.post(null, "/sessions", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(address, password));
    }

    private MvcTestResult refresh(String token) {
        return api.post(null, "/sessions/refresh", "{\"refreshToken\":\"" + token + "\"}");
    }

    private static String refreshToken(MvcTestResult answer) {
        return json(answer).get("refreshToken").stringValue();
    }

    private static JsonNode json(MvcTestResult answer) {
        try {
            return JsonMapper.shared().readTree(answer.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.amanat.api.idempotency;

import static io.amanat.api.Api.a;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.amanat.api.Api;
import io.amanat.api.ApiTest;
import io.amanat.api.Commanded;
import io.amanat.api.MovableClock;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.access.Caller;
import io.amanat.contract.escrow.EscrowRule;
import io.amanat.contract.escrow.PayInEvent.PaymentOpened;
import io.amanat.contract.escrow.PaymentCommand.RaiseDispute;
import io.amanat.contract.identity.Role;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApiTest
class IdempotencyTest {
    private static final String BODY = "{\"category\":\"damaged\",\"reason\":\"It is broken.\"}";

    @Autowired
    Api api;

    @Autowired
    Commanded commanded;

    @Autowired
    MovableClock clock;

    @Autowired
    IdempotencyStore store;

    @Autowired
    JdbcClient jdbc;

    private final UUID payment = UUID.randomUUID();
    private final Caller buyer = a(Role.BUYER);
    private final String key = "\"" + UUID.randomUUID() + "\"";

    @BeforeEach
    void aPayment() {
        commanded.reset();
        api.log(payment, PaymentOpened.class, UUID.randomUUID());
    }

    @Test
    void whereMoneyMovesAKeyIsRequired() {
        assertThat(api.post(buyer, path(), BODY))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("code")
                .isEqualTo("idempotency-key-missing");
        assertThat(api.post(buyer, path(), BODY, "Idempotency-Key", "two words"))
                .hasStatus(400);
        assertThat(commanded.all()).isEmpty();
    }

    @Test
    void theSameRequestAgainGetsTheSameAnswerAndHasOneEffect() throws Exception {
        MvcTestResult first = raise(key);
        MvcTestResult second = raise(key);
        assertThat(first).hasStatus(201).doesNotContainHeader("Idempotency-Hit");
        assertThat(second).hasStatus(201).hasHeader("Idempotency-Hit", "true").hasHeader("X-Event-Position", "42");
        assertThat(second.getResponse().getContentAsString())
                .isEqualTo(first.getResponse().getContentAsString());
        assertThat(second.getResponse().getHeader("Location"))
                .isEqualTo(first.getResponse().getHeader("Location"));
        assertThat(commanded.all()).hasSize(1);
        // the quotes of a structured field are not part of the key
        assertThat(raise(key.replace("\"", ""))).hasHeader("Idempotency-Hit", "true");
    }

    @Test
    void anotherBodyOrPathUnderTheSameKeyIsRefused() {
        raise(key);
        assertThat(api.post(buyer, path(), BODY.replace("broken", "late"), "Idempotency-Key", key))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("code")
                .isEqualTo("idempotency-key-reused");
        assertThat(api.post(buyer, "/payments/" + payment + "/cancellation", BODY, "Idempotency-Key", key))
                .hasStatus(422);
        assertThat(commanded.all()).hasSize(1);
    }

    @Test
    void aKeyBelongsToItsClient() {
        raise(key);
        assertThat(api.post(a(Role.BUYER), path(), BODY, "Idempotency-Key", key))
                .hasStatus(201)
                .doesNotContainHeader("Idempotency-Hit");
        assertThat(commanded.all()).hasSize(2);
    }

    @Test
    void aRefusalIsReplayed() {
        commanded.answer(command -> {
            throw new RuleViolated(EscrowRule.ONE_DISPUTE_AT_A_TIME);
        });
        assertThat(raise(key)).hasStatus(409);
        commanded.answer(command -> null);
        assertThat(raise(key)).hasStatus(409).hasHeader("Idempotency-Hit", "true");
        assertThat(commanded.all()).hasSize(1);
    }

    @Test
    void aServerErrorIsNotKept() {
        commanded.answer(command -> {
            throw new IllegalStateException("the database is away");
        });
        assertThat(raise(key)).hasStatus(500);
        commanded.answer(command -> null);
        assertThat(raise(key)).hasStatus(201).doesNotContainHeader("Idempotency-Hit");
    }

    @Test
    void whileTheFirstRunsTheSecondIsTurnedAway() {
        CountDownLatch end = new CountDownLatch(1);
        commanded.answer(command -> awaited(end));
        CompletableFuture<MvcTestResult> first = CompletableFuture.supplyAsync(() -> raise(key));
        await().atMost(Duration.ofSeconds(20)).until(() -> !commanded.all().isEmpty() || first.isDone());
        try {
            assertThat(raise(key))
                    .hasStatus(409)
                    .hasHeader("Retry-After", "21")
                    .bodyJson()
                    .extractingPath("code")
                    .isEqualTo("idempotency-key-in-progress");
        } finally {
            end.countDown();
        }
        assertThat(first.join()).hasStatus(201);
        assertThat(raise(key)).hasStatus(201).hasHeader("Idempotency-Hit", "true");
        assertThat(commanded.all()).hasSize(1);
    }

    @Test
    void afterACrashTheNextTryTakesOverAndMeansTheSame() {
        raise(key);
        RaiseDispute first = (RaiseDispute) commanded.only().command();
        jdbc.sql("""
            update idempotency_keys set state = 'in_progress', response_status = null
            where client_id = :client
            """).param("client", buyer.actor()).update();
        assertThat(raise(key)).hasStatus(409);
        clock.move(Duration.ofSeconds(20));
        assertThat(raise(key)).hasStatus(201).doesNotContainHeader("Idempotency-Hit");
        RaiseDispute second = (RaiseDispute) commanded.all().get(1).command();
        assertThat(second.disputeId()).isEqualTo(first.disputeId());
    }

    @Test
    void aSlowFirstDoesNotOverwriteWhoTookOver() {
        IdempotencyKey slow = new IdempotencyKey("test:" + UUID.randomUUID(), "k", "f");
        var lost = (Claim.Granted) store.claim(slow, "POST", "/x");
        clock.move(Duration.ofSeconds(20));
        var won = (Claim.Granted) store.claim(slow, "POST", "/x");
        store.complete(slow, lost, new StoredAnswer(201, Map.of(), "late"));
        store.giveUp(slow, lost);
        store.complete(slow, won, new StoredAnswer(202, Map.of(), "right"));
        assertThat(store.claim(slow, "POST", "/x"))
                .isEqualTo(new Claim.Answered(new StoredAnswer(202, Map.of(), "right")));
    }

    @Test
    void answersAreForgottenAfterADay() {
        raise(key);
        clock.move(Duration.ofHours(24));
        assertThat(store.purge(1)).isEqualTo(1);
        store.purge(1000);
        assertThat(raise(key)).hasStatus(201).doesNotContainHeader("Idempotency-Hit");
    }

    private MvcTestResult raise(String idempotencyKey) {
        return api.post(buyer, path(), BODY, "Idempotency-Key", idempotencyKey);
    }

    private String path() {
        return "/payments/" + payment + "/disputes";
    }

    private static Object awaited(CountDownLatch end) {
        try {
            assertThat(end.await(30, TimeUnit.SECONDS)).isTrue();
            return "done";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

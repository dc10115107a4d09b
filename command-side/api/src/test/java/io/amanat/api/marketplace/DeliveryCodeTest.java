package io.amanat.api.marketplace;

import static io.amanat.api.Api.a;
import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.api.Api;
import io.amanat.api.ApiTest;
import io.amanat.api.Commanded;
import io.amanat.contract.access.Caller;
import io.amanat.contract.identity.Role;
import io.amanat.contract.marketplace.DeliveryAttempt;
import io.amanat.contract.marketplace.DeliveryAttempt.Outcome;
import io.amanat.contract.marketplace.PurchaseRequestCommand.ConfirmDelivery;
import io.amanat.contract.marketplace.PurchaseRequestCommand.IssueDeliveryCode;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestCreated;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

@ApiTest
class DeliveryCodeTest {
    @Autowired
    Api api;

    @Autowired
    Commanded commanded;

    @Autowired
    JdbcClient jdbc;

    private final UUID request = UUID.randomUUID();
    private final Caller buyer = a(Role.BUYER);

    @BeforeEach
    void aRequest() {
        commanded.reset();
        api.log(request, PurchaseRequestCreated.class, request);
    }

    @Test
    void theCodeIsShownOnceAndOnlyItsHashGoesOn() throws Exception {
        MvcTestResult issued = api.post(buyer, path("delivery-code"), "", "Idempotency-Key", "once");
        assertThat(issued).hasStatus(202).hasHeader("Cache-Control", "no-store");
        String code = JsonMapper.shared()
                .readTree(issued.getResponse().getContentAsString())
                .get("code")
                .stringValue();
        assertThat(code).matches("[0-9]{6}");
        assertThat(commanded.only().toString()).doesNotContain(code);

        // never kept: the same key gives another code
        assertThat(api.post(buyer, path("delivery-code"), "", "Idempotency-Key", "once"))
                .hasStatus(202)
                .doesNotContainHeader("Idempotency-Hit");
        assertThat(commanded.all()).hasSize(2);
        assertThat(jdbc.sql("select count(*) from idempotency_keys where client_id = ?")
                        .param(buyer.actor())
                        .query(Integer.class)
                        .single())
                .isZero();

        commanded.answer(command -> new DeliveryAttempt(Outcome.CONFIRMED, 5));
        assertThat(confirm(code)).hasStatus(202);
        var hash = ((IssueDeliveryCode) commanded.all().get(0).command()).codeHash();
        assertThat(((ConfirmDelivery) commanded.all().get(2).command()).codeHash())
                .isEqualTo(hash);
    }

    @Test
    void aWrongCodeSaysHowManyTriesAreLeft() {
        commanded.answer(command -> new DeliveryAttempt(Outcome.WRONG_CODE, 3));
        assertThat(confirm("123456"))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo("{\"code\":\"delivery-code-wrong\",\"attemptsLeft\":3}");
    }

    @Test
    void aLockedCodeIsAConflict() {
        commanded.answer(command -> new DeliveryAttempt(Outcome.LOCKED, 0));
        assertThat(confirm("123456"))
                .hasStatus(409)
                .bodyJson()
                .isLenientlyEqualTo("{\"code\":\"delivery-code-locked\",\"attemptsLeft\":0}");
    }

    @Test
    void aCodeHasSixDigits() {
        assertThat(confirm("12345")).hasStatus(400).bodyText().contains("code has six digits");
        assertThat(commanded.all()).isEmpty();
    }

    private MvcTestResult confirm(String code) {
        String body = "{\"code\":\"" + code + "\"}";
        return api.post(
                buyer,
                path("delivery-confirmation"),
                body,
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    private String path(String what) {
        return "/purchase-requests/" + request + "/" + what;
    }
}

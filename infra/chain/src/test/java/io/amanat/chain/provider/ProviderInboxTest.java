package io.amanat.chain.provider;

import static io.amanat.chain.provider.ProviderScene.NEW_SECRET;
import static io.amanat.chain.provider.ProviderScene.NOW;
import static io.amanat.chain.provider.ProviderScene.OLD_SECRET;
import static io.amanat.chain.provider.ProviderScene.hmac;
import static io.amanat.contract.escrow.PaymentProvider.REQUEST_NETWORK;
import static io.amanat.contract.escrow.PaymentProvider.SHKEEPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.amanat.chain.evm.Receipt;
import io.amanat.chain.provider.ProviderScene.Due;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.escrow.PaymentCommand.ConfirmTransfer;
import io.amanat.contract.escrow.PaymentCommand.ObserveTransfer;
import io.amanat.contract.escrow.PaymentProvider;
import io.amanat.contract.escrow.ProviderRule;
import io.amanat.testkit.TestDatabase;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProviderInboxTest {
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ProviderScene SCENE = new ProviderScene(DATABASE);
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final List<String> SECRETS = List.of(NEW_SECRET, OLD_SECRET);
    private static final WebhookProtocol REQUEST = new RequestNetworkWebhooks(SECRETS);
    private static final WebhookProtocol KEEPER = new ShkeeperWebhooks(SECRETS, WINDOW);

    private final ProviderInbox inbox = SCENE.inbox(NOW, REQUEST, KEEPER);

    @AfterAll
    static void drop() {
        SCENE.rpc.close();
        DATABASE.close();
    }

    @BeforeEach
    void empty() {
        SCENE.jdbc.sql("delete from provider_deliveries").update();
        SCENE.watcher.round();
        SCENE.sent.forget();
    }

    @Test
    void givenTwoSecrets_whenSignedWithEither_thenItIsTaken_andWithAnyOtherItIsNot() {
        byte[] body = bytes("{\"event\":\"payment.confirmed\"}");
        assertThat(request("1", body, OLD_SECRET)).isEqualTo(200);
        assertThat(request("2", body, NEW_SECRET)).isEqualTo(200);
        refused(ProviderRule.WEBHOOKS_ARE_SIGNED, () -> request("3", body, "wrong secret"));
        assertThat(keeper(body, NEW_SECRET, NOW)).isEqualTo(202);
        refused(ProviderRule.WEBHOOKS_ARE_SIGNED, () -> keeper(bytes("{}"), "wrong secret", NOW));
        assertThat(SCENE.outcomes()).isEqualTo("nothing_to_check 1, nothing_to_check 1, nothing_to_check 1");

        ProviderInbox rotated = SCENE.inbox(NOW, new RequestNetworkWebhooks(List.of(NEW_SECRET)));
        refused(
                ProviderRule.WEBHOOKS_ARE_SIGNED,
                () -> rotated.receive(REQUEST_NETWORK, requestHeaders("4", hmac(OLD_SECRET, "", body)), body));
    }

    @Test
    void givenNoSignatureOrOneOfOtherBytes_thenNothingIsWrittenDown() {
        byte[] body = bytes("{\"amount\":1}");
        String good = hmac(NEW_SECRET, "", body);
        refused(ProviderRule.WEBHOOKS_ARE_SIGNED, () -> inbox.receive(REQUEST_NETWORK, Map.of(), body));
        refused(
                ProviderRule.WEBHOOKS_ARE_SIGNED,
                () -> inbox.receive(REQUEST_NETWORK, requestHeaders("1", good), bytes("{\"amount\": 1}")));
        refused(
                ProviderRule.WEBHOOKS_ARE_SIGNED,
                () -> inbox.receive(REQUEST_NETWORK, requestHeaders("1", good.substring(1)), body));
        refused(
                ProviderRule.WEBHOOKS_ARE_SIGNED,
                () -> inbox.receive(REQUEST_NETWORK, requestHeaders("1", "not hexadecimal"), body));
        refused(ProviderRule.WEBHOOKS_ARE_SIGNED, () -> inbox.receive(REQUEST_NETWORK, requestHeaders("", good), body));
        refused(
                ProviderRule.WEBHOOKS_ARE_SIGNED,
                () -> inbox.receive(SHKEEPER, Map.of("x-shkeeper-api-key", NEW_SECRET), body));
        assertThat(SCENE.outcomes()).isEmpty();
    }

    @Test
    void givenATime_whenItIsOutsideOfTheWindowOrNotTheSignedOne_thenItIsRefused() {
        byte[] body = bytes("{}");
        Instant old = NOW.minus(WINDOW).minusSeconds(1);
        refused(ProviderRule.WEBHOOKS_ARE_FRESH, () -> keeper(body, NEW_SECRET, old));
        refused(
                ProviderRule.WEBHOOKS_ARE_FRESH,
                () -> keeper(body, NEW_SECRET, NOW.plus(WINDOW).plusSeconds(1)));
        Map<String, String> moved = keeperHeaders(body, NEW_SECRET, old);
        moved.put(ShkeeperWebhooks.TIMESTAMP, Long.toString(NOW.getEpochSecond()));
        refused(ProviderRule.WEBHOOKS_ARE_SIGNED, () -> inbox.receive(SHKEEPER, moved, body));
        assertThat(keeper(body, NEW_SECRET, NOW.minus(WINDOW))).isEqualTo(202);
    }

    @Test
    void givenADelivery_whenItComesAgain_thenItIsAcknowledgedAndDoesNothing_andAnotherBodyUnderItsIdIsRefused() {
        byte[] body = bytes("{\"event\":\"payment.confirmed\"}");
        request("same", body, NEW_SECRET);
        Map<String, String> retry = requestHeaders("same", hmac(NEW_SECRET, "", body));
        retry.put(RequestNetworkWebhooks.RETRY_COUNT, "2");
        assertThat(inbox.receive(REQUEST_NETWORK, retry, body)).isEqualTo(200);
        assertThat(SCENE.outcomes()).isEqualTo("nothing_to_check 2");
        refused(
                ProviderRule.A_DELIVERY_ID_STANDS_FOR_ONE_BODY,
                () -> request("same", bytes("{\"event\":\"payment.failed\"}"), NEW_SECRET));

        assertThat(keeper(body, NEW_SECRET, NOW)).isEqualTo(202);
        assertThat(keeper(body, NEW_SECRET, NOW.plusSeconds(60))).isEqualTo(202);
        assertThat(SCENE.jdbc
                        .sql("select max(times) || ' ' || max(retry_count) from provider_deliveries")
                        .query(String.class)
                        .single())
                .isEqualTo("3 2");
    }

    @Test
    void givenTooMuchOrWhatNobodyKnowsOrCanRead_thenEachHasItsAnswer() {
        byte[] large = new byte[ProviderScene.BODY_BYTES_MAX + 1];
        refused(ProviderRule.WEBHOOKS_ARE_SMALL, () -> request("1", large, NEW_SECRET));
        refused(
                ProviderRule.WEBHOOKS_COME_FROM_KNOWN_PROVIDERS,
                () -> inbox.receive(PaymentProvider.AMN_SCANNER, Map.of(), bytes("{}")));
        keeper(bytes("{\"addr\":\"0x00000000000000000000000000000000000000aa\",\"paid\":true}"), NEW_SECRET, NOW);
        assertThat(SCENE.outcomes()).isEqualTo("unknown_payment 1");
        SCENE.jdbc.sql("delete from provider_deliveries").update();
        keeper(bytes("paid, believe me"), NEW_SECRET, NOW);
        assertThat(SCENE.outcomes()).isEqualTo("unreadable 1");
    }

    @Test
    void givenAPayment_whenWebhooksAreForgedRepeatedOutOfOrderOrLost_thenWhatIsCreditedIsWhatTheChainShows() {
        Due due = SCENE.due();
        byte[] lie = confirmed(due, "0x" + "1".repeat(64));
        keeper(lie, NEW_SECRET, NOW);
        keeper(lie, NEW_SECRET, NOW);
        SCENE.confirmed();
        assertThat(SCENE.sent.all()).as("a webhook alone").isEmpty();

        Receipt paid = SCENE.chain.pay(SCENE.chain.usdc(), due.address(), BigInteger.valueOf(1_000));
        keeper(confirmed(due, paid.transactionHash()), NEW_SECRET, NOW.plusSeconds(1));
        keeper(unconfirmed(due, paid.transactionHash()), NEW_SECRET, NOW.plusSeconds(2));
        assertThat(SCENE.sent.all()).as("told by nobody but the watcher").isEmpty();
        SCENE.confirmed();
        keeper(confirmed(due, paid.transactionHash()), NEW_SECRET, NOW.plusSeconds(3));
        SCENE.confirmed();
        assertThat(SCENE.sent.all(ObserveTransfer.class)).hasSize(1);
        assertThat(SCENE.sent.all(ConfirmTransfer.class)).hasSize(1);
        assertThat(SCENE.outcomes().split(", "))
                .containsExactlyInAnyOrder("not_on_chain 2", "on_chain 2", "on_chain 1");

        Due silent = SCENE.due();
        SCENE.chain.pay(SCENE.chain.usdc(), silent.address(), BigInteger.valueOf(1_000));
        SCENE.confirmed();
        assertThat(SCENE.sent.all(ConfirmTransfer.class))
                .as("without any webhook")
                .hasSize(2)
                .last()
                .satisfies(told -> assertThat(told.paymentId()).isEqualTo(silent.payment()));
    }

    @Test
    void givenAReference_whenItsTransactionPaysAnotherPayment_thenItContradictsTheChain() {
        Due due = SCENE.due();
        Due other = SCENE.due();
        Receipt paid = SCENE.chain.pay(SCENE.chain.usdc(), due.address(), BigInteger.valueOf(1_000));
        request("right", said(due, paid), NEW_SECRET);
        assertThat(SCENE.outcomes()).isEqualTo("on_chain 1");
        SCENE.jdbc.sql("delete from provider_deliveries").update();
        request("wrong", said(other, paid), NEW_SECRET);
        assertThat(SCENE.outcomes()).isEqualTo("contradicts_chain 1");
    }

    @Test
    void givenDeliveries_whenTheirRetentionIsOver_thenTheyAreForgotten() {
        request("old", bytes("{}"), NEW_SECRET);
        inbox.purge();
        assertThat(SCENE.outcomes()).isEqualTo("nothing_to_check 1");
        SCENE.inbox(NOW.plus(Duration.ofDays(91)), REQUEST).purge();
        assertThat(SCENE.outcomes()).isEmpty();
    }

    private int request(String id, byte[] body, String secret) {
        return inbox.receive(REQUEST_NETWORK, requestHeaders(id, hmac(secret, "", body)), body);
    }

    private int keeper(byte[] body, String secret, Instant at) {
        return inbox.receive(SHKEEPER, keeperHeaders(body, secret, at), body);
    }

    private static Map<String, String> requestHeaders(String id, String signature) {
        return new HashMap<>(Map.of(RequestNetworkWebhooks.DELIVERY, id, RequestNetworkWebhooks.SIGNATURE, signature));
    }

    private static Map<String, String> keeperHeaders(byte[] body, String secret, Instant at) {
        String seconds = Long.toString(at.getEpochSecond());
        return new HashMap<>(Map.of(
                ShkeeperWebhooks.TIMESTAMP, seconds, ShkeeperWebhooks.SIGNATURE, hmac(secret, seconds + ".", body)));
    }

    private static byte[] confirmed(Due due, String transaction) {
        return bytes("""
            {"addr":"%s","crypto":"ETH-USDC","external_id":"%s","paid":true,"status":"PAID",
             "transactions":[{"amount_crypto":"10","trigger":true,"txid":"%s"}]}\
            """.formatted(due.address(), due.payment(), transaction));
    }

    private static byte[] unconfirmed(Due due, String transaction) {
        return bytes("""
            {"addr":"%s","amount":"10","crypto":"ETH-USDC","status":"unconfirmed","txid":"%s"}\
            """.formatted(due.address(), transaction));
    }

    private static byte[] said(Due due, Receipt paid) {
        return bytes("""
            {"event":"payment.confirmed","requestId":"%s","paymentReference":"0x%s","txHash":"%s","amount":"99999"}\
            """.formatted(due.reference().requestId(), due.reference().value(), paid.transactionHash()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void refused(ProviderRule rule, Runnable delivery) {
        assertThatExceptionOfType(RuleViolated.class)
                .isThrownBy(delivery::run)
                .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo(rule));
    }
}

package io.amanat.app.e2e;

import static io.amanat.app.e2e.Trades.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.app.e2e.Http.Answer;
import io.amanat.app.e2e.Trades.Trade;
import io.amanat.chain.custody.InMemorySigner;
import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.local.AnvilRpc;
import io.amanat.chain.local.DevWallet;
import io.amanat.chain.local.LocalTokens;
import io.amanat.chain.testing.Aggregator;
import io.amanat.contract.money.EvmAddress;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.web3j.crypto.ContractUtils;
import org.web3j.crypto.Credentials;
import org.web3j.utils.Numeric;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A price in euros is paid in a token, from the acceptance to the held money; a price whose source is missing is refused, alone. */
class QuotesTest {
    /** Makes the aggregator for lira, as the first thing that it ever does. */
    private static final Credentials FEEDER = Credentials.create("22".repeat(32));

    static final EvmAddress LIRA = new EvmAddress(Numeric.toHexString(
            ContractUtils.generateContractAddress(Numeric.hexStringToByteArray(FEEDER.getAddress()), BigInteger.ZERO)));

    private final RunningPlatform platform = SharedPlatform.get();
    private final Http http = new Http(platform.api());
    private final Trades trades = new Trades(platform);

    private record Offered(String request, String offer) {
        String acceptance() {
            return "/purchase-requests/" + request + "/offers/" + offer + "/acceptance";
        }
    }

    private Offered offered(String amount, String currency) {
        String request = trades.asked();
        ObjectNode body = Bodies.offer(amount);
        body.set("price", Http.JSON.valueToTree(Map.of("amount", amount, "currency", currency)));
        Answer offer = http.post(http.token("seller"), "/purchase-requests/" + request + "/offers", body);
        return new Offered(request, offer.body().path("id").asString());
    }

    private Answer accept(Offered offered) {
        return http.post(http.token("buyer"), offered.acceptance(), Bodies.acceptance(LocalTokens.USDC.value()));
    }

    @Test
    void givenAPriceInEuros_whenAcceptedAndPaid_thenItSettlesByItsQuote() {
        Offered offered = offered("10.00", "EUR");
        Answer accepted = accept(offered);
        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);
        Trade trade = new Trade(
                offered.request(),
                offered.offer(),
                accepted.body().path("paymentId").asString());
        String path = "/payments/" + trade.paymentId();
        await().until(() -> !http.get(http.token("buyer"), path)
                .body()
                .path("quote")
                .path("settleAmount")
                .isMissingNode());

        JsonNode payment = http.get(http.token("seller"), path).body();
        assertThat(payment.path("due").path("amount").asString()).isEqualTo("11.111112");
        JsonNode quote = payment.path("quote");
        assertThat(quote.path("settleAmount").path("amount").asString()).isEqualTo("11.111112");
        assertThat(quote.path("price").path("currency").asString()).isEqualTo("EUR");
        assertThat(quote.path("fxRate").asString()).isEqualTo("1.10");
        assertThat(quote.path("tokenPriceUsd").asString()).isEqualTo("0.99");
        assertThat(quote.path("depegAdjustmentBps").asInt()).isEqualTo(101);
        assertThat(http.post(http.token("buyer"), path + "/quotes", Map.of()).code())
                .isEqualTo("a-quote-stands-until-it-expires");

        trades.pay(trade, "11.111112");

        trades.awaitEscrow(trade, "funded");
        trades.awaitRequest(trade, "payment_confirmed");
        assertThat(http.get(http.token("buyer"), "/purchase-requests/" + trade.requestId() + "/timeline")
                        .body()
                        .toString())
                .contains("There is a quote of 11.111112 USDC until");
        assertThat(http.post(http.token("buyer"), path + "/quotes", Map.of()).code())
                .isEqualTo("only-open-payments-are-quoted");
    }

    @Test
    void givenASourceThatIsMissing_thenThatPriceIsRefused_andNothingElseStops_untilItIsThere() throws Exception {
        Offered inLira = offered("500.00", "TRY");

        Answer refused = accept(inLira);

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.code()).isEqualTo("quote-source-missing");
        assertThat(refused.body().path("detail").asString()).contains("no aggregator answers there");
        assertThat(http.get(http.token("buyer"), "/purchase-requests/" + inLira.request())
                        .body()
                        .path("status")
                        .asString())
                .isEqualTo("received_offers");
        assertThat(accept(offered("10.00", "USDC")).status()).isEqualTo(202);
        assertThat(accept(offered("10.00", "EUR")).status()).isEqualTo(202);
        assertThat(health("/actuator/health")).contains("\"quoting\"", "no aggregator answers there");
        assertThat(health("/actuator/health/readiness")).contains("\"UP\"").doesNotContain("DOWN");

        theAggregatorSays("0.03");
        Answer accepted = accept(inLira);

        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);
        Trade trade = new Trade(
                inLira.request(),
                inLira.offer(),
                accepted.body().path("paymentId").asString());
        await().until(() ->
                http.get(http.token("buyer"), "/payments/" + trade.paymentId()).status() == 200);
        trades.pay(trade, "15.151516");
        trades.awaitEscrow(trade, "funded");
    }

    private void theAggregatorSays(String price) {
        try (EvmClient client = new EvmClient(platform.rpc().toString(), Duration.ofSeconds(10));
                AnvilRpc anvil = new AnvilRpc(platform.rpc().toString(), Duration.ofSeconds(10))) {
            anvil.setBalanceWei(new EvmAddress(FEEDER.getAddress()), BigInteger.TEN.pow(18));
            DevWallet feeder = new DevWallet(client, new InMemorySigner(FEEDER));
            feeder.send(null, Aggregator.creation(8, "TRY / USD"));
            String told = feeder.send(LIRA, Aggregator.telling(8, 1, price, Instant.now(), 1));
            await().until(() -> client.receipt(told).isPresent());
        }
    }

    private String health(String path) throws Exception {
        URI address = platform.api().resolve(path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
    }
}

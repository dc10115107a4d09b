package io.amanat.app.e2e;

import io.amanat.app.e2e.Http.Answer;
import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.local.DevAccounts;
import io.amanat.chain.local.DevWallet;
import io.amanat.chain.local.LocalTokens;
import io.amanat.contract.money.DecimalText;
import io.amanat.contract.money.EvmAddress;
import java.time.Duration;
import org.awaitility.Awaitility;

/** Brings trades of the demo's buyer and seller as far as a test needs them. */
final class Trades {
    private final Http http;
    private final DevWallet wallet;

    Trades(RunningPlatform platform) {
        this.http = new Http(platform.api());
        this.wallet =
                new DevWallet(new EvmClient(platform.rpc().toString(), Duration.ofSeconds(10)), DevAccounts.BUYER);
    }

    record Trade(String requestId, String offerId, String paymentId) {}

    String asked() {
        return id(http.post(http.token("buyer"), "/purchase-requests", Bodies.request()));
    }

    String offered(String requestId, String amount) {
        return id(http.post(http.token("seller"), "/purchase-requests/" + requestId + "/offers", Bodies.offer(amount)));
    }

    /** Accepted, and its payment can be seen. */
    Trade accepted(String amount) {
        String request = asked();
        String offer = offered(request, amount);
        Answer answer = http.post(
                http.token("buyer"),
                "/purchase-requests/" + request + "/offers/" + offer + "/acceptance",
                Bodies.acceptance(LocalTokens.USDC.value()));
        Trade trade = new Trade(request, offer, answer.body().path("paymentId").asString());
        await().until(() ->
                http.get(http.token("buyer"), "/payments/" + trade.paymentId).status() == 200);
        return trade;
    }

    /** Paid on the chain and held. */
    Trade funded(String amount) {
        Trade trade = accepted(amount);
        pay(trade, amount);
        awaitEscrow(trade, "funded");
        awaitRequest(trade, "payment_confirmed");
        return trade;
    }

    void pay(Trade trade, String amount) {
        String destination = http.get(http.token("buyer"), "/payments/" + trade.paymentId)
                .body()
                .path("destination")
                .path("address")
                .asString();
        wallet.transfer(LocalTokens.USDC, new EvmAddress(destination), DecimalText.toUnits(amount, 6));
    }

    /** Handed over: the buyer can ask for a code. */
    Trade delivered(String amount) {
        Trade trade = funded(amount);
        for (String step : new String[] {"work-start", "hand-over"}) {
            id(http.post(
                    http.token("seller"), "/purchase-requests/" + trade.requestId + "/" + step, java.util.Map.of()));
        }
        return trade;
    }

    void awaitRequest(Trade trade, String status) {
        await().until(() -> status.equals(http.get(http.token("buyer"), "/purchase-requests/" + trade.requestId)
                .body()
                .path("status")
                .asString()));
    }

    void awaitEscrow(Trade trade, String state) {
        await().until(() -> state.equals(http.get(http.token("buyer"), "/payments/" + trade.paymentId)
                .body()
                .path("escrowState")
                .asString("")));
    }

    static org.awaitility.core.ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(200));
    }

    private static String id(Answer answer) {
        if (answer.status() >= 300) {
            throw new IllegalStateException(answer.toString());
        }
        return answer.body().path("id").asString("");
    }
}

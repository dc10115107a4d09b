package io.amanat.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.app.e2e.Http.Answer;
import io.amanat.chain.custody.InMemorySigner;
import io.amanat.chain.evm.Eip55;
import io.amanat.chain.local.DevAccounts;
import io.amanat.chain.local.LocalTokens;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.web3j.crypto.Credentials;
import tools.jackson.databind.JsonNode;

/** Where people are paid: signed for by the address's owner, and not changed at once by whoever holds a session. */
class PayoutAddressesTest {
    private static final String ADDRESSES = "/users/me/payout-addresses";
    private static final InMemorySigner OTHER = new InMemorySigner(Credentials.create("4747".repeat(16)));

    private final Http http = new Http(SharedPlatform.get().api());
    private final Trades trades = new Trades(SharedPlatform.get());

    @Test
    void anAddressIsProvenByItsOwner_aChangeCoolsOff_andMeanwhileTheOldOneIsPaid() {
        String seller = http.newcomer("seller");
        String request = trades.asked();
        refused(
                register(seller, account(OTHER).toLowerCase(java.util.Locale.ROOT)),
                422,
                "a-payout-address-is-checksummed");
        refused(register(seller, account(OTHER).replace("0x", "0X")), 400, "validation-failed");
        refused(register(seller, "0x" + "0".repeat(40)), 422, "a-payout-address-is-a-persons");
        refused(register(seller, new Eip55().format(LocalTokens.USDC)), 422, "money-never-comes-back-to-us");
        refused(http.post(seller, ADDRESSES + "/withdrawal", Map.of()), 409, "only-a-waiting-address-is-withdrawn");

        String text = register(seller, account(OTHER)).body().path("text").asString();
        refused(
                confirm(seller, account(OTHER), Bodies.OWNER.personalSign(text)),
                403,
                "the-owner-signs-for-a-payout-address");
        refused(confirm(seller, Bodies.WALLET, Bodies.OWNER.personalSign(text)), 409, "a-challenge-is-asked-for-first");
        refused(offer(seller, request, account(OTHER)), 403, "a-payout-address-is-confirmed-first");
        Answer changed = confirm(seller, account(OTHER), OTHER.personalSign(text));
        assertThat(changed.status()).as(changed.toString()).isEqualTo(202);

        refused(offer(seller, request, account(OTHER)), 403, "a-payout-address-is-confirmed-first");
        assertThat(offer(seller, request, Bodies.WALLET).status()).isEqualTo(201);
        JsonNode shown = http.get(seller, ADDRESSES + "?minPosition=" + changed.header("X-Event-Position"))
                .body()
                .path("items")
                .path(0);
        assertThat(shown.path("address").asString()).isEqualTo(account(OTHER));
        assertThat(shown.path("previousAddress").asString()).isEqualTo(Bodies.WALLET);

        assertThat(http.post(seller, ADDRESSES + "/withdrawal", Map.of()).status())
                .isEqualTo(202);
        refused(offer(seller, request, account(DevAccounts.SELLER)), 403, "a-payout-address-is-confirmed-first");
    }

    /** As after a crash between the commit and the answer: the event is there, what was answered is not. */
    @Test
    void aRepeatAfterALostAnswer_asksForTheSameSignature() {
        String seller = http.newcomer("seller");
        String key = UUID.randomUUID().toString();
        JsonNode first = registered(seller, key);
        assertThat(SharedPlatform.get()
                        .jdbc()
                        .sql("delete from idempotency_keys where key = ?")
                        .param(key)
                        .update())
                .isEqualTo(1);
        assertThat(registered(seller, key)).isEqualTo(first);
    }

    private JsonNode registered(String token, String key) {
        String body = Http.JSON.writeValueAsString(Map.of("address", account(OTHER)));
        Answer answer = http.send("POST", ADDRESSES, token, body, Map.of("Idempotency-Key", '"' + key + '"'));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        return answer.body();
    }

    private Answer register(String token, String address) {
        return http.post(token, ADDRESSES, Map.of("address", address));
    }

    private Answer confirm(String token, String address, String signature) {
        return http.post(token, ADDRESSES + "/confirmation", Map.of("address", address, "signature", signature));
    }

    private Answer offer(String token, String request, String address) {
        return http.post(
                token,
                "/purchase-requests/" + request + "/offers",
                Bodies.offer("10.00").put("payoutAddress", address));
    }

    private static String account(InMemorySigner wallet) {
        return new Eip55().format(wallet.address());
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }
}

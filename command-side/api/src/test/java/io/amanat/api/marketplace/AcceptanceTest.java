package io.amanat.api.marketplace;

import static io.amanat.api.Api.a;
import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.api.Api;
import io.amanat.api.ApiTest;
import io.amanat.api.Commanded;
import io.amanat.api.TestPorts;
import io.amanat.contract.escrow.PaymentProvider;
import io.amanat.contract.identity.ChainFamily;
import io.amanat.contract.identity.PayoutAddressCommand.UsePayoutAddress;
import io.amanat.contract.identity.PayoutAddressId;
import io.amanat.contract.identity.Role;
import io.amanat.contract.marketplace.PurchaseRequestCommand.AcceptOffer;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestCreated;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApiTest
class AcceptanceTest {
    private static final String BODY = """
        {"asset":{"chainId":31337,"contract":"0x00000000000000000000000000000000000000C1"},
         "refundAddress":"0x00000000000000000000000000000000000000aa","provider":"amn.scanner"}\
        """;

    @Autowired
    Api api;

    @Autowired
    Commanded commanded;

    private final UUID request = UUID.randomUUID();

    @BeforeEach
    void aRequest() {
        commanded.reset();
        api.log(request, PurchaseRequestCreated.class, request);
    }

    @Test
    void theAssetIsTheOperatorsWithItsDecimals() {
        MvcTestResult answer = accept(BODY);
        AcceptOffer command = (AcceptOffer) commanded.all().getLast().command();
        assertThat(commanded.all())
                .hasSize(2)
                .first()
                .satisfies(asked -> assertThat(asked.command())
                        .isEqualTo(new UsePayoutAddress(
                                PayoutAddressId.of(command.by(), ChainFamily.EVM), command.refundAddress())));
        assertThat(command.asset()).isEqualTo(TestPorts.USDC);
        assertThat(command.provider()).isEqualTo(PaymentProvider.AMN_SCANNER);
        assertThat(answer)
                .hasStatus(202)
                .bodyJson()
                .isStrictlyEqualTo("{\"paymentId\":\"" + command.paymentId() + "\"}");
    }

    @Test
    void givenNoProvider_thenItIsOurOwnWatcher_andOneThatIsNotOfferedIsRefused() {
        accept(BODY.replace(",\"provider\":\"amn.scanner\"", ""));
        assertThat(((AcceptOffer) commanded.all().getLast().command()).provider())
                .isEqualTo(PaymentProvider.AMN_SCANNER);
        commanded.reset();
        accept(BODY.replace("amn.scanner", "shkeeper"));
        assertThat(((AcceptOffer) commanded.all().getLast().command()).provider())
                .isEqualTo(PaymentProvider.SHKEEPER);
        assertThat(accept(BODY.replace("amn.scanner", "other")))
                .hasStatus(422)
                .bodyText()
                .contains("providers-are-offered");
    }

    @Test
    void anotherTokenIsRefused() {
        assertThat(accept(BODY.replace("31337", "1"))).hasStatus(422).bodyText().contains("asset-not-allowed");
        assertThat(accept(BODY.replace("00C1", "00C2"))).hasStatus(422);
        assertThat(accept(BODY.replace("00aa", "00a")))
                .hasStatus(400)
                .bodyText()
                .contains("refundAddress an address is 0x and 40 hexadecimal digits");
        assertThat(commanded.all()).isEmpty();
    }

    @Test
    void anAddressOfOursIsNoRefundAddress() {
        assertThat(accept(BODY.replace("00aa", "00f0")))
                .hasStatus(422)
                .bodyText()
                .contains("money-never-comes-back-to-us");
        assertThat(commanded.all()).isEmpty();
    }

    private MvcTestResult accept(String body) {
        return api.post(
                a(Role.BUYER),
                "/purchase-requests/" + request + "/offers/" + UUID.randomUUID() + "/acceptance",
                body,
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }
}

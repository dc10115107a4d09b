package io.amanat.api.marketplace;

import static io.amanat.api.Api.a;
import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.api.Api;
import io.amanat.api.ApiTest;
import io.amanat.api.Commanded;
import io.amanat.contract.MetadataKeys;
import io.amanat.contract.access.Caller;
import io.amanat.contract.escrow.PayInEvent.PaymentOpened;
import io.amanat.contract.identity.PersonalDataVault;
import io.amanat.contract.identity.Role;
import io.amanat.contract.marketplace.PurchaseRequestCommand.CreatePurchaseRequest;
import io.amanat.contract.marketplace.PurchaseRequestCommand.EditPurchaseRequest;
import io.amanat.contract.marketplace.RequestDetails;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestCreated;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApiTest
class RequestBodyTest {
    static final String GOOD = """
        {"title":"  A lamp ","description":"Of brass.\\nOld.","productType":"physical_product",
         "budget":{"min":{"amount":"100","currency":"USDC"},"max":{"amount":"125.50","currency":"USDC"}},
         "urgency":"medium","quantity":1,"specifications":[{"key":"colour","value":"green"}],
         "delivery":{"method":"shipping","address":{"recipient":"B. Uyer","line1":"Street 1","line2":null,
          "city":"Berlin","region":null,"postalCode":"10115","countryCode":"DE"},"neededBy":"2026-12-24","notes":""},
         "serviceInfo":null,"preferredSellers":[]}\
        """;

    @Autowired
    Api api;

    @Autowired
    Commanded commanded;

    @Autowired
    PersonalDataVault vault;

    private final Caller buyer = a(Role.BUYER);

    @BeforeEach
    void nothingYet() {
        commanded.reset();
    }

    @Test
    void aGoodRequestIsSealedWithTheBuyersKeyAndAnswered() {
        MvcTestResult answer = create(GOOD);
        assertThat(answer).hasStatus(201).hasHeader("X-Event-Position", "42");
        var sent = commanded.only();
        CreatePurchaseRequest command = (CreatePurchaseRequest) sent.command();
        assertThat(answer).hasHeader("Location", "/api/v1/purchase-requests/" + command.requestId());
        assertThat(sent.origin().actor()).isEqualTo("user:" + buyer.userId());
        assertThat(sent.origin().actorRole()).isEqualTo("buyer");
        assertThat(sent.origin().correlationId()).isEqualTo(command.requestId().toString());
        assertThat(sent.origin().more()).containsKeys(MetadataKeys.IP, MetadataKeys.REQUEST_ID);
        RequestDetails details = command.details();
        assertThat(details.title().subject()).isEqualTo(buyer.userId());
        assertThat(vault.open(details.title())).isEqualTo("A lamp");
        assertThat(details.budget().max().amount()).isEqualTo("125.50");
        assertThat(details.delivery().notes()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"125.50\"|125.50|",
                "\"125.50\"|\"-1\"|budget.max an amount is plain decimal text",
                "\"125.50\"|\"1e3\"|budget.max an amount is plain decimal text",
                "\"125.50\"|\"1.0000001\"|budget.max an amount has at most 6 decimals here",
                "\"125.50\"|\"99999999999\"|budget.max an amount is at most 9999999999 USDC",
                "\"physical_product\"|\"spaceship\"|productType is one of physical_product, digital_product, service",
                "\"quantity\":1|\"quantity\":1.5|",
                "\"quantity\":1|\"quantity\":\"1\"|",
                "\"quantity\":1|\"quantity\":0|quantity must be greater than or equal to 1",
                "\"quantity\":1|\"quantity\":1,\"colour\":\"red\"|",
                "\"quantity\":1|\"quantity\":1,\"quantity\":2|",
                "\"quantity\":1,||",
                "\"  A lamp \"|\"   \"|title must not be empty",
                "\"  A lamp \"|null|title must not be empty",
                "\"  A lamp \"|\"A\\u0007lamp\"|title has no control characters",
                "\"  A lamp \"|\"A\\nlamp\"|title has no control characters",
                "\"colour\"|\"Colour!\"|specifications[0].key has 1 to 64 characters",
                "\"DE\"|\"Germany\"|delivery.address.countryCode is an ISO 3166-1",
                "\"2026-12-24\"|\"Christmas\"|",
                "\"preferredSellers\":[]|\"preferredSellers\":[\"me\"]|",
                "\"preferredSellers\":[]}|\"preferredSellers\":[]} x|",
            })
    void badInputIsRefusedAndNamed(String good, String bad, String expected) {
        String body = GOOD.replace(good, bad == null ? "" : bad);
        assertThat(body).isNotEqualTo(GOOD);
        var answer = assertThat(create(body)).hasStatus(400);
        if (expected != null) {
            answer.bodyText().contains(expected);
        }
        assertThat(commanded.all()).isEmpty();
    }

    @Test
    void everyWrongFieldIsListed() {
        assertThat(create(GOOD.replace("A lamp", "").replace("\"medium\"", "\"soon\"")))
                .hasStatus(400)
                .bodyText()
                .contains("title must not be empty", "urgency is one of low, medium, high, urgent");
    }

    @Test
    void aThousandSpecificationsAreRefused() {
        String many = IntStream.range(0, 1000)
                .mapToObj(i -> "{\"key\":\"k" + i + "\",\"value\":\"v\"}")
                .collect(Collectors.joining(",", "[", "]"));
        assertThat(create(GOOD.replace("[{\"key\":\"colour\",\"value\":\"green\"}]", many)))
                .hasStatus(400)
                .bodyText()
                .contains("specifications has at most 50 entries");
    }

    @Test
    void anOversizedBodyIsRefused() {
        assertThat(create(GOOD.replace("Of brass", "x".repeat(300_000))))
                .hasStatus(413)
                .bodyText()
                .contains("body-too-large");
        assertThat(create(GOOD.replace("Of brass", "x".repeat(5_001))))
                .hasStatus(400)
                .bodyText()
                .contains("description has at most 5000 characters");
    }

    @Test
    void ifMatchBecomesTheExpectedVersion() {
        UUID request = UUID.randomUUID();
        api.log(request, PurchaseRequestCreated.class, request);
        assertThat(edit(request, "\"7\"")).hasStatus(202);
        assertThat(commanded.only().command()).isInstanceOf(EditPurchaseRequest.class);
        assertThat(commanded.only().origin().more()).containsEntry(MetadataKeys.EXPECTED_VERSION, "7");
        assertThat(edit(request, "W/\"7\"")).hasStatus(400).bodyText().contains("if-match-invalid");
        assertThat(edit(request, "7")).hasStatus(400);
    }

    @Test
    void anUnknownRequestIsNotFoundAndNeitherIsAThingOfAnotherKind() {
        assertThat(edit(UUID.randomUUID(), "*")).hasStatus(404).bodyText().contains("no-such-request");
        UUID payment = UUID.randomUUID();
        api.log(payment, PaymentOpened.class, UUID.randomUUID());
        assertThat(edit(payment, "*")).hasStatus(404);
        assertThat(commanded.all()).isEmpty();
    }

    private MvcTestResult create(String body) {
        return api.post(buyer, "/purchase-requests", body);
    }

    private MvcTestResult edit(UUID request, String ifMatch) {
        return api.send(HttpMethod.PUT, buyer, null, "/purchase-requests/" + request, GOOD, "If-Match", ifMatch);
    }
}

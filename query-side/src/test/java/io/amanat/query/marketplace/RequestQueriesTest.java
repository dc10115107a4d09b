package io.amanat.query.marketplace;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.amanat.contract.identity.PersonalDataVault;
import io.amanat.contract.identity.Role;
import io.amanat.contract.identity.UserId;
import io.amanat.query.testing.As;
import io.amanat.query.testing.QueryTest;
import io.amanat.query.testing.Rows;
import io.amanat.query.testing.Trade;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@QueryTest
class RequestQueriesTest {
    private static final String ONE = "/api/v1/purchase-requests/{id}";

    private final MockMvc http;
    private final Rows rows;
    private final PersonalDataVault vault;

    @Autowired
    RequestQueriesTest(MockMvc http, JdbcClient jdbc, PersonalDataVault vault) {
        this.http = http;
        this.rows = new Rows(jdbc);
        this.vault = vault;
    }

    @Test
    void theBuyerSeesTheWholeRequest() throws Exception {
        Trade trade = Trade.funded(rows);
        http.perform(get(ONE, trade.request()).with(As.buyer(trade.buyer())))
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"3\""))
                .andExpect(jsonPath("$.version").value(3))
                .andExpect(jsonPath("$.status").value("payment_confirmed"))
                .andExpect(jsonPath("$.title").value("A lamp"))
                .andExpect(jsonPath("$.productType").value("physical_product"))
                .andExpect(jsonPath("$.budget.min.amount").value("10.00"))
                .andExpect(jsonPath("$.budget.max.amount").value("150.50"))
                .andExpect(jsonPath("$.budget.max.currency").value("USDC"))
                .andExpect(jsonPath("$.specifications[*].key", contains("colour", "height_cm")))
                .andExpect(jsonPath("$.specifications[0].value").value("green"))
                .andExpect(jsonPath("$.delivery.method").value("shipping"))
                .andExpect(jsonPath("$.delivery.neededBy").value("2027-01-31"))
                .andExpect(jsonPath("$.delivery.notes").value("Ring twice"))
                .andExpect(jsonPath("$.delivery.codeAttempts").value(1))
                .andExpect(jsonPath("$.delivery.codeLocked").value(false))
                .andExpect(jsonPath("$.delivery.address.city").value("Town"))
                .andExpect(jsonPath("$.delivery.address.countryCode").value("NL"))
                .andExpect(jsonPath("$.acceptedOfferId").value(trade.offer().toString()))
                .andExpect(jsonPath("$.sellerId").value(trade.seller().toString()))
                .andExpect(jsonPath("$.paymentId").value(trade.payment().toString()))
                .andExpect(jsonPath("$.createdAt").isString());
    }

    @Test
    void anUnchangedRequestIsNotSentAgain() throws Exception {
        Trade trade = Trade.funded(rows);
        http.perform(get(ONE, trade.request()).header("If-None-Match", "\"3\"").with(As.buyer(trade.buyer())))
                .andExpect(status().isNotModified());
        http.perform(get(ONE, trade.request()).header("If-None-Match", "\"2\"").with(As.buyer(trade.buyer())))
                .andExpect(status().isOk());
    }

    @Test
    void theAddressIsForTheBuyerTheAcceptedSellerAndStaff() throws Exception {
        Trade trade = Trade.funded(rows);
        http.perform(get(ONE, trade.request()).with(As.seller(trade.seller())))
                .andExpect(jsonPath("$.delivery.address.line1").value("1 Street"));
        http.perform(get(ONE, trade.request()).with(As.staff(Role.RESOLVER)))
                .andExpect(jsonPath("$.delivery.address.line1").value("1 Street"));
        http.perform(get(ONE, trade.request()).with(As.seller(trade.otherSeller())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.delivery.method").value("shipping"))
                .andExpect(jsonPath("$.delivery.address").isEmpty())
                .andExpect(jsonPath("$.delivery.notes").isEmpty())
                .andExpect(jsonPath("$.sellerId").isEmpty())
                .andExpect(jsonPath("$.paymentId").isEmpty());
    }

    @Test
    void strangersFindNothing() throws Exception {
        Trade trade = Trade.funded(rows);
        UUID openRequest = rows.request(trade.buyer(), "pending");
        for (UUID id : new UUID[] {trade.request(), openRequest, UUID.randomUUID()}) {
            http.perform(get(ONE, id).with(As.buyer(UUID.randomUUID())))
                    .andExpect(status().isNotFound())
                    .andExpect(jsonPath("$.code").value("no-such-request"));
        }
        http.perform(get(ONE, trade.request()).with(As.seller(UUID.randomUUID())))
                .andExpect(status().isNotFound());
        http.perform(get(ONE, openRequest).with(As.seller(UUID.randomUUID()))).andExpect(status().isOk());
    }

    @Test
    void listsFollowTheSameVisibility() throws Exception {
        Trade trade = Trade.funded(rows);
        String open = rows.request(trade.buyer(), "received_offers").toString();
        http.perform(get("/api/v1/purchase-requests").with(As.buyer(trade.buyer())))
                .andExpect(jsonPath(
                        "$.items[*].id",
                        containsInAnyOrder(open, trade.request().toString())))
                .andExpect(jsonPath("$.items[0].title").value("A lamp"));
        http.perform(get("/api/v1/purchase-requests?status=received_offers").with(As.buyer(trade.buyer())))
                .andExpect(jsonPath("$.items[*].id", contains(open)));
        http.perform(get("/api/v1/purchase-requests?side=seller").with(As.seller(trade.seller())))
                .andExpect(jsonPath("$.items[*].id", contains(trade.request().toString())));
        http.perform(get("/api/v1/purchase-requests?side=seller").with(As.seller(trade.otherSeller())))
                .andExpect(jsonPath("$.items[*].id", contains(trade.request().toString())))
                .andExpect(jsonPath("$.items[0].sellerId").isEmpty());
        http.perform(get("/api/v1/purchase-requests?limit=200").with(As.seller(UUID.randomUUID())))
                .andExpect(jsonPath("$.items[*].id", hasItem(open)))
                .andExpect(jsonPath("$.items[*].id", not(hasItem(trade.request().toString()))));
        http.perform(get("/api/v1/purchase-requests?side=middle").with(As.buyer(trade.buyer())))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("filter-invalid"));
    }

    @Test
    void aSellerSeesOnlyTheirOwnOffers() throws Exception {
        Trade trade = Trade.funded(rows);
        String path = "/api/v1/purchase-requests/{id}/offers";
        http.perform(get(path, trade.request()).with(As.buyer(trade.buyer())))
                .andExpect(jsonPath("$.items", hasSize(2)))
                .andExpect(jsonPath("$.items[0].price.amount").value("125.50"))
                .andExpect(jsonPath("$.items[0].message").value("New, in its box"))
                .andExpect(jsonPath("$.items[0].payoutAddress").isEmpty());
        http.perform(get(path, trade.request()).with(As.seller(trade.seller())))
                .andExpect(jsonPath("$.items[*].id", contains(trade.offer().toString())))
                .andExpect(jsonPath("$.items[0].payoutAddress").isString());
        http.perform(get("/api/v1/offers?status=withdrawn").with(As.seller(trade.otherSeller())))
                .andExpect(jsonPath("$.items[*].id", contains(trade.otherOffer().toString())));
        http.perform(get("/api/v1/offers").with(As.buyer(trade.buyer()))).andExpect(jsonPath("$.items", hasSize(0)));
        http.perform(get(path, trade.request()).with(As.seller(UUID.randomUUID())))
                .andExpect(status().isNotFound());
    }

    @Test
    void anErasedPersonsTextIsShownAsErased() throws Exception {
        UUID buyer = rows.user("buyer");
        UUID request = rows.request(buyer, "pending");
        vault.forget(new UserId(buyer));
        http.perform(get(ONE, request).with(As.staff(Role.ADMIN)))
                .andExpect(jsonPath("$.title").value("[erased]"))
                .andExpect(jsonPath("$.delivery.address.recipient").value("[erased]"))
                .andExpect(jsonPath("$.delivery.address.countryCode").value("NL"));
    }
}

package io.amanat.api.custody;

import static io.amanat.api.Api.a;
import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.api.Api;
import io.amanat.api.ApiTest;
import io.amanat.api.Commanded;
import io.amanat.contract.access.Caller;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferInstructed;
import io.amanat.contract.identity.Role;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class ScreeningCommandsTest {
    @Autowired
    Api api;

    @Autowired
    Commanded commanded;

    @BeforeEach
    void reset() {
        commanded.reset();
    }

    @Test
    void givenAList_whenAnAdminTakesIt_thenTheAnswerNamesItsVersion() {
        Caller admin = a(Role.ADMIN);

        assertThat(api.post(admin, "/address-lists", "{\"list\":\"one\\ntwo\"}"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("{\"version\":\"of " + admin.actor() + "\",\"entries\":2}");
        assertThat(api.post(admin, "/address-lists", "{\"list\":\" \"}")).hasStatus(400);
    }

    @Test
    void givenNoSuchCheck_whenAGuardDecides_thenNotFound_alsoForTheIdOfSomethingElse() {
        UUID transfer = UUID.randomUUID();
        api.log(transfer, CustodyTransferInstructed.class, UUID.randomUUID());

        for (String decision : new String[] {"/clearance", "/rejection"}) {
            for (UUID id : new UUID[] {UUID.randomUUID(), transfer}) {
                assertThat(api.post(
                                a(Role.GUARD),
                                "/transfer-screenings/" + id + decision,
                                "{\"reason\":\"known\"}",
                                "Idempotency-Key",
                                UUID.randomUUID().toString()))
                        .hasStatus(404)
                        .bodyText()
                        .contains("no-such-screening");
            }
        }
        assertThat(commanded.all()).isEmpty();
    }

    @Test
    void givenNoKey_whenAGuardDecides_thenRefused() {
        assertThat(api.post(
                        a(Role.GUARD),
                        "/transfer-screenings/" + UUID.randomUUID() + "/clearance",
                        "{\"reason\":\"known\"}"))
                .hasStatus(400);
    }
}

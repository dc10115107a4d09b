package io.amanat.query.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.amanat.contract.identity.Role;
import io.amanat.query.testing.As;
import io.amanat.query.testing.QueryTest;
import io.amanat.query.testing.SettablePositions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@QueryTest
class ReadYourWritesTest {
    private final MockMvc http;
    private final SettablePositions positions;

    @Autowired
    ReadYourWritesTest(MockMvc http, SettablePositions positions) {
        this.http = http;
        this.positions = positions;
    }

    @AfterEach
    void everythingIsProjected() {
        positions.set(1_000_000, 1_000_000);
    }

    @Test
    void anAnswerSaysHowFarTheReadModelsAre() throws Exception {
        positions.set(9, 7);
        http.perform(get("/api/v1/assets").with(As.staff(Role.ADMIN)))
                .andExpect(status().isOk())
                .andExpect(header().string("X-Event-Position", "7"));
        http.perform(get("/api/v1/assets?minPosition=7").with(As.staff(Role.ADMIN)))
                .andExpect(status().isOk());
    }

    @Test
    void aQueryWaitsUntilTheReadModelsAreThere() throws Exception {
        positions.set(9, 7);
        CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS).execute(() -> positions.set(9, 9));
        http.perform(get("/api/v1/assets?minPosition=9").with(As.staff(Role.ADMIN)))
                .andExpect(status().isOk())
                .andExpect(header().string("X-Event-Position", "9"));
    }

    @Test
    void itDoesNotWaitForever() throws Exception {
        positions.set(9, 7);
        http.perform(get("/api/v1/assets?minPosition=8").with(As.staff(Role.ADMIN)))
                .andExpect(status().isServiceUnavailable())
                .andExpect(jsonPath("$.code").value("projection-behind"));
    }

    @Test
    void aPositionThatDoesNotExistIsRefusedAtOnce() throws Exception {
        positions.set(9, 9);
        http.perform(get("/api/v1/assets?minPosition=10").with(As.staff(Role.ADMIN)))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("position-beyond-head"));
        http.perform(get("/api/v1/assets?minPosition=soon").with(As.staff(Role.ADMIN)))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("filter-invalid"));
    }
}

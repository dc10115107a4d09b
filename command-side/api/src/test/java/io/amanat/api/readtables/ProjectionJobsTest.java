package io.amanat.api.readtables;

import static io.amanat.api.Api.a;
import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.api.Api;
import io.amanat.api.ApiTest;
import io.amanat.api.AskedJobs;
import io.amanat.contract.access.Caller;
import io.amanat.contract.identity.Role;
import io.amanat.contract.readtables.JobKind;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class ProjectionJobsTest {
    private static final String PATH = "/projection-jobs";

    @Autowired
    Api api;

    @Autowired
    AskedJobs jobs;

    private final Caller admin = a(Role.ADMIN);

    @Test
    void givenARebuild_whenAskedTwiceUnderOneKey_thenItIsOneJob() {
        String key = "\"" + UUID.randomUUID() + "\"";
        assertThat(api.post(admin, PATH, "{\"kind\":\"rebuild\"}", "Idempotency-Key", key))
                .hasStatus(201)
                .hasHeader("Location", "/api/v1/projection-jobs/" + jobs.last().id());
        UUID first = jobs.last().id();
        assertThat(jobs.last().kind()).isEqualTo(JobKind.REBUILD);
        assertThat(jobs.last().requestedBy()).isEqualTo(admin.actor());

        assertThat(api.post(admin, PATH, "{\"kind\":\"rebuild\"}", "Idempotency-Key", key))
                .hasStatus(201);
        assertThat(jobs.last().id()).isEqualTo(first);
    }

    @Test
    void givenALookAtThePast_thenItsPointIsHandedOn() {
        assertThat(api.post(admin, PATH, "{\"kind\":\"time_travel\",\"position\":17}"))
                .hasStatus(201);
        assertThat(jobs.last().position()).isEqualTo(17);
        assertThat(api.post(admin, PATH, "{\"kind\":\"time_travel\",\"at\":\"2026-03-01T12:00:00Z\"}"))
                .hasStatus(201);
        assertThat(jobs.last().at()).isEqualTo(Instant.parse("2026-03-01T12:00:00Z"));
    }

    @Test
    void givenABodyThatMakesNoSense_thenItIsRefused() {
        assertThat(api.post(admin, PATH, "{\"kind\":\"everything\"}")).hasStatus4xxClientError();
        assertThat(api.post(admin, PATH, "{}")).hasStatus4xxClientError();
        assertThat(api.post(admin, PATH, "{\"kind\":\"time_travel\",\"position\":0}"))
                .hasStatus4xxClientError();
        assertThat(api.post(admin, PATH, "{\"kind\":\"time_travel\",\"at\":\"yesterday\"}"))
                .hasStatus4xxClientError();
    }

    @Test
    void givenAJob_whenCancelledOrDiscarded_thenTheRulesAnswer() {
        assertThat(api.post(admin, PATH + "/" + UUID.randomUUID() + "/cancellation", "{}"))
                .hasStatus(404);
        assertThat(api.post(admin, PATH, "{\"kind\":\"audit_replay\"}")).hasStatus(201);
        String job = PATH + "/" + jobs.last().id();
        assertThat(api.post(admin, job + "/cancellation", "{}")).hasStatus(202);
        assertThat(api.post(admin, job + "/discard", "{}")).hasStatus(409);
    }
}

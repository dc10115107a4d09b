package io.amanat.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.amanat.platform.security.WebTrial;
import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

@ExtendWith(PostgresExtension.class)
class ObservabilityTest {

    private final TestDatabase database;

    ObservabilityTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void healthIsOpenMetricsAreNotAndFiguresAreReadAgainAndAgain(@TempDir Path data) throws Exception {
        overdueTask("early");
        try (ServletWebServerApplicationContext application = WebTrial.start(database, data)) {
            HttpResponse<String> health = get(application, "/actuator/health");
            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(health.body())
                    .contains("eventProcessors")
                    .contains("\"db\"")
                    .doesNotContain("validationQuery");
            assertThat(get(application, "/actuator/health/liveness").statusCode())
                    .isEqualTo(200);
            assertThat(get(application, "/actuator/prometheus").statusCode()).isEqualTo(401);
            assertThat(get(application, "/actuator/env").statusCode()).isIn(401, 404);
            MeterRegistry registry = application.getBean(MeterRegistry.class);
            await().atMost(Duration.ofSeconds(30)).until(() -> overdue(registry, "early"));
            overdueTask("later");
            await().atMost(Duration.ofSeconds(60)).until(() -> overdue(registry, "later"));
        }
    }

    @Test
    void figuresAreReadFromTheTables() {
        MeterRegistry registry = new SimpleMeterRegistry();
        DomainGauges gauges = new DomainGauges(database.jdbc(), registry);
        gauges.read();
        overdueTask("alone");
        gauges.read();
        assertThat(overdue(registry, "alone")).isTrue();
    }

    private void overdueTask(String name) {
        database.jdbc().sql("""
            insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
            values (:name, '1', now() - interval '5 minutes', true, 1)\
            """).param("name", name).update();
    }

    private static boolean overdue(MeterRegistry registry, String task) {
        Gauge gauge =
                registry.find("amanat.deadlines.overdue").tag("task", task).gauge();
        return gauge != null && gauge.value() == 1;
    }

    private static HttpResponse<String> get(ServletWebServerApplicationContext application, String path)
            throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + application.getWebServer().getPort() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}

package io.amanat.api;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import io.amanat.contract.Event;
import io.amanat.contract.EventType;
import io.amanat.contract.access.AccessTable;
import io.amanat.contract.access.Caller;
import io.amanat.contract.identity.Role;
import io.amanat.contract.identity.UserId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A client of the API. */
public final class Api {
    private final MockMvcTester mvc;
    private final JdbcClient jdbc;

    Api(MockMvcTester mvc, JdbcClient jdbc) {
        this.mvc = mvc;
        this.jdbc = jdbc;
    }

    public static Caller a(Role role) {
        return Caller.person(new UserId(UUID.randomUUID()), role);
    }

    public MvcTestResult post(@Nullable Caller caller, String path, String body, String... headers) {
        return send(HttpMethod.POST, caller, null, path, body, headers);
    }

    public MvcTestResult send(
            HttpMethod method,
            @Nullable Caller caller,
            @Nullable UUID session,
            String path,
            String body,
            String... headers) {
        var request = mvc.method(method).uri(AccessTable.BASE + path);
        if (caller != null) {
            TestingAuthenticationToken token = new TestingAuthenticationToken(caller, null, "ROLE_ANY");
            token.setDetails(session);
            request = request.with(authentication(token));
        }
        for (int i = 0; i < headers.length; i += 2) {
            request = request.header(headers[i], headers[i + 1]);
        }
        return request.contentType(MediaType.APPLICATION_JSON).content(body).exchange();
    }

    /** Puts the first event of a thing into the log. */
    public void log(UUID id, Class<? extends Event> first, UUID correlation) {
        jdbc.sql("""
            insert into domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type,
                payload_type, payload, meta_data, time_stamp)
            values (:event, :id, 0, 'any', :type, :payload, :metadata, '2026-11-01T10:00:00.000Z')
            """)
                .param("event", UUID.randomUUID().toString())
                .param("id", id.toString())
                .param("type", first.getAnnotation(EventType.class).value())
                .param("payload", "{}".getBytes(StandardCharsets.UTF_8))
                .param(
                        "metadata",
                        ("{\"actor\":\"system:test\",\"correlationId\":\"" + correlation + "\"}")
                                .getBytes(StandardCharsets.UTF_8))
                .update();
    }
}

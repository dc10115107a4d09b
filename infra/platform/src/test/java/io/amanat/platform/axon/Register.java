package io.amanat.platform.axon;

import io.amanat.contract.identity.UserEvent.UserRegistered;
import io.amanat.contract.identity.UserEvent.UserSuspended;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.SourceId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A projection that fails as often as it is told to, after it has written its row. */
@ProcessingGroup("projections")
class Register {

    final AtomicInteger failuresLeft = new AtomicInteger();

    private final JdbcClient jdbc;

    Register(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(UserRegistered event) {
        write("registered " + event.userId());
        if (failuresLeft.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            throw new IllegalStateException("the projection stumbles");
        }
    }

    @EventHandler
    void on(UserSuspended event, @SourceId String aggregate) {
        write("suspended " + aggregate);
    }

    private void write(String line) {
        jdbc.sql("insert into trial_register (line) values (:line)")
                .param("line", line)
                .update();
    }
}

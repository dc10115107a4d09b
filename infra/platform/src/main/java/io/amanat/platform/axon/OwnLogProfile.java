package io.amanat.platform.axon;

import io.amanat.eventlog.LogMirror;
import io.amanat.platform.startup.StartupProblem;
import javax.sql.DataSource;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Without Axon Server the log is the truth: it must not be the copy of another one, because they would part. */
@Configuration(proxyBeanMethods = false)
@Profile("!axonserver")
class OwnLogProfile {

    @Bean
    InitializingBean logIsNoMirror(DataSource dataSource) {
        return () -> {
            if (LogMirror.isIn(dataSource)) {
                throw new StartupProblem(
                        "This database holds a copy of the events in Axon Server.",
                        "Start with the profile axonserver; to leave Axon Server for good, see"
                                + " docs/operations/axonserver.md.");
            }
        };
    }
}

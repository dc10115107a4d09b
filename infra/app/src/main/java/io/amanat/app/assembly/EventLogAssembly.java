package io.amanat.app.assembly;

import io.amanat.eventlog.LogHead;
import io.amanat.eventlog.LogListener;
import io.amanat.eventlog.LogReader;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the log is read forward, and who hears of its growth. */
@Configuration(proxyBeanMethods = false)
class EventLogAssembly {
    private static final Duration SAFETY_NET = Duration.ofMillis(20);

    @Bean
    LogReader logReader(DataSource source) {
        return new LogReader(source);
    }

    @Bean
    LogHead logHead() {
        return new LogHead();
    }

    @Bean(initMethod = "start")
    LogListener logListener(DataSource source, LogHead head) {
        return new LogListener(source, head, SAFETY_NET);
    }
}

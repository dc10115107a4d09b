package io.amanat.platform.axon;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The event store, the command bus, the event processors and the deadlines. Needs a {@code DataSource} and Axon's auto-configuration. */
@Configuration(proxyBeanMethods = false)
@Import({
    EventStoreConfiguration.class,
    AxonServerProfile.class,
    OwnLogProfile.class,
    CommandConfiguration.class,
    ProcessorConfiguration.class,
    DeadlineConfiguration.class
})
public class AxonConfiguration {}

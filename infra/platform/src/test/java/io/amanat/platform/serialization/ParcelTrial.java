package io.amanat.platform.serialization;

import io.amanat.platform.axon.AxonConfiguration;
import io.amanat.platform.axon.Registrations;
import io.amanat.platform.serialization.ParcelEvent.ParcelReturned;
import io.amanat.platform.serialization.ParcelEvent.ParcelWeighed;
import io.amanat.testkit.TestDatabase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** A small application on the platform whose events are parcels. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({SerializationConfiguration.class, AxonConfiguration.class})
class ParcelTrial {

    static ConfigurableApplicationContext start(TestDatabase database) {
        return new SpringApplicationBuilder(ParcelTrial.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=amanat_app",
                        "--spring.flyway.enabled=false",
                        "--spring.main.banner-mode=off");
    }

    @Bean
    @Primary
    EventReader parcels() {
        return ParcelEvent.reader();
    }

    @Bean
    Witness witness() {
        return new Witness();
    }

    @Bean
    ConfigurerModule witnessing(Witness witness) {
        return Registrations.eventHandler(witness);
    }

    /** Sees what event handlers and sagas see. */
    @ProcessingGroup("projections")
    static class Witness {
        final List<ParcelEvent> seen = new CopyOnWriteArrayList<>();

        @EventHandler
        void on(ParcelWeighed event) {
            seen.add(event);
        }

        @EventHandler
        void on(ParcelReturned event) {
            seen.add(event);
        }
    }
}

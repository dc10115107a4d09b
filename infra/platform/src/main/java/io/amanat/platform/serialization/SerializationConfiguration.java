package io.amanat.platform.serialization;

import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.annotation.Order;

/** The serializers, and the contract's JSON for the mapper of HTTP. */
@Configuration(proxyBeanMethods = false)
public class SerializationConfiguration {

    /** HTTP speaks as the log does. What is stricter about requests is added after this by whoever reads them. */
    @Bean
    @Order(0)
    JsonMapperBuilderCustomizer wireFormat() {
        return WireFormat::configure;
    }

    @Bean
    @Primary
    Serializer serializer() {
        return Serializers.general();
    }

    @Bean
    @Qualifier("messageSerializer")
    Serializer messageSerializer() {
        return Serializers.general();
    }

    @Bean
    @Qualifier("eventSerializer")
    Serializer eventSerializer(EventReader reader) {
        return Serializers.events(reader);
    }

    /** Refuses to start when names and upcasters do not fit together. */
    @Bean
    EventReader eventReader() {
        return EventReader.all();
    }

    /** Axon puts it into its upcaster chain. */
    @Bean
    EventUpcaster historicEvents(EventReader reader) {
        return new HistoricEvents(reader);
    }
}

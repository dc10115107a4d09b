package io.amanat.platform.serialization;

import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.JacksonModule;

/** The serializers, and the contract's JSON for the mapper of HTTP. */
@Configuration(proxyBeanMethods = false)
public class SerializationConfiguration {

    @Bean
    JacksonModule contractJson() {
        return WireFormat.module();
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
    Serializer eventSerializer() {
        return Serializers.events();
    }
}

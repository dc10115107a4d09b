package io.amanat.app.assembly;

import io.amanat.projection.Projection;
import io.amanat.projection.Projections;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the read tables are filled by. */
@Configuration(proxyBeanMethods = false)
class ProjectionAssembly {
    @Bean
    Projection projections() {
        return new Projections();
    }
}

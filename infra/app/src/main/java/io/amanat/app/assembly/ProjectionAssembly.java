package io.amanat.app.assembly;

import io.amanat.platform.axon.Registrations;
import io.amanat.platform.postgres.DatabaseAccess;
import io.amanat.projection.ProjectionHandler;
import io.amanat.projection.Projections;
import io.amanat.projection.writing.RowWriter;
import io.amanat.projection.writing.Writing;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The live read tables. */
@Configuration(proxyBeanMethods = false)
class ProjectionAssembly {
    @Bean
    ConfigurerModule liveProjections(JdbcTemplate jdbc) {
        return Registrations.eventHandler(new ProjectionHandler(
                new Projections(), new RowWriter(DatabaseAccess.READ_SCHEMA, Writing.IDEMPOTENT), jdbc));
    }
}

package io.amanat.app.assembly;

import io.amanat.app.start.Foundations;
import io.amanat.contract.readtables.ReadTableJobs;
import io.amanat.engine.EventDecoder;
import io.amanat.engine.job.JobDesk;
import io.amanat.engine.job.JobLog;
import io.amanat.engine.job.JobRunner;
import io.amanat.engine.job.JobSettings;
import io.amanat.engine.job.Workshop;
import io.amanat.engine.live.LiveProjections;
import io.amanat.engine.live.LiveSettings;
import io.amanat.eventlog.LogReader;
import io.amanat.platform.postgres.DatabaseAccess;
import io.amanat.platform.serialization.EventReader;
import io.amanat.projection.Projection;
import io.amanat.projection.writing.RowWriter;
import io.amanat.projection.writing.Writing;
import java.lang.management.ManagementFactory;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Rebuilds, audit replays and looks at the past: they make schemas, which only the owner of the database may. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JobSettings.class)
class ReadTableJobsAssembly {
    /** @param live begins before any job does */
    @Bean
    JobRunner readTableJobRunner(
            Foundations foundations,
            DataSource app,
            EventReader events,
            Projection projection,
            JobSettings settings,
            LiveSettings liveSettings,
            LiveProjections live) {
        DataSource owner = foundations.databases().owner();
        Workshop workshop = new Workshop(
                owner,
                app,
                DatabaseAccess.READ_SCHEMA,
                liveSettings.segments(),
                new JobLog(new LogReader(owner)),
                EventDecoder.of(events),
                projection,
                schema -> new RowWriter(schema, Writing.FRESH)::write,
                settings,
                version());
        return new JobRunner(workshop, ManagementFactory.getRuntimeMXBean().getName() + "/" + UUID.randomUUID());
    }

    @Bean
    ReadTableJobs readTableJobs(JobRunner runner) {
        return new JobDesk(runner);
    }

    private static String version() {
        return Objects.requireNonNullElse(
                ReadTableJobsAssembly.class.getPackage().getImplementationVersion(), "development");
    }
}

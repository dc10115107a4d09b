package io.amanat.app.start;

import io.amanat.chain.local.LocalChain;
import io.amanat.chain.local.LocalChainSettings;
import io.amanat.chain.local.LocalChainUnavailable;
import io.amanat.chain.local.NodeMissing;
import io.amanat.platform.postgres.DatabaseAccess;
import io.amanat.platform.postgres.DatabaseAccess.Login;
import io.amanat.platform.postgres.Databases;
import io.amanat.platform.postgres.EmbeddedDatabase;
import io.amanat.platform.postgres.EmbeddedDatabaseSettings;
import io.amanat.platform.postgres.SchemaMigration;
import io.amanat.platform.startup.StartupProblem;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** Brings up database, schema and chain, one line each, before the first bean is made. */
public final class FoundationsInitializer implements ApplicationContextInitializer<GenericApplicationContext> {
    @Override
    public void initialize(GenericApplicationContext context) {
        StartSettings settings = Binder.get(context.getEnvironment()).bindOrCreate("amanat", StartSettings.class);
        Foundations foundations = bringUp(settings);
        context.registerBean(
                "foundations",
                Foundations.class,
                () -> foundations,
                definition -> definition.setDestroyMethodName("close"));
    }

    private static Foundations bringUp(StartSettings settings) {
        Progress.say("Data folder " + settings.dataFolder().toAbsolutePath().normalize());
        EmbeddedDatabase embedded = settings.postgres().existing() ? null : embedded(settings);
        try {
            Databases databases =
                    Databases.connect(embedded == null ? configured(settings.postgres()) : embedded.access());
            Progress.say("Bringing the schema to this build's version");
            new SchemaMigration(databases.owner()).migrate();
            return new Foundations(embedded, databases, localChain(settings));
        } catch (RuntimeException failed) {
            if (embedded != null) {
                embedded.close();
            }
            throw failed;
        }
    }

    private static EmbeddedDatabase embedded(StartSettings settings) {
        Progress.say("Starting PostgreSQL on 127.0.0.1:" + settings.postgres().port());
        return EmbeddedDatabase.start(EmbeddedDatabaseSettings.in(
                settings.dataFolder(), settings.postgres().port()));
    }

    private static DatabaseAccess configured(StartSettings.Postgres postgres) {
        String url = Objects.requireNonNull(postgres.url());
        Progress.say("Using the database at " + url);
        return new DatabaseAccess(
                url,
                new Login(DatabaseAccess.OWNER_ROLE, Objects.requireNonNullElse(postgres.ownerPassword(), "")),
                new Login(DatabaseAccess.APP_ROLE, Objects.requireNonNullElse(postgres.appPassword(), "")));
    }

    private static @Nullable LocalChain localChain(StartSettings settings) {
        StartSettings.Local local = settings.chain().local();
        if (settings.chain().existing() || !local.enabled()) {
            return null;
        }
        Progress.say("Starting the local chain on 127.0.0.1:" + local.port());
        LocalChainSettings chain = LocalChainSettings.in(settings.dataFolder())
                .withPort(local.port())
                .withBlockTime(local.blockTime());
        try {
            return LocalChain.start(chain, Progress::say);
        } catch (NodeMissing missing) {
            Progress.say("NO CHAIN: " + missing.getMessage() + " Everything but paying in and out works.");
            return null;
        } catch (LocalChainUnavailable unavailable) {
            throw new StartupProblem(
                    String.valueOf(unavailable.getMessage()),
                    "Start with --amanat.chain.local.enabled=false to run without a chain.",
                    unavailable);
        }
    }
}

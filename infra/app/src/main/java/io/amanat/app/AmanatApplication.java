package io.amanat.app;

import io.amanat.app.assembly.AppConfiguration;
import io.amanat.app.start.FoundationsInitializer;
import org.springframework.boot.SpringApplication;

/** Starts Amanat. */
public final class AmanatApplication {
    private AmanatApplication() {}

    /** Ends with status 1 when the platform cannot start. */
    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(AppConfiguration.class);
        application.addInitializers(new FoundationsInitializer());
        try {
            application.run(args);
        } catch (RuntimeException reported) {
            System.exit(1);
        }
    }
}

package io.amanat.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;

/** Starts Amanat. */
@SpringBootConfiguration(proxyBeanMethods = false)
public class AmanatApplication {

    public static void main(String[] args) {
        var application = new SpringApplication(AmanatApplication.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setKeepAlive(true);
        application.run(args);
    }
}

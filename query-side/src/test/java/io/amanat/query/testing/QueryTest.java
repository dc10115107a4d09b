package io.amanat.query.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;

/** The query side behind MockMvc. All such tests share one database: each looks only at rows of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = QueryTestApplication.class,
        properties = {
            "spring.main.banner-mode=off",
            "spring.jpa.open-in-view=false",
            "spring.jpa.hibernate.ddl-auto=none",
            "spring.mvc.problemdetails.enabled=true",
            "amanat.query.position-wait=300ms",
            "amanat.query.stream-poll=50ms",
            "amanat.query.stream-heartbeat=200ms",
            "amanat.query.streams-per-caller-max=2",
            "amanat.query.export-batch-rows=3"
        })
@AutoConfigureMockMvc
@ContextConfiguration(initializers = QueryTestApplication.Database.class)
public @interface QueryTest {}

package io.amanat.api;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Everything in this module. Needs from outside: a {@code Clock}, a {@code JdbcClient}, a {@code TransactionOperations} on the same
 * database as the event log, and the ports of the contract and of this module.
 */
@Configuration(proxyBeanMethods = false)
// full names: other modules may call a part of theirs the same
@ComponentScan(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@EnableScheduling
@EnableConfigurationProperties(ApiSettings.class)
public class ApiConfiguration {}

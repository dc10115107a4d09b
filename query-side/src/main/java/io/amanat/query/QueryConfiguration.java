package io.amanat.query;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/**
 * Everything in this module. Needs from outside: a {@code DataSource} whose search path is the schema of the read tables, JPA's
 * auto-configuration, a {@code JdbcClient}, a {@code Clock}, and beans for the contract's {@code EventPositions}, {@code
 * EventHistory}, {@code PersonalDataVault} and {@code AddressChecksum} and for this module's {@link
 * io.amanat.query.escrow.AssetCatalogue}.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@EntityScan
@EnableJpaRepositories
@EnableConfigurationProperties(QuerySettings.class)
public class QueryConfiguration {}

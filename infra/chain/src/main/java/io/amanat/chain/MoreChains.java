package io.amanat.chain;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code amanat.chains[n].*}.
 *
 * @param chains besides {@code amanat.chain.*}, each with the node of its own that {@code rpc-url} names
 */
@ConfigurationProperties("amanat")
record MoreChains(@DefaultValue List<ChainSettings> chains) {}

/**
 * How an operator sees what goes on: health of the event processors, and gauges about trades, money and backlog beside the counters of
 * Axon and Spring. Every line of the log carries {@code requestId} and {@code correlationId} (the trade); set
 * {@code logging.structured.format.console=ecs} for JSON.
 */
@NullMarked
package io.amanat.platform.observability;

import org.jspecify.annotations.NullMarked;

package io.amanat.query;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of the query side.
 *
 * @param positionWait how long a query waits at most for the read models to reach {@code minPosition}
 * @param streamPoll how often a live timeline looks for something new
 * @param streamHeartbeat how long a live timeline is silent at most
 * @param streamLife after which a live timeline ends; its client connects again
 * @param streamsPerCallerMax live timelines that one caller may hold open
 * @param streamsMax live timelines altogether
 * @param exportBatchRows rows that an export holds in memory at once
 */
@ConfigurationProperties("amanat.query")
public record QuerySettings(
        @DefaultValue("5s") Duration positionWait,
        @DefaultValue("500ms") Duration streamPoll,
        @DefaultValue("15s") Duration streamHeartbeat,
        @DefaultValue("30m") Duration streamLife,
        @DefaultValue("5") int streamsPerCallerMax,
        @DefaultValue("500") int streamsMax,
        @DefaultValue("500") int exportBatchRows) {}

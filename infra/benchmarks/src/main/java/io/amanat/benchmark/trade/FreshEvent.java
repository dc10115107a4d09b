package io.amanat.benchmark.trade;

import io.amanat.contract.Event;
import java.util.Map;

/** The first event of an aggregate that nobody has seen, with all of its metadata. */
public record FreshEvent(String aggregateType, Event event, Map<String, String> metadata) {}

package io.amanat.engine.job;

/**
 * How far a job is.
 *
 * @param events that are in the schema, as rows or set aside
 * @param parked how many of them are set aside
 */
record Progress(long position, long target, long events, long parked, long eventsPerSecond) {}

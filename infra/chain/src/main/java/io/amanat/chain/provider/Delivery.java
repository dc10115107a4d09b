package io.amanat.chain.provider;

/**
 * A webhook whose signature is right.
 *
 * @param id the same when the same thing is sent again
 * @param retries how often the provider says it has tried before
 */
record Delivery(String id, int retries) {}

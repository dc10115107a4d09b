package io.amanat.contract.custody.screening;

/**
 * What an outside provider of such checks said; one more fact for the rules, which may be stricter.
 *
 * @param reference under which the provider finds its answer again
 */
public record Opinion(String provider, Verdict verdict, String reference) {}

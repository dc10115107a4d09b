package io.amanat.api.custody;

/**
 * The list that is in force now.
 *
 * @param version the second of its import and its SHA-256
 * @param entries how many addresses it has, one that stands under two words counted twice
 */
public record AddressListAnswer(String version, int entries) {}

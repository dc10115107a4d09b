package io.amanat.api.validation;

/** Why somebody does what they do; required. */
public record ReasonBody(@Text(max = 2000, lines = true) String reason) {}

package io.amanat.api.custody;

import io.amanat.api.validation.Text;

/** One address a line, optionally followed by {@code sanctioned} or {@code blocked}. A longer list is taken from a file at the start. */
record AddressListBody(@Text(max = 262_144, lines = true) String list) {}

package io.amanat.query.readtables;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** A row as JSON, column by column; what is sealed stays sealed. */
record TableRow(@JsonValue @JsonRawValue String json) {}

package io.amanat.query.custody;

import io.amanat.query.jpa.ReadRows;

interface DestinationRows extends ReadRows<DestinationRow> {}

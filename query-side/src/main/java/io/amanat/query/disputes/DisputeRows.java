package io.amanat.query.disputes;

import io.amanat.query.jpa.ReadRows;

interface DisputeRows extends ReadRows<DisputeRow> {}

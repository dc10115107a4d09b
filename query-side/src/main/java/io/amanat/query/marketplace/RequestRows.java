package io.amanat.query.marketplace;

import io.amanat.query.jpa.ReadRows;

interface RequestRows extends ReadRows<RequestRow> {}

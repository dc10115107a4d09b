package io.amanat.query.marketplace;

import io.amanat.query.jpa.ReadRows;

interface OfferRows extends ReadRows<OfferRow> {}

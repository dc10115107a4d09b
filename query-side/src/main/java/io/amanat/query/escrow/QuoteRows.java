package io.amanat.query.escrow;

import io.amanat.query.jpa.ReadRows;

interface QuoteRows extends ReadRows<QuoteRow> {}

package io.amanat.query.escrow;

import io.amanat.query.jpa.ReadRows;

interface PaymentRows extends ReadRows<PaymentRow> {}

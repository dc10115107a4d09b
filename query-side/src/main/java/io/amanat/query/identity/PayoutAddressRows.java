package io.amanat.query.identity;

import io.amanat.query.jpa.ReadRows;

interface PayoutAddressRows extends ReadRows<PayoutAddressRow> {}

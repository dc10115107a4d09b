package io.amanat.query.custody;

import io.amanat.query.jpa.ReadRows;

interface TransferRows extends ReadRows<TransferRow> {}

package io.amanat.query.custody;

import io.amanat.query.jpa.ReadRows;

interface ScreeningRows extends ReadRows<ScreeningRow> {}

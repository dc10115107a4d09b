package io.amanat.query.configuration;

import io.amanat.query.jpa.ReadRows;

interface ConfigSettingHistoryRows extends ReadRows<ConfigSettingHistoryRow> {}

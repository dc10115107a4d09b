package io.amanat.query.configuration;

import io.amanat.query.jpa.ReadRows;

interface ConfigSettingRows extends ReadRows<ConfigSettingRow> {}

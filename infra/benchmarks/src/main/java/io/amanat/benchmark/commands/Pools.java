package io.amanat.benchmark.commands;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/** Connection pools as Spring Boot makes them when nobody says otherwise: ten connections, 30 s of patience. */
final class Pools {

    private Pools() {}

    static HikariDataSource withDefaults(DataSource source) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        return new HikariDataSource(config);
    }
}

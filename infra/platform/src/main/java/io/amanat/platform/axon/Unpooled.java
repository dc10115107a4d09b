package io.amanat.platform.axon;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Connections of one's own, for whoever keeps one for good and cuts it at the end: a pool would take that for an accident. */
final class Unpooled {

    private Unpooled() {}

    /** What the pool makes its connections from; the source itself when it is no pool. */
    static DataSource of(DataSource source) {
        try {
            if (!source.isWrapperFor(HikariDataSource.class)) {
                return source;
            }
            HikariDataSource pool = source.unwrap(HikariDataSource.class);
            DataSource behind = pool.getDataSource();
            return behind == null
                    ? new DriverManagerDataSource(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword())
                    : behind;
        } catch (SQLException e) {
            throw new IllegalStateException("the pool does not say what it is made from", e);
        }
    }
}

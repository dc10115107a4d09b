package io.amanat.query.jpa;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.repository.Repository;

/** A read table. Its entities are immutable: only the projections write. */
@NoRepositoryBean
public interface ReadRows<R extends ReadRow> extends Repository<R, UUID>, JpaSpecificationExecutor<R> {}

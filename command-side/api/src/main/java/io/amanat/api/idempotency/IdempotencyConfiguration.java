package io.amanat.api.idempotency;

import io.amanat.api.KeyedHash;
import io.amanat.contract.access.AccessTable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerExceptionResolver;

@Configuration(proxyBeanMethods = false)
class IdempotencyConfiguration {
    /** Behind the web security (-100) and the reading of the body. */
    private static final int ORDER = -40;

    @Bean
    FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(
            IdempotentRuns runs,
            KeyedHash hash,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        FilterRegistrationBean<IdempotencyFilter> filter =
                new FilterRegistrationBean<>(new IdempotencyFilter(runs, hash, problems));
        filter.addUrlPatterns(AccessTable.BASE + "/*");
        filter.setOrder(ORDER);
        return filter;
    }
}

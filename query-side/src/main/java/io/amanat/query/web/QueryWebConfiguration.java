package io.amanat.query.web;

import io.amanat.contract.EventPositions;
import io.amanat.contract.access.AccessTable;
import io.amanat.query.QuerySettings;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class QueryWebConfiguration implements WebMvcConfigurer {
    private final EventPositions positions;
    private final QuerySettings settings;

    QueryWebConfiguration(EventPositions positions, QuerySettings settings) {
        this.positions = positions;
        this.settings = settings;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new ReadYourWrites(positions, settings)).addPathPatterns(AccessTable.BASE + "/**");
    }
}

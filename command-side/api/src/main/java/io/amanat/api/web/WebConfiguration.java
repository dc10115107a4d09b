package io.amanat.api.web;

import io.amanat.api.ApiSettings;
import io.amanat.contract.access.AccessTable;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
    /** Behind the web security (-100): nobody's body is read before it is known whose it is. */
    private static final int BODY_ORDER = -50;

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CommandContextResolver());
    }

    @Bean
    static FilterRegistrationBean<BoundedBodyFilter> boundedBodyFilter(
            ApiSettings settings, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        FilterRegistrationBean<BoundedBodyFilter> filter =
                new FilterRegistrationBean<>(new BoundedBodyFilter(settings.bodyBytesMax(), problems));
        filter.addUrlPatterns(AccessTable.BASE + "/*");
        filter.setOrder(BODY_ORDER);
        return filter;
    }
}

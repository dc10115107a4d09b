package io.amanat.platform.axon;

import java.lang.reflect.Constructor;
import java.util.function.Supplier;
import org.axonframework.config.Configuration;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.SagaConfiguration;
import org.axonframework.modelling.saga.AnnotatedSagaManager;
import org.axonframework.modelling.saga.SagaManagerSpanFactory;

/** As Axon's own, but a saga need not be public. */
final class SagaManagers {

    private SagaManagers() {}

    static <T> AnnotatedSagaManager<T> of(Class<T> type, Configuration axon) {
        EventProcessingConfiguration processing = axon.eventProcessingConfiguration();
        SagaConfiguration<T> saga = processing.sagaConfiguration(type);
        return AnnotatedSagaManager.<T>builder()
                .sagaType(type)
                .sagaFactory(factory(type))
                .sagaRepository(saga.repository())
                .parameterResolverFactory(axon.parameterResolverFactory())
                .handlerDefinition(axon.handlerDefinition(type))
                .listenerInvocationErrorHandler(processing.listenerInvocationErrorHandler(saga.processingGroup()))
                .spanFactory(axon.getComponent(SagaManagerSpanFactory.class))
                .build();
    }

    private static <T> Supplier<T> factory(Class<T> type) {
        try {
            Constructor<T> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return () -> create(constructor);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type + " has no constructor without arguments", e);
        }
    }

    private static <T> T create(Constructor<T> constructor) {
        try {
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}

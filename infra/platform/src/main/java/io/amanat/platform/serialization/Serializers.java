package io.amanat.platform.serialization;

import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.databind.jsontype.PolymorphicTypeValidator;

/** The serializers of the platform. */
public final class Serializers {

    private Serializers() {}

    /** For the event log: see {@link EventTypes}. */
    public static Serializer events() {
        return events(EventReader.all());
    }

    static Serializer events(EventReader reader) {
        return new EventSerializer(reader);
    }

    /**
     * For tokens, sagas and deadlines: everything that only this platform writes and reads. A saga's state is its fields,
     * {@code transient} ones excepted.
     */
    public static Serializer general() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(Serializers::configureGeneral)
                .disableCachingOfUnknownClasses()
                .build();
    }

    /** For snapshots of aggregates: each says in its revision which shape of state it holds, see {@link StateShape}. */
    public static Serializer snapshots() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(Serializers::configureGeneral)
                .revisionResolver(StateShape::of)
                .disableCachingOfUnknownClasses()
                .build();
    }

    private static void configureGeneral(JsonMapper.Builder builder) {
        WireFormat.configure(builder);
        builder.annotationIntrospector(new StateFields()).polymorphicTypeValidator(ownTypes());
    }

    /** Tokens name their classes in the data: only the framework's and our own may be named. */
    private static PolymorphicTypeValidator ownTypes() {
        return BasicPolymorphicTypeValidator.builder()
                .allowIfSubType("org.axonframework.")
                .allowIfSubType("io.amanat.")
                .build();
    }
}

package io.amanat.platform.serialization;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.deser.KeyDeserializers;

/** Ids and wire enums as keys of a map. */
final class FamilyKeyDeserializers implements KeyDeserializers {

    @Override
    public @Nullable KeyDeserializer findKeyDeserializer(
            JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
        Class<?> raw = type.getRawClass();
        return Families.isIdentifier(raw) || Families.isWireEnum(raw) ? new Key(raw) : null;
    }

    private static final class Key extends KeyDeserializer {

        private final Class<?> type;
        private final TextDeserializer.Parser<Object> parser;

        Key(Class<?> type) {
            this.type = type;
            this.parser = Families.keyParser(type);
        }

        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            try {
                return parser.parse(key);
            } catch (IllegalArgumentException e) {
                throw context.weirdKeyException(type, key, String.valueOf(e.getMessage()));
            }
        }
    }
}

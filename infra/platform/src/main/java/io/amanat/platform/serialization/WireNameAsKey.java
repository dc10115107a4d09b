package io.amanat.platform.serialization;

import io.amanat.contract.WireEnum;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** A wire enum as a key of a map, by the name under which {@link FamilyKeyDeserializers} reads it. */
final class WireNameAsKey extends StdSerializer<WireEnum> {

    WireNameAsKey() {
        super(WireEnum.class);
    }

    @Override
    public void serialize(WireEnum key, JsonGenerator json, SerializationContext context) {
        json.writeName(key.wire());
    }
}

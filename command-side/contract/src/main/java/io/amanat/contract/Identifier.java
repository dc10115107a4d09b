package io.amanat.contract;

import java.util.UUID;

/** A typed id. On the wire and in tables it is the plain uuid. */
public interface Identifier {
    UUID value();
}

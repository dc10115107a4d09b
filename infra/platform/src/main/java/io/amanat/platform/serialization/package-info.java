/**
 * The wire format. One JSON mapping of the published language for the event log and for HTTP: ids and addresses are plain strings, money
 * is decimal text with its currency, instants are ISO-8601 in UTC, absent values are left out.
 *
 * <p>Events are stored under the name of their {@code @EventType} and read without any knowledge of classes in the data; those of historic
 * names are led through {@link io.amanat.platform.serialization.Upcaster upcasters} on the way. See docs/events.md. Tokens, sagas
 * and deadlines, which never leave the platform, are stored under their class names by a serializer of their own.
 */
@NullMarked
package io.amanat.platform.serialization;

import org.jspecify.annotations.NullMarked;

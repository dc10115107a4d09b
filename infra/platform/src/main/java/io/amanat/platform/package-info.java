/** Event store, serializer, security, database and observability: what the application stands on. */
@NullMarked
package io.amanat.platform;

import org.jspecify.annotations.NullMarked;

/** Custody transfers, destinations and the safety check over HTTP. */
@NullMarked
package io.amanat.api.custody;

import org.jspecify.annotations.NullMarked;

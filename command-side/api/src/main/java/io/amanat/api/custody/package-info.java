/** Custody transfers and destinations over HTTP. */
@NullMarked
package io.amanat.api.custody;

import org.jspecify.annotations.NullMarked;

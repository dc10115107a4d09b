/** What a request body may contain, so that every field that is wrong is listed at once. */
@NullMarked
package io.amanat.api.validation;

import org.jspecify.annotations.NullMarked;

/** Shows what can be set while the platform runs, and what it was. */
@NullMarked
package io.amanat.query.configuration;

import org.jspecify.annotations.NullMarked;

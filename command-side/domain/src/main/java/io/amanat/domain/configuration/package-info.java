/** What can be set while the platform runs, each with all that it ever was. */
@NullMarked
package io.amanat.domain.configuration;

import org.jspecify.annotations.NullMarked;

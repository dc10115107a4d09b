/** The tables of what can be set while the platform runs. */
@NullMarked
package io.amanat.projection.configuration;

import org.jspecify.annotations.NullMarked;

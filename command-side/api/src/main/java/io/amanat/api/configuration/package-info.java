/** Changes of what can be set while the platform runs. */
@NullMarked
package io.amanat.api.configuration;

import org.jspecify.annotations.NullMarked;

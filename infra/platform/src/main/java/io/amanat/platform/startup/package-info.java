/** What keeps the platform from starting, told to its operator in one sentence. */
@NullMarked
package io.amanat.platform.startup;

import org.jspecify.annotations.NullMarked;

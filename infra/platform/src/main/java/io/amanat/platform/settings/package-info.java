/** What an operator can set, and what the platform sets by itself before anything starts. */
@NullMarked
package io.amanat.platform.settings;

import org.jspecify.annotations.NullMarked;

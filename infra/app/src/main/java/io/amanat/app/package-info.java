/** The runnable assembly. Only this module sees every other one. */
@NullMarked
package io.amanat.app;

import org.jspecify.annotations.NullMarked;

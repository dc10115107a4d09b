/** The published language: what the platform can be told (commands), what it has recorded (events), and why it refuses (rules).
 *
 * <p>Depends on the JDK only, so that any module and any client may depend on it. */
@NullMarked
package io.amanat.contract;

import org.jspecify.annotations.NullMarked;

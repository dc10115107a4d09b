/** The published language: ids, money, commands, events and refusals. Depends on the JDK and jspecify only. */
@NullMarked
package io.amanat.contract;

import org.jspecify.annotations.NullMarked;

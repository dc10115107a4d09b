/** What can be set while the platform runs: keys, bounds, commands and events. */
@NullMarked
package io.amanat.contract.configuration;

import org.jspecify.annotations.NullMarked;

/** Every way money arrives, on a real EVM node: what the watcher sees, the aggregate decides, and the tables say. */
@NullMarked
package io.amanat.app.money;

import org.jspecify.annotations.NullMarked;

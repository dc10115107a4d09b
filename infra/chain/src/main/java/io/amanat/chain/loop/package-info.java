/** Work that is done in rounds by a thread of its own. */
@NullMarked
package io.amanat.chain.loop;

import org.jspecify.annotations.NullMarked;

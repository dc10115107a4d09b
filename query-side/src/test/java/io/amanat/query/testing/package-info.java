/** The query side alone, over a real database that the tests fill themselves. */
@NullMarked
package io.amanat.query.testing;

import org.jspecify.annotations.NullMarked;

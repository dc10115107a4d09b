/** The real chain for the tests of every module, packed as test-jar. */
@NullMarked
package io.amanat.chain.testing;

import org.jspecify.annotations.NullMarked;

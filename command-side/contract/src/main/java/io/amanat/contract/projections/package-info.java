/** How the live read tables are kept, as operators see it: their segments and their dead letters. */
@NullMarked
package io.amanat.contract.projections;

import org.jspecify.annotations.NullMarked;

/** Dead letters of the read tables over HTTP: what an operator does about them. */
@NullMarked
package io.amanat.api.projections;

import org.jspecify.annotations.NullMarked;

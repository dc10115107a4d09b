/** How jobs on the read tables go, and the tables that they show. */
@NullMarked
package io.amanat.query.readtables;

import org.jspecify.annotations.NullMarked;

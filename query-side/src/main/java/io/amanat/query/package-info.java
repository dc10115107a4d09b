/** REST for queries and audit, over JPA read entities. One package per context. */
@NullMarked
package io.amanat.query;

import org.jspecify.annotations.NullMarked;

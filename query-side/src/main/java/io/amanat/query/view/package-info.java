/** How values look to people and clients. */
@NullMarked
package io.amanat.query.view;

import org.jspecify.annotations.NullMarked;

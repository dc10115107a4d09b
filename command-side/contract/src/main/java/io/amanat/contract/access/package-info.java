/** Who may do what: one table of endpoints, roles and ownership. */
@NullMarked
package io.amanat.contract.access;

import org.jspecify.annotations.NullMarked;

/** People and machines that act, and what is known of them. */
@NullMarked
package io.amanat.contract.identity;

import org.jspecify.annotations.NullMarked;

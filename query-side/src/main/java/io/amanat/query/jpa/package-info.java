/** What every read entity shares. */
@NullMarked
package io.amanat.query.jpa;

import org.jspecify.annotations.NullMarked;

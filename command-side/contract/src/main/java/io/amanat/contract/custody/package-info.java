/** Where money arrives and how it leaves: deposit destinations and custody transfers. */
@NullMarked
package io.amanat.contract.custody;

import org.jspecify.annotations.NullMarked;

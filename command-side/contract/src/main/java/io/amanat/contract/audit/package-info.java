/** The history as auditors read it. */
@NullMarked
package io.amanat.contract.audit;

import org.jspecify.annotations.NullMarked;

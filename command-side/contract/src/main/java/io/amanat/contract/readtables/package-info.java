/** Work on whole schemas of read tables: building them anew, comparing them with the log, showing them as they once were. */
@NullMarked
package io.amanat.contract.readtables;

import org.jspecify.annotations.NullMarked;

/** How something is measured: warmed up, in several rounds, in turn with what it is compared with. */
@NullMarked
package io.amanat.benchmark.measure;

import org.jspecify.annotations.NullMarked;

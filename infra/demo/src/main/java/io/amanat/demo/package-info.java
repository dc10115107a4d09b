/**
 * Drives whole trades through the public HTTP API, as a marketplace would, and checks the books against the chain. It knows nothing
 * of the server but its address; it pays from a wallet of its own on the local chain.
 */
@NullMarked
package io.amanat.demo;

import org.jspecify.annotations.NullMarked;

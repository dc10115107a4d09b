/**
 * Payment providers behind one port: how each tells of a payment, and what the chain says about it. Our own watcher alone has payments
 * credited; nothing in this package sends a command.
 */
@NullMarked
package io.amanat.chain.provider;

import org.jspecify.annotations.NullMarked;

/** The whole platform as processes: real HTTP, real PostgreSQL, a real EVM node; killed and started again. */
@org.jspecify.annotations.NullMarked
package io.amanat.app.e2e;

/** A real PostgreSQL server for the tests of the modules that use one: {@link io.lintel.testing.postgres.PostgresServer}. */
@NullMarked
package io.lintel.testing.postgres;

import org.jspecify.annotations.NullMarked;

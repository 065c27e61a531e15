/**
 * The manager's storage port on SQL databases. {@link io.lintel.store.sql.SqliteStore} opens or makes a SQLite file, {@link
 * io.lintel.store.sql.PostgresStore} opens a PostgreSQL database; what they return is the port of {@code
 * io.lintel.sdk.store}. The tables are in {@code lintel-migrations}, one text for both.
 */
@NullMarked
package io.lintel.store.sql;

import org.jspecify.annotations.NullMarked;

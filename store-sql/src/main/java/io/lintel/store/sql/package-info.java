/**
 * The manager's storage port on SQL databases. {@link io.lintel.store.sql.SqliteStore} opens or makes a SQLite file; what it
 * returns is the port of {@code io.lintel.sdk.store}. The tables are in {@code lintel-migrations}.
 */
@NullMarked
package io.lintel.store.sql;

import org.jspecify.annotations.NullMarked;

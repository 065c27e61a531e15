/** The manager's storage port on SQLite and PostgreSQL. */
@NullMarked
package io.lintel.store.sql;

import org.jspecify.annotations.NullMarked;

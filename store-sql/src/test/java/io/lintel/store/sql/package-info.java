/** The manager and its port, on a real SQLite file. */
@NullMarked
package io.lintel.store.sql;

import org.jspecify.annotations.NullMarked;

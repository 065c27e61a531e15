/** What the commands share that work on a manager's database, and the endpoint that phones ask. */
@NullMarked
package io.lintel.cli.manager;

import org.jspecify.annotations.NullMarked;

/** The connectors, against real servers on real sockets. */
@NullMarked
package io.lintel.connectors;

import org.jspecify.annotations.NullMarked;

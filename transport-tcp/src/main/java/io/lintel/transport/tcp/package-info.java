/** The protocol over TCP: reader server, phone client, manager endpoint. */
@NullMarked
package io.lintel.transport.tcp;

import org.jspecify.annotations.NullMarked;

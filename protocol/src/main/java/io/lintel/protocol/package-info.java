/** The protocol between phone, reader and manager as sessions that take bytes and a clock reading. */
@NullMarked
package io.lintel.protocol;

import org.jspecify.annotations.NullMarked;

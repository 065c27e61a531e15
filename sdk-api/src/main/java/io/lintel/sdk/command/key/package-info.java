/** Rotates keys, and knows how far that is: begin with {@code KeyRotation}. */
@NullMarked
package io.lintel.sdk.command.key;

import org.jspecify.annotations.NullMarked;

/** Rotating keys: one step after the other, and how far that is. */
@NullMarked
package io.lintel.cli.key;

import org.jspecify.annotations.NullMarked;

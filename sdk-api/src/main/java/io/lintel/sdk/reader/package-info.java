/** Readers: what their commands ask for and answer. */
@NullMarked
package io.lintel.sdk.reader;

import org.jspecify.annotations.NullMarked;

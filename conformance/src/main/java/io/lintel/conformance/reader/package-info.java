/** The cases for readers, and the phone's voice that they speak with. */
@NullMarked
package io.lintel.conformance.reader;

import org.jspecify.annotations.NullMarked;

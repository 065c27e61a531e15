/** The cases for phones, and the reader's voice that they speak with. */
@NullMarked
package io.lintel.conformance.phone;

import org.jspecify.annotations.NullMarked;

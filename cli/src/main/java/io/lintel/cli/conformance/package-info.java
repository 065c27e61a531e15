/** The commands of the conformance kit: material, reader, phone. */
@NullMarked
package io.lintel.cli.conformance;

import org.jspecify.annotations.NullMarked;

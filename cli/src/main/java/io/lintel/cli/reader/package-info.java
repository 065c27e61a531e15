/** The commands of a reader: enroll, update, run. */
@NullMarked
package io.lintel.cli.reader;

import org.jspecify.annotations.NullMarked;

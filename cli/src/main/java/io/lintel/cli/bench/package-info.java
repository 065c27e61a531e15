/** {@code lintel bench}: starts the benchmarks of a working copy, which are no part of the command. */
@NullMarked
package io.lintel.cli.bench;

import org.jspecify.annotations.NullMarked;

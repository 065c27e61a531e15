/**
 * The whole system under load: a reader over TCP in a process of its own, and in this one phones that connect for each tap,
 * beside an echo and TLS over the same handlers. {@link io.lintel.benchmarks.load.ReaderLoad} measures, {@link
 * io.lintel.benchmarks.load.LoadServer} is the other process; {@code docs/performance.md} explains.
 */
@NullMarked
package io.lintel.benchmarks.load;

import org.jspecify.annotations.NullMarked;

/**
 * Taps beside their floors and beside what others would use instead, in one run. {@link io.lintel.benchmarks.tap.TapBenchmark}
 * is where to begin, {@code docs/benchmarks.md} explains.
 */
@NullMarked
package io.lintel.benchmarks.tap;

import org.jspecify.annotations.NullMarked;

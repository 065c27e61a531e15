/**
 * What a run of benchmarks leaves: tables, aims and charts of each part, the machine they come from, and the files that hold
 * them. {@link io.lintel.benchmarks.results.BenchRun} is the program, {@code lintel bench} starts it.
 */
@NullMarked
package io.lintel.benchmarks.results;

import org.jspecify.annotations.NullMarked;

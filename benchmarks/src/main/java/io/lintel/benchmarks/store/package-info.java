/**
 * What sharing commits is worth: {@link io.lintel.benchmarks.store.StoreBenchmark} compares the store with one that commits
 * for each call, on the same database in the same run.
 */
@NullMarked
package io.lintel.benchmarks.store;

import org.jspecify.annotations.NullMarked;

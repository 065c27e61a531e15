/**
 * Floors: the primitives that something cannot do without, called directly on a provider and not through {@code crypto}.
 * {@link io.lintel.benchmarks.floor.Call} names one of them, {@link io.lintel.benchmarks.floor.Floor} makes many.
 */
@NullMarked
package io.lintel.benchmarks.floor;

import org.jspecify.annotations.NullMarked;

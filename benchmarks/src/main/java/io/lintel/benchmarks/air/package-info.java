/**
 * Octets, packets and time on the air: what taps and their peers send, cut as Bluetooth cuts it, over the seeded link
 * simulator. {@link io.lintel.benchmarks.air.Conversation} is what is compared, {@link io.lintel.benchmarks.air.AirResults}
 * makes the tables; {@code docs/performance.md} has the formula.
 */
@NullMarked
package io.lintel.benchmarks.air;

import org.jspecify.annotations.NullMarked;

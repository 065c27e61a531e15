/**
 * Revocation lists beside what others would send instead: octets, look-ups and decoding. Begin at {@link
 * io.lintel.benchmarks.revocation.ListBenchmark}.
 */
@NullMarked
package io.lintel.benchmarks.revocation;

import org.jspecify.annotations.NullMarked;

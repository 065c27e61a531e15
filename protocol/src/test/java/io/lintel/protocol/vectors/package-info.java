/**
 * The vectors of spec/vectors and the walk-through of spec/protocol.md: made here, never typed.
 *
 * <p>{@link io.lintel.protocol.vectors.SpecificationTest} makes them again and compares; {@code make spec} rewrites them.
 * {@link io.lintel.protocol.vectors.ReplayTest} plays every tap vector against the real sessions, and
 * {@link io.lintel.protocol.vectors.StraightLineTest} against the straight lines of
 * {@code io.lintel.protocol.vectors.straight}, which know nothing but the page.
 */
@NullMarked
package io.lintel.protocol.vectors;

import org.jspecify.annotations.NullMarked;

/**
 * The conformance kit: what an implementer points at a foreign reader or phone, to be told which sentence of the
 * specification it breaks.
 *
 * <p>{@link io.lintel.conformance.ReaderConformance} taps a reader in every way that is right and in many that are not;
 * {@link io.lintel.conformance.PhoneConformance} is the reader that a phone taps. Both speak the wire alone: they know
 * nothing of how the other side is made. What the two have to agree on beforehand is the {@link
 * io.lintel.conformance.material.Material}. A run gives a {@link io.lintel.conformance.ConformanceReport}, which {@link
 * io.lintel.conformance.JUnitXml} writes for build servers.
 */
@NullMarked
package io.lintel.conformance;

import org.jspecify.annotations.NullMarked;

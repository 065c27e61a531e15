/**
 * What the kit and the implementation under test have to agree on: a site whose keys the kit has. {@link
 * io.lintel.conformance.material.Material} is what the kit goes by, {@link io.lintel.conformance.material.MaterialFile} the file
 * of it, {@link io.lintel.conformance.material.TrialSite} makes a new one.
 */
@NullMarked
package io.lintel.conformance.material;

import org.jspecify.annotations.NullMarked;

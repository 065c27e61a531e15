/**
 * What tells a host system whose access number it is ({@code spec/hand-off.md}, {@code SSR-16}). At a site with self-service a
 * phone gets a {@link io.lintel.sdk.handoff.HandOffClaim} with its credential; its person hands it to the host system when
 * registering there, which checks it with a {@link io.lintel.sdk.handoff.HandOffVerifier}, or with any library for JSON Web
 * Signatures.
 */
@NullMarked
package io.lintel.sdk.handoff;

import org.jspecify.annotations.NullMarked;

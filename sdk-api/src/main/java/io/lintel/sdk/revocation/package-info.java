/**
 * Revocation that reaches doors which are never online: until when a revoked credential may still open which door, and what
 * proves it ({@code spec/revocation.md}). Begin with {@link io.lintel.sdk.revocation.CredentialExposure}.
 */
@NullMarked
package io.lintel.sdk.revocation;

import org.jspecify.annotations.NullMarked;

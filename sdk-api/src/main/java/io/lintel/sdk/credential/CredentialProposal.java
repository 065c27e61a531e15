package io.lintel.sdk.credential;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a form for a new credential begins with ({@code DEV-04}, {@code DEV-06}). Each may be changed in the request, as far as
 * the profile lets an access number be named; changing key name or number may endanger security. Nothing is reserved: an issue
 * meanwhile takes the number.
 *
 * @param keyName the site's
 * @param accessNumber the one that an issue would give now; empty where the profile has it named
 * @param validFrom the start of today, UTC
 * @param validUntil the site's default; empty for unlimited
 */
public record CredentialProposal(
        String keyName, OptionalLong accessNumber, Instant validFrom, Optional<Instant> validUntil) {}

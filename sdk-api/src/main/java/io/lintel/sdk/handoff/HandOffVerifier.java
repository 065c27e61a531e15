package io.lintel.sdk.handoff;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoException;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.Primitives;
import io.lintel.crypto.SigningPublicKey;
import io.lintel.protocol.statement.ProjectId;
import io.lintel.sdk.handoff.HandOffCheck.Expired;
import io.lintel.sdk.handoff.HandOffCheck.Genuine;
import io.lintel.sdk.handoff.HandOffCheck.NotGenuine;
import io.lintel.sdk.json.InvalidJsonException;
import io.lintel.sdk.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The host system's side of self-service: says whether a claim is one of a project ({@code spec/hand-off.md}, "Verifying").
 * Immutable and safe to share between threads; does not remember which claims it has seen.
 *
 * <p>The algorithm is that of the key whose id the claim names, among the keys that the host was given: a claim cannot choose
 * another one, and none at all is not among them.
 */
public final class HandOffVerifier {

    /** The most characters that a claim has. */
    public static final int MAX_LENGTH = 1024;

    /** The most keys that a project has in use: the old and the new one of a rotation, with room. */
    public static final int MAX_KEYS = 8;

    /** How far the clocks of manager and host may be apart. */
    public static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private record Key(JwsHeader header, CryptoSuite suite, SigningPublicKey publicKey) {}

    private final ProjectId project;
    private final List<Key> keys;

    private HandOffVerifier(ProjectId project, List<Key> keys) {
        this.project = project;
        this.keys = keys;
    }

    /**
     * A verifier for one project.
     *
     * @param keys the project's keys, as its administrator exported them: 1 to {@value #MAX_KEYS}
     * @throws IllegalArgumentException where there are more or none, or one is no key of its suite
     */
    public static HandOffVerifier of(Primitives primitives, ProjectId project, List<HandOffKey> keys) {
        if (keys.isEmpty() || keys.size() > MAX_KEYS) {
            throw new IllegalArgumentException("a project has 1 to " + MAX_KEYS + " keys for claims");
        }
        return new HandOffVerifier(
                project, keys.stream().map(key -> usable(primitives, key)).toList());
    }

    private static Key usable(Primitives primitives, HandOffKey key) {
        CryptoSuite suite = primitives.suite(key.suite());
        try {
            return new Key(JwsHeader.of(key), suite, suite.signingPublicKey(key.publicKey()));
        } catch (CryptoException e) {
            throw new IllegalArgumentException("this is no public key of " + key.suite(), e);
        }
    }

    /** Checks what somebody shows. Whatever is wrong but the time looks the same. */
    public HandOffCheck check(String shown, Instant now) {
        return signed(shown)
                .filter(claim -> claim.project().equals(project))
                .filter(claim -> !claim.issued().isAfter(now.plus(CLOCK_SKEW)))
                .<HandOffCheck>map(
                        claim -> now.isBefore(claim.expires()) ? new Genuine(claim) : new Expired(claim.expires()))
                .orElseGet(NotGenuine::new);
    }

    private Optional<HandOffClaim> signed(String shown) {
        String[] parts = shown.length() > MAX_LENGTH ? new String[0] : shown.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        Bytes input = Bytes.utf8(parts[0] + "." + parts[1]);
        return read(parts[0], JwsHeader.class)
                .flatMap(this::key)
                .filter(key -> Base64Url.decode(parts[2])
                        .filter(signature -> key.suite().verify(key.publicKey(), input, Bytes.copyOf(signature)))
                        .isPresent())
                .flatMap(key -> read(parts[1], JwsClaims.class))
                .flatMap(HandOffVerifier::claim);
    }

    private Optional<Key> key(JwsHeader header) {
        return keys.stream().filter(key -> key.header().equals(header)).findFirst();
    }

    private static Optional<HandOffClaim> claim(JwsClaims claims) {
        try {
            HandOffClaim claim = claims.claim();
            return JwsClaims.of(claim).equals(claims) ? Optional.of(claim) : Optional.empty();
        } catch (RuntimeException noClaim) {
            return Optional.empty();
        }
    }

    private static <T> Optional<T> read(String part, Class<T> type) {
        try {
            return Base64Url.decode(part)
                    .map(octets -> StrictJson.read(new String(octets, StandardCharsets.UTF_8), type));
        } catch (InvalidJsonException e) {
            return Optional.empty();
        }
    }
}

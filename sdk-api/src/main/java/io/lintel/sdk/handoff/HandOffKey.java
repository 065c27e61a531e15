package io.lintel.sdk.handoff;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Sha256;
import io.lintel.crypto.Suite;
import io.lintel.sdk.json.InvalidJsonException;
import io.lintel.sdk.json.StrictJson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The public key that a project's hand-off claims are checked with. It signs nothing else, and everybody may have it.
 *
 * @param suite the project's suite
 * @param publicKey the encoded key: 32 octets of Ed25519, or 33 of a compressed point of P-256
 */
public record HandOffKey(Suite suite, Bytes publicKey) {

    private static final String ED25519 = "Ed25519";
    private static final int COORDINATE_SIZE = 32;

    /** A JSON Web Key, without what it may have besides; {@code y} is that of elliptic curves alone. */
    private record Jwk(
            String kty,
            String crv,
            String x,
            @Nullable String y,
            @Nullable String use,
            @Nullable String alg,
            @Nullable String kid) {}

    /** Refuses a key of another size. */
    public HandOffKey {
        if (publicKey.size() != suite.signingKeySize()) {
            throw new IllegalArgumentException("a key for signatures of " + suite + " has " + suite.signingKeySize()
                    + " octets, not " + publicKey.size());
        }
    }

    /** What JSON Web Signatures call the algorithm: EdDSA (RFC 8037) or ES256 (RFC 7518 section 3.4). */
    public String algorithm() {
        return switch (suite) {
            case X25519 -> "EdDSA";
            case P256 -> "ES256";
        };
    }

    /** The key's id: its thumbprint with SHA-256 (RFC 7638), 43 characters. */
    public String id() {
        Map<String, Object> members = new LinkedHashMap<>();
        Jwk key = members();
        members.put("crv", key.crv());
        members.put("kty", key.kty());
        members.put("x", key.x());
        if (key.y() != null) {
            members.put("y", key.y());
        }
        return Base64Url.encode(
                Sha256.digest(Bytes.utf8(StrictJson.writeLine(members))).toByteArray());
    }

    /** The key as a JSON Web Key (RFC 7517), on one line: what the host system's administrator gets. */
    public String jwk() {
        Jwk key = members();
        return StrictJson.writeLine(new Jwk(key.kty(), key.crv(), key.x(), key.y(), "sig", algorithm(), id()));
    }

    /**
     * Reads what {@link #jwk} writes.
     *
     * @throws IllegalArgumentException where it is no such key, or its id is another key's
     */
    public static HandOffKey parse(String jwk) {
        Jwk read = read(jwk);
        HandOffKey key = read.y() == null ? ed25519(read) : p256(read);
        if (!key.jwk().equals(StrictJson.writeLine(read))) {
            throw new IllegalArgumentException("this is not a key for hand-off claims in the form of spec/hand-off.md");
        }
        return key;
    }

    private static Jwk read(String jwk) {
        try {
            return StrictJson.read(jwk, Jwk.class);
        } catch (InvalidJsonException e) {
            throw new IllegalArgumentException("this is not a JSON Web Key: " + e.getMessage(), e);
        }
    }

    private static HandOffKey ed25519(Jwk read) {
        return new HandOffKey(Suite.X25519, coordinate(read.x()));
    }

    private static HandOffKey p256(Jwk read) {
        Bytes y = coordinate(read.y());
        int sign = y.unsigned(COORDINATE_SIZE - 1) & 1;
        return new HandOffKey(Suite.P256, Bytes.concat(Bytes.of(2 + sign), coordinate(read.x())));
    }

    private static Bytes coordinate(@Nullable String text) {
        return Optional.ofNullable(text)
                .flatMap(Base64Url::decode)
                .map(Bytes::copyOf)
                .filter(octets -> octets.size() == COORDINATE_SIZE)
                .orElseThrow(() -> new IllegalArgumentException("a key's coordinate is 32 octets in base64url"));
    }

    private Jwk members() {
        return switch (suite) {
            case X25519 -> new Jwk("OKP", ED25519, Base64Url.encode(publicKey.toByteArray()), null, null, null, null);
            case P256 -> {
                Bytes x = publicKey.slice(1, publicKey.size());
                Bytes y = P256Curve.y(x, publicKey.unsigned(0) & 1);
                yield new Jwk(
                        "EC",
                        "P-256",
                        Base64Url.encode(x.toByteArray()),
                        Base64Url.encode(y.toByteArray()),
                        null,
                        null,
                        null);
            }
        };
    }
}

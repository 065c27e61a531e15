package io.lintel.sdk.handoff;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.SigningKeyPair;
import io.lintel.protocol.statement.ProjectId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A project's signed word that an access number was given to the phone that shows it ({@code SSR-16}): who has it registers
 * that number with the host system, and nobody another one's. It names no person.
 *
 * @param project the project that gave the number
 * @param accessNumber the number
 * @param serial the credential's serial, 1 to 2^32 - 1
 * @param issued when it was signed, in whole seconds
 * @param expires when it stops counting; the phone gets a new one by scanning the project's QR code again
 * @param id 22 characters, another one in each claim: the host system takes each id once
 */
public record HandOffClaim(
        ProjectId project, long accessNumber, long serial, Instant issued, Instant expires, String id) {

    /** How long a claim counts: a person registers within days of activating. */
    public static final Duration VALIDITY = Duration.ofDays(7);

    /** The size of what {@link #id} says, in octets. */
    public static final int ID_SIZE_BYTES = 16;

    /** Refuses values that no claim has. */
    public HandOffClaim {
        if (accessNumber < 0 || serial < 1 || serial > 0xffff_ffffL) {
            throw new IllegalArgumentException("a claim has an access number from 0 and a serial of 32 bits from 1");
        }
        if (!isWhole(issued) || !isWhole(expires) || !expires.isAfter(issued)) {
            throw new IllegalArgumentException("a claim is for a time of whole seconds");
        }
        if (!id.matches("[A-Za-z0-9_-]{22}")) {
            throw new IllegalArgumentException("a claim's id is 16 octets in base64url");
        }
    }

    private static boolean isWhole(Instant at) {
        return at.equals(at.truncatedTo(ChronoUnit.SECONDS));
    }

    /** A claim that counts from an instant on for {@link #VALIDITY}. */
    public static HandOffClaim of(ProjectId project, long accessNumber, long serial, Instant now, Bytes id) {
        if (id.size() != ID_SIZE_BYTES) {
            throw new IllegalArgumentException("a claim's id has " + ID_SIZE_BYTES + " octets");
        }
        Instant issued = Instant.ofEpochSecond(now.getEpochSecond());
        return new HandOffClaim(
                project, accessNumber, serial, issued, issued.plus(VALIDITY), Base64Url.encode(id.toByteArray()));
    }

    /**
     * The claim as a JSON Web Signature in compact serialisation (RFC 7515), with EdDSA (RFC 8037) or ES256.
     *
     * @param pair the project's key for claims, of the suite
     */
    public String sign(CryptoSuite suite, SigningKeyPair pair) {
        HandOffKey key = new HandOffKey(suite.id(), pair.publicKey().encoded());
        String input = JwsHeader.of(key).encode() + "." + JwsClaims.of(this).encode();
        return input + "."
                + Base64Url.encode(
                        suite.sign(pair.privateKey(), Bytes.utf8(input)).toByteArray());
    }

    /** Leaves the id out, which is the host system's proof of having seen the claim. */
    @Override
    public String toString() {
        return "HandOffClaim[" + project + ", access number " + accessNumber + "]";
    }
}

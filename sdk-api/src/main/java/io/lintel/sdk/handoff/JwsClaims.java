package io.lintel.sdk.handoff;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.statement.ProjectId;
import io.lintel.sdk.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A claim's payload (RFC 7519 section 4.1).
 *
 * @param iss the project's id, 16 hex digits
 * @param sub the access number in decimal digits
 * @param serial the credential's serial
 * @param iat when it was signed, in seconds since 1970
 * @param exp when it stops counting
 * @param jti the claim's id
 */
record JwsClaims(String iss, String sub, long serial, long iat, long exp, String jti) {

    static JwsClaims of(HandOffClaim claim) {
        return new JwsClaims(
                claim.project().value().toHex(),
                Long.toString(claim.accessNumber()),
                claim.serial(),
                claim.issued().getEpochSecond(),
                claim.expires().getEpochSecond(),
                claim.id());
    }

    /** Throws {@link RuntimeException} of whatever sort for values that no claim has. */
    HandOffClaim claim() {
        return new HandOffClaim(
                new ProjectId(Bytes.ofHex(iss)),
                Long.parseLong(sub),
                serial,
                Instant.ofEpochSecond(iat),
                Instant.ofEpochSecond(exp),
                jti);
    }

    String encode() {
        return Base64Url.encode(StrictJson.writeLine(this).getBytes(StandardCharsets.UTF_8));
    }
}

package io.lintel.sdk.handoff;

import io.lintel.sdk.json.StrictJson;
import java.nio.charset.StandardCharsets;

/**
 * A claim's protected header. A field more is refused, {@code crit} and {@code jwk} with it: what verifies is said by the key
 * that the host chose, never by the message (RFC 8725 sections 3.1 and 3.5).
 *
 * @param alg EdDSA or ES256
 * @param typ tells the claim from every other JSON Web Signature (RFC 8725 section 3.11)
 * @param kid the id of the key
 */
record JwsHeader(String alg, String typ, String kid) {

    static final String TYPE = "lintel-hand-off+jwt";

    static JwsHeader of(HandOffKey key) {
        return new JwsHeader(key.algorithm(), TYPE, key.id());
    }

    String encode() {
        return Base64Url.encode(StrictJson.writeLine(this).getBytes(StandardCharsets.UTF_8));
    }
}

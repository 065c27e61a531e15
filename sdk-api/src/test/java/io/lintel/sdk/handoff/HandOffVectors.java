package io.lintel.sdk.handoff;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.Primitives;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.SigningKeyPair;
import io.lintel.crypto.Suite;
import io.lintel.protocol.statement.ProjectId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes {@code spec/vectors/hand-off.json}: claims as they should be, and what a host system has to refuse. */
final class HandOffVectors {

    static final Instant NOW = Instant.parse("2026-11-20T10:15:00Z");
    static final Primitives PRIMITIVES = Primitives.select(new SecureRandom());

    private static final ProjectId PROJECT = new ProjectId(Bytes.ofHex("00112233445566aa"));
    private static final long ACCESS_NUMBER = 17;

    private final CryptoSuite suite;
    private final SigningKeyPair pair;
    private final HandOffKey key;
    private final ObjectNode project;
    private final ArrayNode vectors;

    private HandOffVectors(Suite suite, ObjectNode project) {
        this.suite = PRIMITIVES.suite(suite);
        this.pair = pair("claims");
        this.key = new HandOffKey(suite, pair.publicKey().encoded());
        this.project = project;
        this.vectors = project.putArray("vectors");
    }

    static String file() {
        ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        ObjectNode file = json.createObjectNode();
        for (Suite suite : Suite.values()) {
            new HandOffVectors(suite, file.putObject(suite == Suite.X25519 ? "x25519" : "p256")).make();
        }
        try {
            return json.writeValueAsString(file) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void make() {
        ObjectNode head = project;
        head.put("project", PROJECT.value().toHex());
        head.put("privateKey", secret("claims").toHex());
        head.put("jwk", key.jwk());
        head.put("now", NOW.getEpochSecond());
        String good = claim(NOW).sign(suite, pair);
        vector("genuine", "As the manager signs it.", "genuine", good);
        vector(
                "last-second",
                "Its last second.",
                "genuine",
                signed(NOW.minus(HandOffClaim.VALIDITY).plusSeconds(1)));
        vector("clock-behind", "The host's clock is five minutes behind.", "genuine", signed(NOW.plusSeconds(300)));
        vector("expired", "Seven days old.", "expired", signed(NOW.minus(HandOffClaim.VALIDITY)));
        vector("from-the-future", "More than five minutes ahead.", "not-genuine", signed(NOW.plusSeconds(301)));
        vector("other-project", "Signed with the right key for another project.", "not-genuine", otherProject());
        badSignatures(good);
        badHeaders();
        badForms(good);
    }

    private void badSignatures(String good) {
        String[] parts = good.split("\\.", -1);
        String forged = encode(claims().replace("\"sub\":\"17\"", "\"sub\":\"18\""));
        vector(
                "another-number",
                "Another access number under the old signature.",
                "not-genuine",
                join(parts[0], forged, parts[2]));
        byte[] signature = Base64Url.decode(parts[2]).orElseThrow();
        signature[signature.length - 1] ^= 1;
        vector(
                "signature",
                "The signature's last bit.",
                "not-genuine",
                join(parts[0], parts[1], Base64Url.encode(signature)));
        SigningKeyPair other = pair("another project's claims");
        vector(
                "other-key",
                "Signed with another key under this key's id.",
                "not-genuine",
                sign(other, header(key.algorithm(), JwsHeader.TYPE), claims()));
        vector("no-signature", "Nothing after the second dot.", "not-genuine", join(parts[0], parts[1], ""));
    }

    private void badHeaders() {
        String none = header("none", JwsHeader.TYPE);
        vector(
                "alg-none",
                "No algorithm, no signature (RFC 8725 section 2.1).",
                "not-genuine",
                join(encode(none), encode(claims()), ""));
        header("alg-none-signed", "No algorithm, and a good signature.", none);
        header(
                "alg-swapped",
                "The other suite's algorithm.",
                header(key.algorithm().equals("EdDSA") ? "ES256" : "EdDSA", JwsHeader.TYPE));
        vector("alg-hmac", "HS256 with the public key as its secret.", "not-genuine", hmac());
        header(
                "alg-case",
                "The algorithm in other letters.",
                header(key.algorithm().toLowerCase(Locale.ROOT), JwsHeader.TYPE));
        header("typ-jwt", "Some other JSON Web Token.", header(key.algorithm(), "JWT"));
        header(
                "kid-other",
                "A key that the host does not hold.",
                "{\"alg\":\"" + key.algorithm() + "\",\"typ\":\"" + JwsHeader.TYPE + "\",\"kid\":\"x\"}");
        String plain = header(key.algorithm(), JwsHeader.TYPE);
        header("jwk-inside", "A key within the message.", plain.replace("}", ",\"jwk\":" + key.jwk() + "}"));
        header("crit", "An extension that must be understood.", plain.replace("}", ",\"crit\":[\"exp\"],\"exp\":0}"));
    }

    private void badForms(String good) {
        String[] parts = good.split("\\.", -1);
        vector("two-parts", "Header and payload alone.", "not-genuine", parts[0] + "." + parts[1]);
        vector("four-parts", "A part too many.", "not-genuine", good + ".");
        vector("padded", "With the padding that this form leaves out.", "not-genuine", good + "==");
        vector("blank", "A blank before it.", "not-genuine", " " + good);
        vector("too-long", "1025 characters.", "not-genuine", good + "A".repeat(1025 - good.length()));
        vector("nothing", "No character at all.", "not-genuine", "");
    }

    private void header(String id, String title, String header) {
        vector(id, title, "not-genuine", sign(pair, header, claims()));
    }

    private void vector(String id, String title, String says, String jws) {
        vectors.addObject().put("id", id).put("title", title).put("jws", jws).put("hostSays", says);
    }

    private static HandOffClaim claim(Instant issued) {
        Bytes id = PRIMITIVES
                .suite(Suite.X25519)
                .sha256(Bytes.utf8("lintel vector: claim id"))
                .slice(0, 16);
        return HandOffClaim.of(PROJECT, ACCESS_NUMBER, 17, issued, id);
    }

    private String signed(Instant issued) {
        return claim(issued).sign(suite, pair);
    }

    private String otherProject() {
        HandOffClaim plain = claim(NOW);
        return new HandOffClaim(
                        new ProjectId(Bytes.ofHex("00112233445566bb")),
                        plain.accessNumber(),
                        plain.serial(),
                        plain.issued(),
                        plain.expires(),
                        plain.id())
                .sign(suite, pair);
    }

    private String claims() {
        return new String(Base64Url.decode(JwsClaims.of(claim(NOW)).encode()).orElseThrow(), StandardCharsets.UTF_8);
    }

    private String header(String algorithm, String type) {
        return "{\"alg\":\"" + algorithm + "\",\"typ\":\"" + type + "\",\"kid\":\"" + key.id() + "\"}";
    }

    private String sign(SigningKeyPair by, String header, String claims) {
        String input = encode(header) + "." + encode(claims);
        return input + "."
                + Base64Url.encode(
                        suite.sign(by.privateKey(), Bytes.utf8(input)).toByteArray());
    }

    private String hmac() {
        String input = encode(header("HS256", JwsHeader.TYPE)) + "." + encode(claims());
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.publicKey().toByteArray(), "HmacSHA256"));
            return input + "." + Base64Url.encode(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }

    private SigningKeyPair pair(String what) {
        try (SecretBytes secret = SecretBytes.copyOf(secret(what).toByteArray())) {
            return suite.signingKeyPair(secret);
        }
    }

    private Bytes secret(String what) {
        return suite.sha256(Bytes.utf8("lintel vector: " + what));
    }

    private static String encode(String text) {
        return Base64Url.encode(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String join(String... parts) {
        return String.join(".", parts);
    }
}

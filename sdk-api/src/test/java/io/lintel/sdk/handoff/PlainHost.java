package io.lintel.sdk.handoff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;

/** A host system that has the page and the Java platform, and nothing of ours: it follows the steps of {@code spec/hand-off.md}. */
final class PlainHost {

    private static final ObjectMapper JSON = new ObjectMapper();

    private PlainHost() {}

    /** Returns "genuine", "expired" or "not-genuine". */
    static String check(String project, String jwk, String jws, long now) throws IOException {
        String[] parts = jws.split("\\.", -1);
        if (jws.length() > 1024 || parts.length != 3) {
            return "not-genuine";
        }
        JsonNode key = JSON.readTree(jwk);
        try {
            JsonNode header = JSON.readTree(canonical(parts[0]));
            boolean expected = fields(header).equals(Set.of("alg", "typ", "kid"))
                    && header.path("alg").asText().equals(key.path("alg").asText())
                    && header.path("kid").asText().equals(key.path("kid").asText())
                    && header.path("typ").asText().equals("lintel-hand-off+jwt");
            if (!expected || !isSigned(key, parts)) {
                return "not-genuine";
            }
            JsonNode claims = JSON.readTree(canonical(parts[1]));
            if (!claims.path("iss").asText().equals(project)
                    || claims.path("iat").asLong() > now + 300) {
                return "not-genuine";
            }
            return now < claims.path("exp").asLong() ? "genuine" : "expired";
        } catch (IOException | IllegalArgumentException | GeneralSecurityException e) {
            return "not-genuine";
        }
    }

    private static boolean isSigned(JsonNode key, String[] parts) throws GeneralSecurityException {
        boolean edwards = key.path("kty").asText().equals("OKP");
        Signature signature = Signature.getInstance(edwards ? "Ed25519" : "SHA256withECDSAinP1363Format");
        signature.initVerify(edwards ? ed25519(key) : p256(key));
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(canonical(parts[2]));
    }

    private static PublicKey ed25519(JsonNode key) throws GeneralSecurityException {
        byte[] octets = Base64.getUrlDecoder().decode(key.path("x").asText());
        byte[] y = new byte[octets.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = octets[octets.length - 1 - i];
        }
        boolean odd = (y[0] & 0x80) != 0;
        y[0] &= 0x7f;
        EdECPoint point = new EdECPoint(odd, new BigInteger(1, y));
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
    }

    private static PublicKey p256(JsonNode key) throws GeneralSecurityException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        ECPoint point =
                new ECPoint(number(key.path("x").asText()), number(key.path("y").asText()));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, parameters.getParameterSpec(ECParameterSpec.class)));
    }

    private static BigInteger number(String coordinate) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(coordinate));
    }

    private static Set<String> fields(JsonNode header) {
        Set<String> fields = new TreeSet<>();
        header.fieldNames().forEachRemaining(fields::add);
        return fields;
    }

    private static byte[] canonical(String part) {
        byte[] octets = Base64.getUrlDecoder().decode(part);
        if (!Base64.getUrlEncoder().withoutPadding().encodeToString(octets).equals(part)) {
            throw new IllegalArgumentException("padded, or with bits that say nothing");
        }
        return octets;
    }
}

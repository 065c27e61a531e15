package io.lintel.crypto;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lintel.testing.VectorFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The cases of one file of Project Wycheproof. */
final class Wycheproof {
    private Wycheproof() {}

    /** A case with the group that it stands in. */
    record Case(JsonNode group, JsonNode test) {
        Bytes hex(String field) {
            return Bytes.ofHex(test.get(field).asText());
        }

        boolean isValid() {
            return test.get("result").asText().equals("valid");
        }

        boolean isInvalid() {
            return test.get("result").asText().equals("invalid");
        }

        int groupNumber(String field) {
            return group.get(field).asInt();
        }

        @Override
        public String toString() {
            return "case " + test.get("tcId").asText() + " ("
                    + test.get("comment").asText() + ")";
        }
    }

    static List<Case> read(String file) throws IOException {
        JsonNode root = new ObjectMapper().readTree(VectorFiles.wycheproof(file).toFile());
        List<Case> cases = new ArrayList<>();
        for (JsonNode group : root.get("testGroups")) {
            group.get("tests").forEach(test -> cases.add(new Case(group, test)));
        }
        if (cases.size() != root.get("numberOfTests").asInt()) {
            throw new AssertionError(file + " does not hold the number of cases that it states");
        }
        return cases;
    }

    /** Returns 32 octets of a number that the files write with leading zeros, or without. */
    static SecretBytes scalar(Bytes encoded) {
        byte[] scalar = new byte[32];
        for (int i = 1; i <= Math.min(encoded.size(), 32); i++) {
            scalar[32 - i] = encoded.get(encoded.size() - i);
        }
        return SecretBytes.takeOwnership(scalar);
    }

    /** Returns the compressed form of an uncompressed point, which the files use and the product refuses. */
    static Bytes compress(Bytes uncompressed) {
        return Bytes.concat(Bytes.of(2 + (uncompressed.get(64) & 1)), uncompressed.slice(1, 33));
    }
}

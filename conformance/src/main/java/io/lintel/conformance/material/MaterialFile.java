package io.lintel.conformance.material;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoException;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.SigningKeyPair;
import io.lintel.crypto.Suite;
import io.lintel.protocol.statement.StatementException;
import io.lintel.protocol.tap.ProjectKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Material as text: a line {@code name = hex} for each thing, so that a maker can take what his firmware needs with any tool.
 * Lines that begin with {@code #} say what they are about.
 */
public final class MaterialFile {
    private static final int MAX_ISSUING_KEYS = 64;

    private MaterialFile() {}

    /** Returns the text, private keys included. */
    public static String write(Material material) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("suite", Integer.toString(material.suite().id().id()));
        lines.put("root", material.root().toHex());
        for (int i = 0; i < material.issuingKeys().size(); i++) {
            lines.put("issuing-key." + (i + 1), material.issuingKeys().get(i).toHex());
        }
        lines.put(
                "credential-key.private",
                hex(material.credentialKey().privateKey().encoded()));
        lines.put(
                "certificate-key.private",
                hex(material.certificateKey().privateKey().encoded()));
        lines.put("list-key.private", hex(material.listKey().privateKey().encoded()));
        lines.put("project-key.epoch", Integer.toString(material.projectKey().epoch()));
        lines.put(
                "project-key",
                hex(SecretBytes.takeOwnership(material.projectKey().key().copy())));
        lines.put("reader.certificate", material.certificate().toHex());
        material.readerKey()
                .ifPresent(pair ->
                        lines.put("reader.key.private", hex(pair.privateKey().encoded())));
        material.readerSigningKey()
                .ifPresent(pair -> lines.put(
                        "reader.signing-key.private", hex(pair.privateKey().encoded())));
        lines.put("list", material.list().toHex());
        write(lines, "directory", material.listed());
        write(lines, "phone", material.phone());
        StringBuilder text =
                new StringBuilder("# The keys of a site that exists for a trial alone. Statements, public and"
                        + " private keys in hex, as the specification writes them.\n");
        lines.forEach(
                (name, value) -> text.append(name).append(" = ").append(value).append('\n'));
        return text.toString();
    }

    private static void write(Map<String, String> lines, String name, Holder holder) {
        lines.put(name + ".credential", holder.credential().toHex());
        lines.put(name + ".holder-key.private", hex(holder.key().privateKey().encoded()));
    }

    private static String hex(SecretBytes secret) {
        try (secret) {
            return Bytes.copyOf(secret.copy()).toHex();
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param suites gives the primitives of a suite
     * @throws IllegalArgumentException with a sentence for people if something is missing or damaged
     */
    public static Material read(String text, Function<Suite, CryptoSuite> suites) {
        Lines lines = Lines.of(text);
        CryptoSuite suite = Suite.ofId(lines.number("suite"))
                .map(suites)
                .orElseThrow(() -> new IllegalArgumentException("the suite is neither 1 nor 2"));
        try {
            Material material = new Material(
                    suite,
                    lines.octets("root"),
                    issuingKeys(lines),
                    suite.signingKeyPair(lines.secret("credential-key.private")),
                    suite.signingKeyPair(lines.secret("certificate-key.private")),
                    suite.signingKeyPair(lines.secret("list-key.private")),
                    new ProjectKey(lines.number("project-key.epoch"), lines.secret("project-key")),
                    lines.octets("reader.certificate"),
                    lines.find("reader.key.private").map(hex -> dh(suite, lines.secret("reader.key.private"))),
                    lines.find("reader.signing-key.private")
                            .map(hex -> signing(suite, lines.secret("reader.signing-key.private"))),
                    lines.octets("list"),
                    holder(suite, lines, "directory"),
                    holder(suite, lines, "phone"));
            material.reader();
            material.revocationList();
            return material;
        } catch (CryptoException | StatementException damaged) {
            throw new IllegalArgumentException("a key or a statement in it is damaged", damaged);
        }
    }

    private static DhKeyPair dh(CryptoSuite suite, SecretBytes key) {
        return suite.dhKeyPair(key);
    }

    private static SigningKeyPair signing(CryptoSuite suite, SecretBytes key) {
        return suite.signingKeyPair(key);
    }

    private static List<Bytes> issuingKeys(Lines lines) {
        List<Bytes> keys = new ArrayList<>();
        while (keys.size() < MAX_ISSUING_KEYS
                && lines.find("issuing-key." + (keys.size() + 1)).isPresent()) {
            keys.add(lines.octets("issuing-key." + (keys.size() + 1)));
        }
        return keys;
    }

    private static Holder holder(CryptoSuite suite, Lines lines, String name) {
        return new Holder(
                suite.dhKeyPair(lines.secret(name + ".holder-key.private")), lines.octets(name + ".credential"));
    }

    /** Values by name. */
    private record Lines(Map<String, String> values) {
        static Lines of(String text) {
            Map<String, String> values = new LinkedHashMap<>();
            text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(line -> {
                        int equals = line.indexOf('=');
                        if (equals < 0) {
                            throw new IllegalArgumentException("a line is not of the form NAME = VALUE");
                        }
                        values.put(
                                line.substring(0, equals).strip(),
                                line.substring(equals + 1).strip());
                    });
            return new Lines(values);
        }

        Optional<String> find(String name) {
            return Optional.ofNullable(values.get(name));
        }

        String text(String name) {
            return find(name).orElseThrow(() -> new IllegalArgumentException("\"" + name + "\" is missing"));
        }

        int number(String name) {
            try {
                return Integer.parseInt(text(name));
            } catch (NumberFormatException notANumber) {
                throw new IllegalArgumentException("\"" + name + "\" is not a number", notANumber);
            }
        }

        Bytes octets(String name) {
            try {
                return Bytes.ofHex(text(name));
            } catch (IllegalArgumentException notHex) {
                throw new IllegalArgumentException("\"" + name + "\" is missing or not hex", notHex);
            }
        }

        SecretBytes secret(String name) {
            return SecretBytes.takeOwnership(octets(name).toByteArray());
        }

        /** Holds private keys. */
        @Override
        public String toString() {
            return "Lines[redacted]";
        }
    }
}

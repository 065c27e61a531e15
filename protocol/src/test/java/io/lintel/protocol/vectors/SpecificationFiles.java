package io.lintel.protocol.vectors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.Primitives;
import io.lintel.crypto.Suite;
import io.lintel.testing.Repository;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Where the generated parts of spec/ are, and how each is made. */
final class SpecificationFiles {
    static final Path SPEC = Repository.root().resolve("spec");
    static final Path VECTORS = SPEC.resolve("vectors");

    private SpecificationFiles() {}

    static CryptoSuite suite(Suite suite) {
        return Primitives.select(new SecureRandom()).suite(suite);
    }

    static CryptoSuite suite(int id) {
        return suite(Suite.ofId(id).orElseThrow());
    }

    /** Returns each vector file's name with what makes it. */
    static Map<String, Supplier<ObjectNode>> vectors() {
        Map<String, Supplier<ObjectNode>> files = new LinkedHashMap<>();
        for (Suite id : Suite.values()) {
            String name = id.name().toLowerCase(Locale.ROOT);
            files.put("tap-" + name + ".json", () -> TapVectors.outcomes(suite(id)));
            files.put("courier-" + name + ".json", () -> TapVectors.couriers(suite(id)));
            files.put("malformed-" + name + ".json", () -> TapVectors.malformed(suite(id)));
            files.put("statements-" + name + ".json", () -> StatementVectors.file(suite(id)));
            files.put("reader-artefact-" + name + ".json", () -> ArtefactVectors.file(suite(id)));
            files.put("revocation-" + name + ".json", () -> RevocationVectors.file(suite(id)));
            files.put("link-" + name + ".json", () -> LinkVectors.file(suite(id)));
            files.put("activation-" + name + ".json", () -> ActivationVectors.file(suite(id)));
            files.put("check-in-" + name + ".json", () -> CheckInVectors.file(suite(id)));
        }
        files.put("serials.json", SerialVectors::file);
        files.put("outputs.json", OutputVectors::file);
        return files;
    }

    /** Returns the files whose vectors have a script to replay. */
    static List<Path> tapFiles() {
        return Stream.of("tap-", "courier-", "malformed-")
                .flatMap(SpecificationFiles::files)
                .toList();
    }

    /** Returns the files whose names begin so. */
    static Stream<Path> files(String prefix) {
        return vectors().keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .map(VECTORS::resolve);
    }
}

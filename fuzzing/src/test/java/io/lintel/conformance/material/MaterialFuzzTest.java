package io.lintel.conformance.material;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.Primitives;
import io.lintel.fuzzing.Parser;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;

/** Files of keys and statements that a maker gives the conformance kit: what is read is written and read again the same. */
class MaterialFuzzTest {
    private static final Primitives PRIMITIVES = Primitives.select(new SecureRandom());
    private static final Parser<String, Material> MATERIAL =
            Parser.of(text -> MaterialFile.read(text, PRIMITIVES::suite), IllegalArgumentException.class);

    @FuzzTest
    void whatIsReadSaysTheSameWhenWritten(byte[] data) {
        isRead(Bytes.copyOf(data));
    }

    static boolean isRead(Bytes data) {
        Optional<Material> material =
                MATERIAL.read(new String(data.toByteArray(), StandardCharsets.UTF_8), data.size());
        material.ifPresent(read -> {
            String written = MaterialFile.write(read);
            assertEquals(written, MaterialFile.write(MaterialFile.read(written, PRIMITIVES::suite)));
        });
        return material.isPresent();
    }
}

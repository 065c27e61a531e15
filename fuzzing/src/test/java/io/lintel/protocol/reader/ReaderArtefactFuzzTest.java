package io.lintel.protocol.reader;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.Primitives;
import io.lintel.crypto.SecretBytes;
import io.lintel.fuzzing.Parser;
import java.security.SecureRandom;

/** A reader's configuration, and the content that it is signed for. */
class ReaderArtefactFuzzTest {
    private static final Primitives PRIMITIVES = Primitives.select(new SecureRandom());
    private static final Parser<Bytes, ReaderArtefact> ARTEFACT = Parser.of(
            octets -> ReaderArtefact.open(SecretBytes.copyOf(octets.toByteArray()), PRIMITIVES::suite),
            ReaderArtefactException.class);
    private static final Parser<Bytes, ReaderContent> CONTENT =
            Parser.of(ReaderContentCodec::read, ReaderArtefactException.class);

    @FuzzTest
    void itIsOpenedOrRefused(byte[] data) {
        Bytes octets = Bytes.copyOf(data);
        ARTEFACT.read(octets, data.length);
        CONTENT.read(octets, data.length).ifPresent(content -> {
            ReaderContentCodec.read(ReaderContentCodec.write(content)).close();
            content.close();
        });
    }
}

package io.lintel.protocol.link;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.lintel.crypto.Bytes;
import io.lintel.fuzzing.Form;
import io.lintel.fuzzing.Parser;
import java.util.Optional;
import java.util.stream.Stream;

/** Messages of the management link, in clear, and the events in them. */
class LinkMessageFuzzTest {
    private static final Form<LinkMessage.FromReader> FROM_READER =
            Form.ofOptional(LinkCodec::readReader, LinkCodec::encode);
    private static final Form<LinkMessage.FromManager> FROM_MANAGER =
            Form.ofOptional(LinkCodec::readManager, LinkCodec::encode);
    private static final Form<DoorEvent> EVENT = Form.ofOptional(DoorEvent::decode, DoorEvent::encode);
    private static final Parser<Bytes, Hello> HELLO = Parser.ofOptional(Hello::of);

    @FuzzTest
    void whatIsReadIsWrittenTheSame(byte[] data) {
        isRead(Bytes.copyOf(data));
    }

    /** Returns whether it is any of these. */
    static boolean isRead(Bytes octets) {
        return Stream.of(
                        FROM_READER.check(octets),
                        FROM_MANAGER.check(octets),
                        EVENT.check(octets),
                        HELLO.read(octets, octets.size()))
                .anyMatch(Optional::isPresent);
    }
}

package io.lintel.protocol.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.lintel.crypto.Bytes;
import io.lintel.fuzzing.Form;
import io.lintel.fuzzing.Parser;
import java.nio.charset.StandardCharsets;

/** What a phone scans, what a person types, and what the manager and the phone seal for one another. */
class ActivationFuzzTest {
    private static final Parser<String, ActivationLink> LINK =
            Parser.of(ActivationLink::parse, ActivationException.class);
    private static final Parser<String, ActivationCode> CODE =
            Parser.of(ActivationCode::parse, ActivationException.class);
    private static final Form<RequestPayload> REQUEST =
            Form.of(RequestPayload::decode, ActivationException.class, RequestPayload::encode);
    private static final Parser<Bytes, ActivationResult> RESPONSE = Parser.ofOptional(ResponsePayload::decode);

    @FuzzTest
    void whatIsReadSaysTheSameWhenWritten(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        LINK.read(text, data.length).ifPresent(link -> assertEquals(link, ActivationLink.parse(link.text())));
        CODE.read(text, data.length).ifPresent(code -> assertEquals(code, ActivationCode.parse(code.text())));
        Bytes octets = Bytes.copyOf(data);
        REQUEST.check(octets);
        RESPONSE.read(octets, data.length);
    }
}

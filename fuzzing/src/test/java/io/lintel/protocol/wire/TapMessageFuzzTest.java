package io.lintel.protocol.wire;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.fuzzing.Form;
import io.lintel.fuzzing.Parser;
import io.lintel.protocol.tap.Intent;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Messages of a tap, and what is sealed in them. */
class TapMessageFuzzTest {
    private static final Parser<Bytes, MessageKind> KIND = Parser.of(MessageKind::of, MalformedException.class);
    private static final Parser<Bytes, OpenerHeader> HEADER = Parser.of(OpenerHeader::decode, MalformedException.class);
    private static final List<Form<?>> FORMS = List.of(
            form(OpenerPayload::decode, OpenerPayload::encode),
            form(ColdPayload::decode, ColdPayload::encode),
            form(Answer::decode, Answer::encode),
            form(Traffic::decode, Traffic::encode),
            Form.ofOptional(Intent::decode, Intent::encode));
    /** Those that are read once their kind is known. */
    private static final Map<MessageKind, List<Form<?>>> MESSAGES = Map.of(
            MessageKind.FAST,
            List.of(form(FastMessage::decode, FastMessage::encode)),
            MessageKind.COLD,
            List.of(
                    form(octets -> ColdMessage.decode(Suite.X25519, octets), ColdMessage::encode),
                    form(octets -> ColdMessage.decode(Suite.P256, octets), ColdMessage::encode)));

    private static final Form<CourierMessage> COURIER = Form.of(
            octets -> CourierMessage.decode(Traffic.decode(octets))
                    .orElseThrow(() -> new MalformedException("another's")),
            MalformedException.class,
            message -> message.encode().encode());

    @FuzzTest
    void whatIsReadIsWrittenTheSame(byte[] data) {
        Bytes octets = Bytes.copyOf(data);
        KIND.read(octets, octets.size())
                .ifPresent(kind -> MESSAGES.getOrDefault(kind, List.of()).forEach(form -> form.check(octets)));
        HEADER.read(octets, octets.size());
        FORMS.forEach(form -> form.check(octets));
        COURIER.check(octets);
    }

    private static <T> Form<T> form(Function<Bytes, T> read, Function<T, Bytes> write) {
        return Form.of(read, MalformedException.class, write);
    }
}

package io.lintel.sdk.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.lintel.crypto.Bytes;
import io.lintel.fuzzing.Parser;
import io.lintel.sdk.credential.AccessNumber;
import io.lintel.sdk.event.Subscribe;
import io.lintel.sdk.notification.PhoneNumber;
import io.lintel.sdk.person.HistoryCursor;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What people type: numbers, addresses, identifiers. What is read is read again from the form that it is shown in. */
class TypedFuzzTest {
    private static final List<Typed<?>> TYPED = List.of(
            new Typed<>(EmailAddress::of, EmailAddress::text),
            new Typed<>(io.lintel.sdk.notification.EmailAddress::new, io.lintel.sdk.notification.EmailAddress::value),
            new Typed<>(PhoneNumber::parse, PhoneNumber::value),
            new Typed<>(MacAddress::parse, MacAddress::text),
            new Typed<>(AccessNumber::parse, number -> Long.toString(number.value())),
            new Typed<>(CommandId::parse, CommandId::toString),
            new Typed<>(CustomerId::new, CustomerId::value),
            new Typed<>(DistributorId::new, DistributorId::value),
            new Typed<>(HistoryCursor::parse, HistoryCursor::toString),
            new Typed<>(
                    url -> new Subscribe(CustomerId.OPERATOR, URI.create(url)),
                    subscribe -> subscribe.url().toString()));

    @FuzzTest
    void whatIsReadIsReadAgainAsItIsShown(byte[] data) {
        isRead(Bytes.copyOf(data));
    }

    static boolean isRead(Bytes data) {
        String text = new String(data.toByteArray(), StandardCharsets.UTF_8);
        return TYPED.stream().filter(typed -> typed.isRead(text)).count() > 0;
    }

    /** One kind of text. */
    private record Typed<T>(Function<String, T> read, Function<T, String> shown) {
        boolean isRead(String text) {
            Optional<T> value = Parser.of(read, IllegalArgumentException.class).read(text, text.length());
            value.ifPresent(first -> assertEquals(first, read.apply(shown.apply(first))));
            return value.isPresent();
        }
    }
}

package io.lintel.sdk.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.lintel.crypto.Bytes;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.function.Function;

/** Values that JSON carries as text: ISO 8601 times and spans, octets as hex. */
final class TextValues extends SimpleModule {

    private static final long serialVersionUID = 1L;

    TextValues() {
        super("lintel-text-values");
        text(Duration.class, Duration::parse, Duration::toString);
        text(Period.class, Period::parse, Period::toString);
        text(Instant.class, Instant::parse, Instant::toString);
        text(Bytes.class, Bytes::ofHex, Bytes::toHex);
    }

    private <T> void text(Class<T> type, Function<String, T> parse, Function<T, String> print) {
        addDeserializer(type, new Reading<>(type, parse));
        addSerializer(type, new Writing<>(type, print));
    }

    private static final class Reading<T> extends FromStringDeserializer<T> {
        private static final long serialVersionUID = 1L;
        private final transient Function<String, T> parse;

        Reading(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        @SuppressWarnings("unchecked") // The mapper asks this deserializer for its own type only.
        protected T _deserialize(String value, DeserializationContext context) throws IOException {
            try {
                return parse.apply(value);
            } catch (DateTimeException | IllegalArgumentException e) {
                return (T) context.handleWeirdStringValue(handledType(), value, "malformed");
            }
        }
    }

    private static final class Writing<T> extends StdSerializer<T> {
        private static final long serialVersionUID = 1L;
        private final transient Function<T, String> print;

        Writing(Class<T> type, Function<T, String> print) {
            super(type);
            this.print = print;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(print.apply(value));
        }
    }
}

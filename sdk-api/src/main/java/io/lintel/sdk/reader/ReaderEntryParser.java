package io.lintel.sdk.reader;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.lintel.crypto.Bytes;
import io.lintel.protocol.statement.Technology;
import io.lintel.sdk.model.MacAddress;
import io.lintel.sdk.model.ReaderDetails;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads one reader of a file, with everything that is wrong with it. */
final class ReaderEntryParser {

    private static final int MAX_FINGERPRINT_DIGITS = 2 * ReaderEntry.FINGERPRINT_SIZE_BYTES;

    private final JsonParser json;
    private final ReaderFile.Visitor visitor;
    private final long line;
    private boolean good = true;

    private @Nullable String name;
    private @Nullable String readerId;
    private @Nullable MacAddress mac;
    private @Nullable Bytes fingerprint;
    private @Nullable Set<Integer> groups;
    private @Nullable Technology technology;
    private ReaderDetails.@Nullable Switch fromApp;
    private ReaderDetails.@Nullable Switch oneTap;
    private OptionalInt signalPercent = OptionalInt.empty();
    private OptionalInt oneTapPercent = OptionalInt.empty();

    ReaderEntryParser(JsonParser json, ReaderFile.Visitor visitor) {
        this.json = json;
        this.visitor = visitor;
        this.line = json.currentTokenLocation().getLineNr();
    }

    void read() throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            field(field);
        }
        if (name == null && good) {
            problem("the reader has no name; give it one");
        }
        if (readerId == null && mac == null && fingerprint == null && good) {
            problem("the reader has none of readerId, mac and fingerprint; give one of them");
        }
        if (good && name != null) {
            deliver(name);
        }
    }

    private void field(String field) throws IOException {
        switch (field) {
            case "name" -> name = text(field);
            case "readerId" -> readerId = text(field);
            case "mac" -> mac = mac();
            case "fingerprint" -> fingerprint = fingerprint();
            case "groups" -> groups = groups();
            case "technology" -> technology = constant(field, Technology.class);
            case "identificationFromApp" -> fromApp = constant(field, ReaderDetails.Switch.class);
            case "oneTap" -> oneTap = constant(field, ReaderDetails.Switch.class);
            case "signalPercent" -> signalPercent = number(field);
            case "oneTapPercent" -> oneTapPercent = number(field);
            default -> {
                problem("a reader has no such field; look at the published schema");
                json.skipChildren();
            }
        }
    }

    private void deliver(String readersName) {
        try {
            ReaderEntry entry = new ReaderEntry(
                    readersName,
                    Optional.ofNullable(readerId),
                    Optional.ofNullable(mac),
                    Optional.ofNullable(fingerprint),
                    Optional.ofNullable(groups),
                    Optional.ofNullable(technology),
                    Optional.ofNullable(fromApp),
                    Optional.ofNullable(oneTap),
                    signalPercent,
                    oneTapPercent);
            entry.asNew();
            visitor.reader(line, entry);
        } catch (IllegalArgumentException e) {
            // The records state their bounds and no value, so that their words may go into a message.
            problem(String.valueOf(e.getMessage()));
        }
    }

    private @Nullable String text(String field) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            return json.getText();
        }
        wrong(field + " is a text");
        return null;
    }

    private @Nullable MacAddress mac() throws IOException {
        try {
            String text = text("mac");
            return text == null ? null : MacAddress.parse(text);
        } catch (IllegalArgumentException e) {
            wrong("mac is 6 octets in hex, such as 00:1E:C0:25:EA:74");
            return null;
        }
    }

    private @Nullable Bytes fingerprint() throws IOException {
        String text = text("fingerprint");
        if (text == null) {
            return null;
        }
        String digits = text.toLowerCase(Locale.ROOT);
        if (digits.matches("[0-9a-f]{" + MAX_FINGERPRINT_DIGITS + "}")) {
            return Bytes.ofHex(digits);
        }
        wrong("fingerprint is " + MAX_FINGERPRINT_DIGITS + " hex digits");
        return null;
    }

    private @Nullable Set<Integer> groups() throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            wrong("groups is a list of numbers");
            return null;
        }
        Set<Integer> numbers = new TreeSet<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            OptionalInt number = number("each of groups");
            if (number.isPresent() && numbers.size() <= ReaderDetails.MAX_GROUPS) {
                numbers.add(number.getAsInt());
            }
        }
        return numbers;
    }

    private <E extends Enum<E>> @Nullable E constant(String field, Class<E> type) throws IOException {
        String text = text(field);
        if (text == null) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        wrong(field + " is one of "
                + Set.of(type.getEnumConstants()).stream().sorted().toList());
        return null;
    }

    private OptionalInt number(String field) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NUMBER_INT && json.getLongValue() == (int) json.getLongValue()) {
            return OptionalInt.of(json.getIntValue());
        }
        wrong(field + " is a whole number");
        return OptionalInt.empty();
    }

    private void wrong(String rule) throws IOException {
        problem(rule);
        json.skipChildren();
    }

    private void problem(String what) {
        good = false;
        visitor.problem(json.currentTokenLocation().getLineNr(), what);
    }
}

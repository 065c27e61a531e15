package io.lintel.protocol.phone;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.checkin.Door;
import io.lintel.protocol.tap.Trigger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The file of readers that an app exports from its list of doors ({@code RDR-12}, {@code spec/readers.md}): what a manager
 * imports. It holds no secret.
 */
final class DoorFile {
    private static final Set<Trigger> WITHOUT_CHOICE = Set.of(Trigger.WIDGET, Trigger.DISPLAY, Trigger.AUTOMATIC);
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int LAST_ASCII = 0x7e;

    private DoorFile() {}

    /** A door, and the fingerprint of its reader's key where the phone knows it. */
    record Entry(Door door, Optional<Bytes> fingerprint) {
        /** The file names a reader by its id, its address or its key; a door with none of them cannot be in it. */
        boolean isNamed() {
            return !door.readerId().isEmpty() || door.mac().isPresent() || fingerprint.isPresent();
        }
    }

    static String of(List<Entry> entries) {
        String readers = entries.stream()
                .filter(Entry::isNamed)
                .map(entry -> "    " + reader(entry))
                .collect(Collectors.joining(",\n"));
        String body = readers.isEmpty() ? "[]" : "[\n" + readers + "\n  ]";
        return "{\n  \"format\": \"lintel-readers\",\n  \"version\": 1,\n  \"readers\": " + body + "\n}\n";
    }

    private static String reader(Entry entry) {
        Door door = entry.door();
        List<String> fields = new ArrayList<>();
        fields.add(text("name", door.name()));
        if (!door.readerId().isEmpty()) {
            fields.add(text("readerId", door.readerId()));
        }
        door.mac().ifPresent(mac -> fields.add(text("mac", withColons(mac))));
        entry.fingerprint().ifPresent(key -> fields.add(text("fingerprint", key.toHex())));
        fields.add(text("identificationFromApp", door.modes().contains(Trigger.LIST) ? "INHERITED" : "OFF"));
        fields.add(text("oneTap", Collections.disjoint(door.modes(), WITHOUT_CHOICE) ? "OFF" : "INHERITED"));
        fields.add("\"signalPercent\": " + door.signalPercent());
        fields.add("\"oneTapPercent\": " + door.oneTapPercent());
        return "{" + String.join(", ", fields) + "}";
    }

    private static String withColons(Bytes mac) {
        return mac.toHex().toUpperCase(Locale.ROOT).replaceAll("(..)(?=.)", "$1:");
    }

    private static String text(String field, String value) {
        StringBuilder json = new StringBuilder("\"").append(field).append("\": \"");
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            if (character == '"' || character == '\\') {
                json.append('\\').append(character);
            } else if (character < FIRST_PRINTABLE || character > LAST_ASCII) {
                json.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
            } else {
                json.append(character);
            }
        }
        return json.append('"').toString();
    }
}

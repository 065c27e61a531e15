package io.lintel.protocol.vectors;

import io.lintel.crypto.Bytes;
import java.util.ArrayList;
import java.util.List;

/** The fields of each message kind, for people to read: sections 3 to 5 of the page. */
final class MessageLayout {
    /** One field of a message. */
    record Field(String name, int size) {}

    private static final Field KIND = new Field("kind", 1);
    private static final Field TAG = new Field("tag", 16);

    private MessageLayout() {}

    static String name(Bytes message) {
        return switch (message.unsigned(0)) {
            case 1 -> "opener, reader to phone";
            case 2 -> "who, phone to reader";
            case 3 -> "certificate, reader to phone";
            case 4 -> "cold, phone to reader";
            case 5 -> "fast, phone to reader";
            case 6 -> "use-cold, reader to phone";
            case 7 -> "send-credential, reader to phone";
            case 8 -> "credential, phone to reader";
            case 9 -> "answer, reader to phone";
            case 10 -> "refused, reader to phone";
            default -> "traffic";
        };
    }

    static List<Field> fields(Bytes message, int keySize) {
        List<Field> fields = new ArrayList<>(List.of(KIND));
        switch (message.unsigned(0)) {
            case 1 -> opener(fields, keySize);
            case 4 -> {
                fields.addAll(List.of(new Field("gate", 8), new Field("e", keySize)));
                sealed(fields, "sealed s", keySize);
                sealed(fields, "sealed payload", message.size() - size(fields) - TAG.size());
            }
            case 5 -> {
                fields.add(new Field("hint", 8));
                sealed(fields, "sealed intent", 2);
            }
            case 2, 6, 10 -> {
                // The kind is all there is.
            }
            default -> sealed(fields, "sealed content", message.size() - KIND.size() - TAG.size());
        }
        if (size(fields) != message.size()) {
            throw new AssertionError("the layout does not fit " + message);
        }
        return fields;
    }

    private static void opener(List<Field> fields, int keySize) {
        fields.add(new Field("version", 1));
        fields.add(new Field("suite", 1));
        fields.add(new Field("key epoch", 2));
        fields.add(new Field("project tag", 4));
        fields.add(new Field("reader tag", 4));
        fields.add(new Field("nonce", 16));
        fields.add(new Field("e", keySize));
        sealed(fields, "sealed payload", 9);
    }

    private static void sealed(List<Field> fields, String name, int size) {
        if (size > 0) {
            fields.add(new Field(name, size));
        }
        fields.add(TAG);
    }

    private static int size(List<Field> fields) {
        return fields.stream().mapToInt(Field::size).sum();
    }
}

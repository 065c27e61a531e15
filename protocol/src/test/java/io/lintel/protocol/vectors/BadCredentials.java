package io.lintel.protocol.vectors;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.vectors.straight.FieldLines;
import java.util.List;
import java.util.function.UnaryOperator;

/** Every way in which the form of a credential can be wrong, and what looks wrong and is not. */
enum BadCredentials {
    FIELD_16_IS_IGNORED("verified", "An addition of a later version.", b -> b.number(16, 1)),
    FIELD_16_AT_LENGTH(
            "malformed",
            "Field 16 with a varint that is not the shortest.",
            b -> b.raw(16, Bytes.ofHex("8001" + "8100"))),
    FIELDS_FROM_16_DESCEND(
            "malformed",
            "Fields 17 and 16 in the wrong order.",
            b -> b.after(Bytes.concat(FieldLines.number(17, 1), FieldLines.number(16, 1)))),
    UNKNOWN_FIELD_13("malformed", "A field below 16 that this version does not know.", b -> b.number(13, 1)),
    FIELDS_DESCEND(
            "malformed", "The project stands last.", b -> b.after(b.field(1)).without(1)),
    FIELD_TWICE("malformed", "The last field comes twice.", b -> b.after(b.field(11))),
    VARINT_AT_LENGTH("malformed", "Issuing epoch 1 in two octets.", b -> b.raw(2, Bytes.ofHex("108100"))),
    DEFAULT_WRITTEN("malformed", "Flags 0, written out.", b -> b.number(12, 0)),
    WIRE_TYPE_3("malformed", "A group, which statements do not use.", b -> b.raw(13, Bytes.ofHex("6b6c"))),
    TRUNCATED("malformed", "The last field is cut.", b -> b.after(Bytes.ofHex("8201"))),
    TOO_LONG(
            "malformed",
            "161 octets: an addition has no room.",
            b -> b.octets(16, MalformedTaps.zeros(161 - 64 - b.octets().size() - 3))),
    PROJECT_SHORT("malformed", "A project of 7 octets.", b -> b.octets(1, MalformedTaps.zeros(7))),
    EPOCH_0("malformed", "Issuing epoch 0, left out.", b -> b.without(2)),
    EPOCH_65536("malformed", "Issuing epoch 65536.", b -> b.number(2, 65_536)),
    SERIAL_0("malformed", "Serial 0, left out.", b -> b.without(3)),
    ACCESS_NUMBER_2_63(
            "malformed", "Access number 2^63.", b -> b.number(4, Long.MIN_VALUE).without(8)),
    HOLDER_KEY_SHORT("malformed", "A holder key of 31 octets.", b -> b.octets(5, MalformedTaps.zeros(31))),
    ISSUED_0("malformed", "No time of issue.", b -> b.without(6)),
    VALID_FROM_IS_ISSUED(
            "malformed",
            "The begin of validity equals the time of issue, and is written.",
            b -> b.raw(7, Bytes.concat(Bytes.of(0x3d), b.field(6).slice(1, 5)))),
    VALID_UNTIL_BEFORE_FROM("malformed", "Validity ends before it begins.", b -> b.fixed(8, 1)),
    NO_LEASE("malformed", "No lease end.", b -> b.without(9)),
    LEASE_BEFORE_ISSUED("malformed", "The lease ends before the time of issue.", b -> b.fixed(9, 1)),
    NO_GROUPS("malformed", "No groups.", b -> b.without(10)),
    GROUP_0("malformed", "Group 0.", b -> b.packed(10, List.of(0L, 1L))),
    GROUP_16384("malformed", "Group 16384.", b -> b.packed(10, List.of(1L, 16_384L))),
    GROUPS_DESCEND("malformed", "Groups 2 and 1.", b -> b.packed(10, List.of(2L, 1L))),
    GROUP_TWICE("malformed", "Group 1 twice.", b -> b.packed(10, List.of(1L, 1L))),
    GROUPS_UNPACKED(
            "malformed",
            "Groups as two fields.",
            b -> b.raw(10, Bytes.concat(FieldLines.number(10, 1), FieldLines.number(10, 2)))),
    NINE_GROUPS("malformed", "Nine groups.", b -> b.packed(10, List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L))),
    TECHNOLOGY_3("malformed", "A colour that is none.", b -> b.number(11, 3)),
    FLAG_4("malformed", "A flag that is not defined: it may be a restriction.", b -> b.number(12, 4));

    private final String expect;
    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // the functions are pure
    private final UnaryOperator<EditedBody> edit;

    BadCredentials(String expect, String title, UnaryOperator<EditedBody> edit) {
        this.expect = expect;
        this.title = title;
        this.edit = edit;
    }

    String expect() {
        return expect;
    }

    String title() {
        return title;
    }

    EditedBody edit(EditedBody good) {
        return edit.apply(good);
    }
}

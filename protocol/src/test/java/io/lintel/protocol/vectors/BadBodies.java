package io.lintel.protocol.vectors;

import io.lintel.crypto.Bytes;
import java.util.function.UnaryOperator;

/** What can be wrong with the form of the other kinds, besides what {@link BadCredentials} shows for all. */
enum BadBodies {
    ROOT_SUITE_0("root", "Suite 0, left out.", b -> b.without(1)),
    ROOT_SUITE_3("root", "Suite 3.", b -> b.number(1, 3)),
    ROOT_KEY_SHORT("root", "A key of 31 octets.", b -> b.octets(2, MalformedTaps.zeros(31))),
    ROOT_NO_TIME("root", "No time.", b -> b.without(3)),
    CONFIGURATION_READER_0("reader-configuration", "Reader 0, left out.", b -> b.without(3)),
    CONFIGURATION_REVISION_0("reader-configuration", "Revision 0, left out.", b -> b.without(4)),
    CONFIGURATION_HASH_SHORT("reader-configuration", "A hash of 31 octets.", b -> b.octets(6, MalformedTaps.zeros(31))),
    CONFIGURATION_FIELD_7("reader-configuration", "Field 7, which is not known.", b -> b.number(7, 1)),
    ISSUING_KEY_PURPOSE_0("issuing-key", "Purpose 0, left out.", b -> b.without(2)),
    ISSUING_KEY_PURPOSE_5("issuing-key", "Purpose 5.", b -> b.number(2, 5)),
    ISSUING_KEY_EXPIRED_AT_ISSUE(
            "issuing-key",
            "Expires when it was issued.",
            b -> b.raw(6, Bytes.concat(Bytes.of(0x35), b.field(5).slice(1, 5)))),
    CERTIFICATE_READER_0("reader-certificate", "Reader number 0, left out.", b -> b.without(3)),
    CERTIFICATE_READER_2_31("reader-certificate", "Reader number 2^31.", b -> b.number(3, 1L << 31)),
    CERTIFICATE_SIGNING_KEY_SHORT(
            "reader-certificate", "A signing key of 31 octets.", b -> b.octets(5, MalformedTaps.zeros(31))),
    CERTIFICATE_EXPIRED_AT_ISSUE(
            "reader-certificate",
            "Expires when it was issued.",
            b -> b.raw(9, Bytes.concat(Bytes.of(0x4d), b.field(8).slice(1, 5)))),
    LIST_EPOCH_0("revocation-list", "List epoch 0, left out.", b -> b.without(3)),
    LIST_BASE_0("revocation-list", "Base serial 0, left out.", b -> b.without(8)),
    LIST_READER_KEY_SHORT("revocation-list", "A fingerprint of 31 octets.", b -> b.octets(9, MalformedTaps.zeros(31))),
    LIST_READER_KEY_TWICE("revocation-list", "A fingerprint twice.", b -> b.octets(9, MalformedTaps.zeros(64))),
    LIST_CODING_0("revocation-list", "No coding.", b -> b.without(10)),
    LIST_CODING_3("revocation-list", "A coding that is none.", b -> b.number(10, 3)),
    LIST_NO_SERIALS("revocation-list", "No octets of serials, not even for none.", b -> b.without(11)),
    LIST_GAP_PARAMETER_25("revocation-list", "Parameter 25.", b -> serials(b, "1900")),
    LIST_COUNT_LONG("revocation-list", "A count that is longer than it can be.", b -> serials(b, "008000")),
    LIST_SERIALS_CUT("revocation-list", "One serial, and no bits for it.", b -> serials(b, "0001")),
    LIST_OCTET_AFTER("revocation-list", "An octet after the last serial.", b -> serials(b, "00012000")),
    LIST_BIT_AFTER("revocation-list", "A bit set after the last serial.", b -> serials(b, "000121")),
    LIST_SMALL_VALUE_ESCAPED("revocation-list", "The value 1 in 32 bits.", b -> serials(b, "00010000000000000001")),
    LIST_SERIAL_2_32("revocation-list", "Serial 2^32.", b -> serials(b, "000100000000ffffffff")),
    LIST_GROUP_16384("revocation-list", "Group 16384.", b -> b.number(12, 16_384)),
    HEAD_SIZE_64("list-head", "A list of 64 octets: a signature alone.", b -> b.number(6, 64)),
    HEAD_SIZE_278529("list-head", "A list longer than any.", b -> b.number(6, 278_529)),
    HEAD_LIST_HASH_SHORT("list-head", "A hash of 31 octets.", b -> b.octets(7, MalformedTaps.zeros(31))),
    HEAD_NO_TABLE_HASH("list-head", "No hash of the chunk table.", b -> b.without(8)),
    RECEIPT_NUMBER_0("receipt", "Number 0, left out.", b -> b.without(7)),
    RECEIPT_EPOCH_ALONE("receipt", "An epoch, and no hash.", b -> b.without(4)),
    RECEIPT_HASH_ALONE("receipt", "A hash, and no epoch.", b -> b.without(3)),
    RECEIPT_KEY_SHORT("receipt", "A fingerprint of 31 octets.", b -> b.octets(2, MalformedTaps.zeros(31))),
    RECEIPT_FIELD_8("receipt", "Field 8, which is not known.", b -> b.number(8, 1));

    private static EditedBody serials(EditedBody body, String hex) {
        return body.number(10, 1).octets(11, Bytes.ofHex(hex));
    }

    private final String kind;
    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // the functions are pure
    private final UnaryOperator<EditedBody> edit;

    BadBodies(String kind, String title, UnaryOperator<EditedBody> edit) {
        this.kind = kind;
        this.title = title;
        this.edit = edit;
    }

    String kind() {
        return kind;
    }

    String expect() {
        return "malformed";
    }

    String title() {
        return title;
    }

    EditedBody edit(EditedBody good) {
        return edit.apply(good);
    }
}

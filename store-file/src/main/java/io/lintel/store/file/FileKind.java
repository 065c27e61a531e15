package io.lintel.store.file;

/** What a file of ours holds; part of its header, so that one kind can never be taken for another. */
enum FileKind {
    ENROLMENT(1),
    RESUMPTION(2),
    READER_CERTIFICATES(3),
    READER_KEYS(4),
    PENDING_ACTIVATION(5),
    MEMBERSHIP(6),
    USAGE(7),
    READER_CONFIGURATION(8),
    COURIER_BAG(9),
    REVOCATION_LIST(10),
    READER_NOTES(11);

    private final int number;

    FileKind(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}

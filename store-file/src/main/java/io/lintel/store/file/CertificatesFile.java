package io.lintel.store.file;

import io.lintel.crypto.Bytes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The signed reader certificates under one tag, newest first. */
record CertificatesFile(List<Entry> entries) {
    /** One certificate and the fingerprint of the reader key that it names. */
    record Entry(Bytes readerFingerprint, Bytes signedCertificate) {}

    static final CertificatesFile NONE = new CertificatesFile(List.of());

    /** These certificates with one more, in place of one for the same reader key; the oldest beyond {@code max} leave. */
    CertificatesFile with(Entry newest, int max) {
        List<Entry> next = new ArrayList<>();
        next.add(newest);
        entries.stream()
                .filter(entry -> !entry.readerFingerprint().equals(newest.readerFingerprint()))
                .limit(max - 1L)
                .forEach(next::add);
        return new CertificatesFile(List.copyOf(next));
    }

    List<Bytes> certificates() {
        return entries.stream().map(Entry::signedCertificate).toList();
    }

    byte[] encode() {
        try (ContentWriter out = new ContentWriter()) {
            out.list(entries, entry -> out.bytes(entry.readerFingerprint()).bytes(entry.signedCertificate()));
            return out.content();
        }
    }

    static CertificatesFile decode(byte[] content, Path file) {
        return ContentReader.read(
                content, file, in -> new CertificatesFile(in.list(() -> new Entry(in.bytes(), in.bytes()))));
    }
}

package io.lintel.store.file;

import io.lintel.protocol.phone.Enrolment;
import io.lintel.protocol.tap.ProjectKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What an enrolment's file holds.
 *
 * @param order which enrolment was saved before which: the higher, the later
 */
record EnrolmentFile(long order, Enrolment enrolment) {
    byte[] encode() {
        try (ContentWriter out = new ContentWriter()) {
            out.int64(order)
                    .text(enrolment.displayName())
                    .bytes(enrolment.signedRoot())
                    .list(enrolment.issuingKeys(), out::bytes)
                    .bytes(enrolment.signedCredential())
                    .secret(enrolment.holderKey())
                    .list(enrolment.projectKeys(), key -> out.int32(key.epoch()).secret(key.key()))
                    .list(enrolment.revocationList().map(List::of).orElse(List.of()), out::bytes);
            return out.content();
        }
    }

    static EnrolmentFile decode(byte[] content, Path file) {
        return ContentReader.read(
                content,
                file,
                in -> new EnrolmentFile(
                        in.int64(),
                        new Enrolment(
                                in.text(),
                                in.bytes(),
                                in.list(in::bytes),
                                in.bytes(),
                                in.secret(),
                                in.list(() -> new ProjectKey(in.int32(), in.secret())),
                                atMostOne(in.list(in::bytes)))));
    }

    private static <T> Optional<T> atMostOne(List<T> items) {
        if (items.size() > 1) {
            throw new IllegalArgumentException("at most one was expected");
        }
        return items.stream().findFirst();
    }
}

package io.lintel.store.file;

import io.lintel.protocol.phone.Resumption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a resumption record's file holds.
 *
 * @param place where it was written, see {@link Place}
 */
record ResumptionFile(String place, Resumption resumption) {
    static ResumptionFile at(Optional<String> place, Resumption resumption) {
        return new ResumptionFile(place.orElseThrow(), resumption);
    }

    /** What counts here: elsewhere the ratchet may have been used since, so only the revision stays. */
    Resumption readAt(Optional<String> here) {
        return here.filter(place::equals).isPresent()
                ? resumption
                : new Resumption(resumption.revision(), Optional.empty());
    }

    byte[] encode() {
        List<Resumption.State> ratchet = resumption.ratchet().map(List::of).orElse(List.of());
        try (ContentWriter out = new ContentWriter()) {
            out.text(place)
                    .int64(resumption.revision())
                    .list(
                            ratchet,
                            state -> out.bytes(state.stateEpoch())
                                    .int32(state.keyEpoch())
                                    .bytes(state.credentialReference())
                                    .int32(state.nextAttempt())
                                    .secret(state.secret()));
            return out.content();
        }
    }

    static ResumptionFile decode(byte[] content, Path file) {
        return ContentReader.read(content, file, in -> new ResumptionFile(in.text(), resumption(in)));
    }

    private static Resumption resumption(ContentReader in) {
        long revision = in.int64();
        List<Resumption.State> ratchet =
                in.list(() -> new Resumption.State(in.bytes(), in.int32(), in.bytes(), in.int32(), in.secret()));
        if (revision < 1 || ratchet.size() > 1) {
            throw new IllegalArgumentException("no resumption record");
        }
        return new Resumption(revision, ratchet.stream().findFirst());
    }
}

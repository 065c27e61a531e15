package io.lintel.cli.reader;

import io.lintel.cli.shell.Answer;
import io.lintel.protocol.reader.ReaderArtefact;
import io.lintel.protocol.tap.Transport;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a reader is run over, beside what its configuration accepts: a reader that serves what its door refuses opens to nobody. */
record ServedTransport(TransportOption.Accepted served, Path directory) {

    /** What to tell of a configuration that refuses everybody here, and what to do about it; empty where there is nothing to tell. */
    Optional<Answer> complaint(ReaderArtefact told) {
        Set<Transport> accepted = told.content().policy().transports();
        if (!Collections.disjoint(accepted, served.transports())) {
            return Optional.empty();
        }
        String names = accepted.stream().map(Transport::wireName).sorted().collect(Collectors.joining(", "));
        String message = "The configuration accepts " + names + ", and this reader serves " + served
                + ": it will deny everybody. Where the manager is, write another one: lintel reader update --dir "
                + directory + " --transport " + served;
        return Optional.of(
                Answer.saying(message).fact("event", "transport-refused").fact("message", message));
    }
}

package io.lintel.cli.reader;

import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.Shell;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.link.ConfigurationKeeper;
import io.lintel.protocol.reader.ReaderArtefact;

/** Keeps the configurations that come over a reader's link, for its next start. */
final class LinkedConfiguration implements ConfigurationKeeper {
    private final Shell shell;
    private final KeptConfiguration kept;

    LinkedConfiguration(Shell shell, KeptConfiguration kept) {
        this.shell = shell;
        this.kept = kept;
    }

    /** An installer may bring one meanwhile, so that the file alone knows. */
    @Override
    public long revision() {
        try (ReaderArtefact last = kept.last()) {
            return last.revision();
        }
    }

    @Override
    public void take(SecretBytes artefact) {
        try (ReaderArtefact offered = ReaderArtefact.open(artefact, shell.primitives()::suite)) {
            kept.take(offered);
            shell.print(Answer.saying("Configuration " + offered.revision()
                            + " came over the link. It is in force from the next start on.")
                    .fact("event", "configuration-kept")
                    .fact("revision", offered.revision()));
        }
    }
}

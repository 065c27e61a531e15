package io.lintel.cli.reader;

import io.lintel.cli.shell.Shell;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.link.ConfigurationKeeper;
import io.lintel.protocol.reader.ReaderArtefact;

/** Has a reader go by the configurations that come over its link. */
final class LinkedConfiguration implements ConfigurationKeeper {
    private final Shell shell;
    private final RunningConfiguration running;

    LinkedConfiguration(Shell shell, RunningConfiguration running) {
        this.shell = shell;
        this.running = running;
    }

    @Override
    public long revision() {
        return running.revision();
    }

    @Override
    public void take(SecretBytes artefact) {
        try (ReaderArtefact offered = ReaderArtefact.open(artefact, shell.primitives()::suite)) {
            running.take(offered);
        }
    }
}

package io.lintel.protocol.link;

import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.reader.ReaderArtefactException;

/** The port through which a linked reader takes a configuration that came over the link. Called by one thread at a time. */
public interface ConfigurationKeeper {
    /** Returns the revision of the configuration that is kept, which a restart would begin with; 0 before the first. */
    long revision();

    /**
     * Keeps a configuration, durably, after it has verified that it is the site's, this reader's, and newer; then has the
     * reader go by it ({@link io.lintel.protocol.reader.Reader#adopt}).
     *
     * @param artefact as {@code ReaderArtefact.encode()} returns it; it stays the caller's
     * @throws ReaderArtefactException where this reader must not take it; what is kept stays. Whatever else it throws says
     *     that its storage failed: the link goes on, and the configuration is tried again later
     */
    void take(SecretBytes artefact);

    /** Returns the keeper of a reader that takes configurations in other ways alone. */
    static ConfigurationKeeper none() {
        return new ConfigurationKeeper() {
            @Override
            public long revision() {
                return Parcel.MAX_NUMBER;
            }

            @Override
            public void take(SecretBytes artefact) {
                throw new IllegalStateException("nobody offers a configuration to this reader");
            }
        };
    }
}

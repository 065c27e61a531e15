package io.lintel.protocol.reader;

import io.lintel.protocol.ProtocolException;
import java.io.Serial;

/** A file that is no reader configuration: damaged, cut, of another version, or with a value out of bounds. */
public final class ReaderArtefactException extends ProtocolException {
    @Serial
    private static final long serialVersionUID = 1L;

    ReaderArtefactException(String rule) {
        super("This is no reader configuration of this version: " + rule + ". Export it from the manager again.");
    }

    @Override
    public String errorCode() {
        return "reader-artefact.malformed";
    }
}

package io.lintel.protocol.reader;

import io.lintel.protocol.ProtocolException;
import java.io.Serial;

/** A configuration that a reader must not take. It changes nothing: the reader keeps what it has. */
public final class ReaderArtefactException extends ProtocolException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Why a reader must not take it. */
    public enum Code {
        /** Damaged, cut, of another version, or with a value out of bounds. */
        MALFORMED("reader-artefact.malformed", "This is no reader configuration of this version"),
        /** Signed by no key that its root vouches for, or changed since. Which of them is not told. */
        NOT_AUTHENTIC("reader-artefact.not-authentic", "The site did not sign this reader configuration as it is"),
        /** It names other keys than this reader's. */
        ANOTHER_READER("reader-artefact.another-reader", "This configuration is another reader's"),
        /** The reader belongs to another site. It changes sites with new keys only. */
        ANOTHER_PROJECT("reader-artefact.another-project", "This configuration is of another site than this reader's"),
        /** The reader took a newer one before. */
        ROLLED_BACK("reader-artefact.rolled-back", "This reader has a newer configuration than this one");

        private final String id;
        private final String meaning;

        Code(String id, String meaning) {
            this.id = id;
            this.meaning = meaning;
        }

        /** Returns the stable name of this code. */
        public String id() {
            return id;
        }
    }

    private final Code code;

    ReaderArtefactException(Code code) {
        super(code.meaning + ". Export it from the manager again, for this reader.");
        this.code = code;
    }

    ReaderArtefactException(String rule) {
        super(Code.MALFORMED.meaning + ": " + rule + ". Export it from the manager again.");
        this.code = Code.MALFORMED;
    }

    /** Returns why the reader must not take it. */
    public Code code() {
        return code;
    }

    @Override
    public String errorCode() {
        return code.id();
    }
}

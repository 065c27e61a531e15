package io.lintel.protocol;

import io.lintel.protocol.activation.ActivationException;
import io.lintel.protocol.checkin.CheckInException;
import io.lintel.protocol.output.DoesNotFitException;
import io.lintel.protocol.phone.WalletStoreException;
import io.lintel.protocol.reader.ReaderArtefactException;
import io.lintel.protocol.reader.ReaderMemoryException;
import io.lintel.protocol.revocation.ListDeltaException;
import io.lintel.protocol.statement.StatementException;
import java.io.Serial;

/**
 * A failure of this module, as opposed to an outcome such as a denial. Every kind has a stable code, and a message for a
 * person that says what happened and what to do; none holds a secret or says anything about a person.
 *
 * <p>A failure that is thrown here has changed nothing, except where {@link #mayHaveTakenEffect()} says otherwise.
 */
public abstract sealed class ProtocolException extends RuntimeException
        permits ActivationException,
                CheckInException,
                DoesNotFitException,
                ListDeltaException,
                ReaderArtefactException,
                ReaderMemoryException,
                StatementException,
                WalletStoreException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** For failures that a peer can cause as often as it likes: records no stack trace. */
    protected ProtocolException(String message) {
        super(message, null, false, false);
    }

    /** For failures of the surroundings, whose cause helps to mend them. */
    protected ProtocolException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Returns the stable code, such as {@code statement.malformed}. */
    public abstract String errorCode();

    /** Returns whether what was asked may have happened all the same, so that it should be repeated, not abandoned. */
    public boolean mayHaveTakenEffect() {
        return false;
    }
}

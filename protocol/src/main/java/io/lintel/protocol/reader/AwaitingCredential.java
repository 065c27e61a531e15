package io.lintel.protocol.reader;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoException;
import io.lintel.protocol.reader.ReaderCounters.Counter;
import io.lintel.protocol.tap.TapError;
import io.lintel.protocol.wire.Lengths;
import io.lintel.protocol.wire.MalformedException;
import io.lintel.protocol.wire.MessageKind;
import io.lintel.protocol.wire.Padding;
import java.time.Instant;

/**
 * The phone sent a reference that the directory lacks, and was asked for the whole credential, once.
 *
 * @param reference what the credential must hash to
 */
record AwaitingCredential(ColdTap tap, Bytes reference, Instant deadline) implements ReaderState {

    @Override
    public ReaderStep receive(MessageKind kind, Bytes message, Instant now) {
        if (kind != MessageKind.CREDENTIAL) {
            tap.services().counters().count(Counter.UNEXPECTED);
            return ReaderStep.refuse(TapError.UNEXPECTED);
        }
        if (message.size() != Lengths.CREDENTIAL_MESSAGE) {
            throw new MalformedException("credential size");
        }
        Bytes signed = Padding.unpad(tap.session().open(MessageKind.CREDENTIAL, message));
        if (!tap.reference(signed).equals(reference)) {
            throw new CryptoException();
        }
        return tap.verify(signed, now);
    }

    @Override
    public void leaveFor(ReaderState next, Instant now) {
        if (!(next instanceof Established)) {
            tap.services().counters().count(Counter.COLD_FAILED);
            tap.session().close();
        }
    }
}

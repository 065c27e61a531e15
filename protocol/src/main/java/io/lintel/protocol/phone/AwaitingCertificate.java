package io.lintel.protocol.phone;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoException;
import io.lintel.protocol.phone.TapResult.Outcome;
import io.lintel.protocol.statement.ProjectId;
import io.lintel.protocol.statement.StatementException;
import io.lintel.protocol.tap.TapError;
import io.lintel.protocol.wire.Lengths;
import io.lintel.protocol.wire.MalformedException;
import io.lintel.protocol.wire.MessageKind;
import io.lintel.protocol.wire.Padding;
import io.lintel.protocol.wire.Sealed;
import java.time.Instant;
import java.util.Optional;

/** First visit: the phone asked {@code who}. No trust on first use: only a certificate of the project counts. */
record AwaitingCertificate(ReceivedOpener opener, Instant deadline) implements PhoneState {

    @Override
    public PhoneStep receive(MessageKind kind, Bytes message, Instant now) {
        if (kind == MessageKind.REFUSED) {
            MalformedException.unless(message.size() == Lengths.KIND, "refused has no body");
            return PhoneStep.fail(TapError.REFUSED, Outcome.NOT_OPENED);
        }
        if (kind != MessageKind.CERTIFICATE) {
            return PhoneStep.fail(TapError.UNEXPECTED, Outcome.NOT_OPENED);
        }
        MalformedException.unless(message.size() == Lengths.CERTIFICATE_MESSAGE, "certificate size");
        KnownReader reader;
        try {
            reader = opener.site.verified(open(message), now);
        } catch (StatementException notAuthentic) {
            throw new CryptoException();
        }
        if (!reader.certificate().tag().equals(opener.header.readerTag())) {
            throw new CryptoException();
        }
        Tap tap = opener.sentBy(reader).orElseThrow(CryptoException::new);
        opener.wallet.rememberIfPossible(opener.site, reader);
        return tap.begin(now);
    }

    private Bytes open(Bytes message) {
        try (var key = opener.keys.certificateKey()) {
            return Padding.unpad(Sealed.open(opener.site.suite(), key, MessageKind.CERTIFICATE, message));
        }
    }

    @Override
    public Outcome outcomeOnFailure() {
        return Outcome.NOT_OPENED;
    }

    @Override
    public Optional<ProjectId> project() {
        return Optional.of(opener.site.project());
    }

    @Override
    public void leaveFor(PhoneState next) {
        if (!(next instanceof AwaitingAnswer)) {
            opener.keys.close();
        }
    }
}

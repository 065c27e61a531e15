package io.lintel.protocol.phone;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.phone.TapResult.Outcome;
import io.lintel.protocol.tap.ProjectKey;
import io.lintel.protocol.tap.TapError;
import io.lintel.protocol.wire.Lengths;
import io.lintel.protocol.wire.MalformedException;
import io.lintel.protocol.wire.MessageKind;
import io.lintel.protocol.wire.OpenerHeader;
import java.time.Instant;
import java.util.Optional;

/** The channel is open and the reader has yet to speak. */
record AwaitingOpener(Wallet wallet, TapRequest request, Instant deadline) implements PhoneState {

    @Override
    public PhoneStep receive(MessageKind kind, Bytes message, Instant now) {
        if (kind != MessageKind.OPENER) {
            return PhoneStep.fail(TapError.UNEXPECTED, Outcome.NOT_OPENED);
        }
        OpenerHeader header = OpenerHeader.decode(message);
        Optional<Site> found = wallet.site(header.projectTag());
        if (found.isEmpty()) {
            return PhoneStep.fail(TapError.UNKNOWN_PROJECT, Outcome.NOT_OPENED);
        }
        Site site = found.get();
        if (OpenerHeader.version(message) != OpenerHeader.VERSION
                || header.suiteId() != site.suite().id().id()) {
            return PhoneStep.fail(TapError.WRONG_SUITE, Outcome.NOT_OPENED);
        }
        Optional<ProjectKey> key = site.projectKey(header.keyEpoch());
        if (key.isEmpty()) {
            return PhoneStep.fail(TapError.UNKNOWN_KEY_EPOCH, Outcome.NOT_OPENED);
        }
        if (message.size() != Lengths.opener(site.suite().id())) {
            throw new MalformedException("opener size");
        }
        ReceivedOpener opener = new ReceivedOpener(wallet, request, site, message, header, key.get());
        return opener.begin(now, deadline);
    }

    @Override
    public Outcome outcomeOnFailure() {
        return Outcome.NOT_OPENED;
    }

    @Override
    public void leaveFor(PhoneState next) {
        // Nothing is held.
    }
}

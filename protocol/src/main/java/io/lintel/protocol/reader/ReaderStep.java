package io.lintel.protocol.reader;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.tap.TapError;
import io.lintel.protocol.wire.MessageKind;
import java.util.List;
import java.util.Optional;

/** The next state and what to do on the way to it. */
record ReaderStep(ReaderState next, List<ReaderEffect> effects) {
    private static final ReaderStep IN_ORDER =
            new ReaderStep(Ended.ENDED, List.of(new ReaderEffect.End(Optional.empty())));

    ReaderStep {
        effects = List.copyOf(effects);
    }

    static ReaderStep send(ReaderState next, Bytes message) {
        return new ReaderStep(next, List.of(new ReaderEffect.Send(message)));
    }

    /** Ends the tap and tells the phone nothing but that. */
    static ReaderStep refuse(TapError error) {
        return new ReaderStep(
                Ended.ENDED,
                List.of(new ReaderEffect.Send(MessageKind.REFUSED.octet()), new ReaderEffect.End(Optional.of(error))));
    }

    /** Ends the tap in silence. */
    static ReaderStep end(Optional<TapError> error) {
        return error.isEmpty() ? IN_ORDER : new ReaderStep(Ended.ENDED, List.of(new ReaderEffect.End(error)));
    }
}

package io.lintel.protocol.phone;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.phone.TapResult.Outcome;
import io.lintel.protocol.tap.TapError;
import java.util.List;

/** The next state and what to do on the way to it. */
record PhoneStep(PhoneState next, List<PhoneEffect> effects) {
    PhoneStep {
        effects = List.copyOf(effects);
    }

    static PhoneStep send(PhoneState next, Bytes message) {
        return new PhoneStep(next, List.of(new PhoneEffect.Send(message)));
    }

    static PhoneStep fail(TapError error, Outcome outcome) {
        return new PhoneStep(
                PhoneEnded.ENDED,
                List.of(new PhoneEffect.Finished(new TapResult.Failed(error, outcome)), new PhoneEffect.End()));
    }
}

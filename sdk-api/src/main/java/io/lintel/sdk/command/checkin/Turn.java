package io.lintel.sdk.command.checkin;

import io.lintel.protocol.checkin.CheckInRequest;
import io.lintel.sdk.checkin.LastCheckIn;
import java.util.Optional;

/** How a request stands to those of its credential before it. */
enum Turn {

    /** Its number is above all others: it has effect. */
    NEW,

    /** The very request that had effect last. */
    AGAIN,

    /** A recording, or of a phone whose storage was set back: no effect. */
    OLD;

    static Turn of(CheckInRequest request, Optional<LastCheckIn> last) {
        if (last.isEmpty() || request.number() > last.get().number()) {
            return NEW;
        }
        boolean again = request.number() == last.get().number()
                && request.requestId().constantTimeEquals(last.get().requestId());
        return again ? AGAIN : OLD;
    }
}

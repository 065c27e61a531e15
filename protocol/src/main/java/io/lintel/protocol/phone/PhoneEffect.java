package io.lintel.protocol.phone;

import io.lintel.crypto.Bytes;

/** What the owner of a {@link PhoneSession} does next, in the order given. */
public sealed interface PhoneEffect {
    /** Send one message to the reader. */
    record Send(Bytes message) implements PhoneEffect {}

    /** Tell the person; comes once per session. */
    record Finished(TapResult result) implements PhoneEffect {}

    /** The phone's work as a courier is over, whatever came of it; once, and only after {@link PhoneSession#carry}. */
    record Carried(CourierReport report) implements PhoneEffect {}

    /** Flush what was sent and close the channel. */
    record End() implements PhoneEffect {}
}

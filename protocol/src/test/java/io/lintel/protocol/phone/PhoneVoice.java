package io.lintel.protocol.phone;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.wire.MessageKind;

/** Genuine messages that a phone's session could send where this version's does not, to see what a reader does. */
public final class PhoneVoice {
    private PhoneVoice() {}

    /** Returns traffic with content of the test's choice. */
    public static Bytes traffic(PhoneSession session, Bytes content) {
        return ((PhoneEstablished) session.state()).session().seal(MessageKind.TRAFFIC, content);
    }
}

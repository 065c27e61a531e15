package io.lintel.protocol.reader;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.wire.Answer;
import io.lintel.protocol.wire.MessageKind;
import java.util.Optional;

/** Genuine messages that a reader's session could send where this version's does not, to see what a phone does. */
public final class ReaderVoice {
    private ReaderVoice() {}

    /** Returns traffic with content of the test's choice. */
    public static Bytes traffic(ReaderSession session, Bytes content) {
        return ((Established) session.state()).session().seal(MessageKind.TRAFFIC, content);
    }

    /** Returns a grant to a phone that was asked for its credential. */
    public static Bytes grant(ReaderSession session) {
        Answer granted = new Answer(Optional.empty(), Answer.Resumption.DROPPED);
        return ((AwaitingCredential) session.state()).tap().session().sealAnswer(granted);
    }
}

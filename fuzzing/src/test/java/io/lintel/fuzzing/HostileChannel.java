package io.lintel.fuzzing;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import io.lintel.crypto.Bytes;
import io.lintel.protocol.testing.Conversation.Channel;
import io.lintel.protocol.testing.Conversation.Sent;
import java.util.ArrayList;
import java.util.List;

/** Somebody between two sides, who does with each message what the fuzzer's octets say; without octets he only carries. */
public final class HostileChannel implements Channel {
    private static final int LONGEST_FORGERY = 600;

    /** What becomes of a message. */
    private enum Fate {
        CARRIED,
        LOST,
        TWICE,
        ALTERED,
        CUT,
        REPLACED_BY_AN_EARLIER_ONE,
        REPLACED_BY_A_FORGERY,
        BEHIND_A_FORGERY
    }

    private final FuzzedDataProvider data;
    private final List<Bytes> seen = new ArrayList<>();

    public HostileChannel(FuzzedDataProvider data) {
        this.data = data;
    }

    /** Returns whether he has octets left; without, he only carries. */
    public boolean isHostile() {
        return data.remainingBytes() > 0;
    }

    @Override
    public List<Bytes> carry(Sent sent) {
        return carry(sent.message());
    }

    /** Returns what comes out of the channel in place of a message. */
    public List<Bytes> carry(Bytes message) {
        seen.add(message);
        Fate fate = isHostile() ? data.pickValue(Fate.values()) : Fate.CARRIED;
        return switch (fate) {
            case CARRIED -> List.of(message);
            case LOST -> List.of();
            case TWICE -> List.of(message, message);
            case ALTERED -> List.of(altered(message));
            case CUT -> List.of(message.slice(0, data.consumeInt(0, message.size())));
            case REPLACED_BY_AN_EARLIER_ONE -> List.of(data.pickValue(seen));
            case REPLACED_BY_A_FORGERY -> List.of(forgery());
            case BEHIND_A_FORGERY -> List.of(forgery(), message);
        };
    }

    private Bytes altered(Bytes message) {
        byte[] octets = message.toByteArray();
        octets[data.consumeInt(0, octets.length - 1)] ^= data.consumeByte();
        return Bytes.copyOf(octets);
    }

    private Bytes forgery() {
        return Bytes.copyOf(data.consumeBytes(data.consumeInt(0, LONGEST_FORGERY)));
    }
}

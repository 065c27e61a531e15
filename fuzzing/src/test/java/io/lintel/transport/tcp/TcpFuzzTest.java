package io.lintel.transport.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.lintel.crypto.Bytes;
import io.lintel.fuzzing.Parser;
import io.lintel.transport.session.TransportMetrics;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What comes over TCP before anybody has proven anything: a stream of messages, and a manager that says it is busy. */
class TcpFuzzTest {
    private static final int LENGTH_SIZE = 2;
    private static final Parser<Bytes, Duration> BUSY = Parser.ofOptional(BusyReply::parse);

    /** The first octet says into pieces of how many octets the rest comes cut. */
    @FuzzTest
    void aStreamGivesItsMessagesHoweverItIsCut(byte[] data) {
        messages(Bytes.copyOf(data));
    }

    /** Returns how many messages came out. */
    static int messages(Bytes input) {
        if (input.isEmpty()) {
            return 0;
        }
        int piece = Math.max(1, input.unsigned(0));
        Bytes stream = input.slice(1, input.size());
        EmbeddedChannel channel = new EmbeddedChannel();
        TapFraming.addTo(channel.pipeline(), TransportMetrics.none());
        for (int at = 0; at < stream.size() && channel.isOpen(); at += piece) {
            Bytes part = stream.slice(at, Math.min(stream.size(), at + piece));
            channel.writeInbound(Unpooled.wrappedBuffer(part.toByteArray()));
        }
        List<Object> came = new ArrayList<>(channel.inboundMessages());
        assertEquals(expected(stream), came);
        channel.finishAndReleaseAll();
        return came.size();
    }

    /** Returns the messages of a stream up to the first that is empty, too long or not whole. */
    private static List<Bytes> expected(Bytes stream) {
        List<Bytes> messages = new ArrayList<>();
        int at = 0;
        while (at + LENGTH_SIZE <= stream.size()) {
            int length = stream.unsigned(at) << 8 | stream.unsigned(at + 1);
            int end = at + LENGTH_SIZE + length;
            if (length == 0 || length > TapLimits.MAX_MESSAGE_OCTETS || end > stream.size()) {
                break;
            }
            messages.add(stream.slice(at + LENGTH_SIZE, end));
            at = end;
        }
        return messages;
    }

    @FuzzTest
    void busyMeansAWaitOfAMinuteAtMost(byte[] data) {
        isBusy(Bytes.copyOf(data));
    }

    static boolean isBusy(Bytes reply) {
        return BUSY.read(reply, reply.size())
                .map(wait -> {
                    assertTrue(wait.toSeconds() >= 1 && wait.toSeconds() <= 60, wait::toString);
                    assertEquals(wait, BusyReply.parse(BusyReply.of(wait)).orElseThrow());
                    return wait;
                })
                .isPresent();
    }
}

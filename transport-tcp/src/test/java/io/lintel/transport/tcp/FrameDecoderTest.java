package io.lintel.transport.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.testing.Spec;
import io.lintel.transport.session.ScriptedSession;
import io.lintel.transport.session.TransportCounters;
import io.lintel.transport.session.TransportEvent;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameDecoderTest {
    private static final int BOUND = 32;

    private final TransportCounters counters = new TransportCounters();

    @Test
    @Spec("TAP-10-3")
    void everySplitOfAStreamGivesTheSameMessages() {
        List<Bytes> sent = List.of(Bytes.of(1), Bytes.of(2, 3), Bytes.copyOf(new byte[BOUND]));
        byte[] stream = encode(sent);
        for (int cut = 0; cut <= stream.length; cut++) {
            assertEquals(sent, decode(stream, List.of(cut)), "cut at " + cut);
        }
    }

    @Property
    void anyFragmentationGivesTheSameMessages(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = BOUND) Integer> sizes,
            @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 250) Integer> cuts) {
        List<Bytes> sent = sizes.stream().map(size -> filled(size)).toList();

        assertEquals(sent, decode(encode(sent), cuts));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, BOUND + 1, 0xFFFF})
    @Spec({"TAP-3-5", "TAP-10-5"})
    void aLengthOutOfBoundsClosesAtOnceAndNothingBehindItIsLookedAt(int length) {
        EmbeddedChannel channel = new EmbeddedChannel(new FrameDecoder(BOUND, counters));

        channel.writeInbound(Unpooled.buffer().writeShort(length).writeShort(1).writeByte(7));

        assertFalse(channel.isOpen());
        assertTrue(channel.inboundMessages().isEmpty());
        assertEquals(1, counters.of(TransportEvent.FRAME_REFUSED));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Spec({"TAP-3-4", "TAP-8-1"})
    void aTapTakesMessagesOf512OctetsAndNoLongerOnes(boolean onTheReader) {
        ScriptedSession session = new ScriptedSession();
        EmbeddedChannel channel = tapOf(session, onTheReader);

        channel.writeInbound(Unpooled.copiedBuffer(encode(List.of(Bytes.copyOf(new byte[512])))));
        assertTrue(channel.isOpen());
        assertEquals(2, session.notes().size(), "opened, and received");

        channel.writeInbound(Unpooled.buffer().writeShort(513)); // refused before any octet of it is there
        assertFalse(channel.isOpen());
        assertEquals(
                List.of("disconnected"),
                session.notes().subList(2, session.notes().size()));
        assertEquals(1, counters.of(TransportEvent.FRAME_REFUSED));
    }

    @Test
    void messagesBeforeALengthOutOfBoundsAreStillHandedOn() {
        EmbeddedChannel channel = new EmbeddedChannel(new FrameDecoder(BOUND, counters));

        channel.writeInbound(Unpooled.buffer().writeShort(1).writeByte(7).writeShort(0));

        assertEquals(Bytes.of(7), channel.readInbound());
        assertFalse(channel.isOpen());
    }

    @Test
    @Spec("TAP-10-6")
    void aStreamThatEndsInsideAMessageGivesNoMessage() {
        EmbeddedChannel channel = new EmbeddedChannel(new FrameDecoder(BOUND, counters));

        channel.writeInbound(Unpooled.buffer().writeShort(2).writeByte(7));
        channel.finish();

        assertTrue(channel.inboundMessages().isEmpty());
        assertEquals(0, counters.of(TransportEvent.FRAME_REFUSED));
    }

    @Test
    void aMessageThatNoFrameCanCarryIsRefused() {
        EmbeddedChannel channel = new EmbeddedChannel(new FrameEncoder());

        assertThrows(RuntimeException.class, () -> channel.writeOutbound(Bytes.EMPTY));
        assertThrows(RuntimeException.class, () -> channel.writeOutbound(Bytes.copyOf(new byte[0x10000])));
        assertThrows(IllegalArgumentException.class, () -> new FrameDecoder(0, counters));
        assertThrows(IllegalArgumentException.class, () -> new FrameDecoder(0x10000, counters));
    }

    private EmbeddedChannel tapOf(ScriptedSession session, boolean onTheReader) {
        return new EmbeddedChannel(new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                ChannelPipeline handlers = channel.pipeline();
                InstantSource clock = InstantSource.fixed(Instant.EPOCH);
                if (onTheReader) {
                    TapPipeline.ofReader(handlers, TapLimits.standard(), session, Runnable::run, clock, counters);
                } else {
                    TapPipeline.ofPhone(handlers, session, clock, counters);
                }
            }
        });
    }

    private List<Bytes> decode(byte[] stream, List<Integer> cuts) {
        EmbeddedChannel channel = new EmbeddedChannel(new FrameDecoder(BOUND, counters));
        int from = 0;
        int[] ordered = cuts.stream()
                .mapToInt(cut -> Math.min(cut, stream.length))
                .sorted()
                .toArray();
        for (int cut : ordered) {
            channel.writeInbound(Unpooled.copiedBuffer(stream, from, cut - from));
            from = cut;
        }
        channel.writeInbound(Unpooled.copiedBuffer(stream, from, stream.length - from));
        List<Bytes> messages = new ArrayList<>();
        for (Bytes message = channel.readInbound(); message != null; message = channel.readInbound()) {
            messages.add(message);
        }
        assertTrue(channel.isOpen());
        channel.finish();
        return messages;
    }

    private static byte[] encode(List<Bytes> messages) {
        EmbeddedChannel channel = new EmbeddedChannel(new FrameEncoder());
        channel.writeOutbound(messages.toArray());
        ByteBuf all = Unpooled.buffer();
        for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
            all.writeBytes(part);
            part.release();
        }
        byte[] stream = new byte[all.readableBytes()];
        all.readBytes(stream);
        return stream;
    }

    private static Bytes filled(int size) {
        byte[] octets = new byte[size];
        Arrays.fill(octets, (byte) size);
        return Bytes.copyOf(octets);
    }
}

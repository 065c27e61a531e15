package io.lintel.transport.tcp;

import io.lintel.protocol.phone.TapResult;
import io.lintel.protocol.reader.AccessEvent;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.testing.TestPhone;
import io.lintel.protocol.testing.TestSite;
import io.lintel.transport.session.MessageSession;
import io.lintel.transport.session.PhoneMessageSession;
import io.lintel.transport.session.ReaderMessageSession;
import io.lintel.transport.session.TransportMetrics;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

/** A reader's and a phone's whole pipelines with a byte stream each way between them, which a test cuts where it likes. */
final class FragmentedLink {
    private static final InstantSource CLOCK = InstantSource.fixed(TestSite.NOW);

    private final CompletableFuture<TapResult> result = new CompletableFuture<>();
    private final List<AccessEvent> events = new ArrayList<>();
    private final EmbeddedChannel readerEnd;
    private final EmbeddedChannel phoneEnd;
    private int octetsToPhone;
    private int octetsToReader;

    /** What came of a tap, and how many octets went each way. */
    record Outcome(TapResult result, List<AccessEvent> events, int octetsToPhone, int octetsToReader) {}

    private FragmentedLink(Reader reader, TestPhone phone) {
        MessageSession phoneSession = new PhoneMessageSession(phone.wallet().tap(Taps.GESTURE, TestSite.NOW), result);
        MessageSession readerSession = new ReaderMessageSession(reader, Transport.TCP, events::add);
        phoneEnd = channel(handlers -> TapPipeline.ofPhone(handlers, phoneSession, CLOCK, TransportMetrics.none()));
        readerEnd = channel(handlers -> TapPipeline.ofReader(
                handlers, TapLimits.standard(), readerSession, Runnable::run, CLOCK, TransportMetrics.none()));
    }

    /**
     * Taps over a link that is cut behind the octets for which a predicate says so; each counts the octets of its
     * direction from 1.
     */
    static Outcome tap(Reader reader, TestPhone phone, IntPredicate cutToPhone, IntPredicate cutToReader) {
        FragmentedLink link = new FragmentedLink(reader, phone);
        boolean moved = true;
        while (moved) {
            int before = link.octetsToPhone + link.octetsToReader;
            link.octetsToPhone = carry(link.readerEnd, link.phoneEnd, link.octetsToPhone, cutToPhone);
            link.octetsToReader = carry(link.phoneEnd, link.readerEnd, link.octetsToReader, cutToReader);
            moved = link.octetsToPhone + link.octetsToReader > before;
        }
        link.phoneEnd.finishAndReleaseAll();
        link.readerEnd.finishAndReleaseAll();
        return new Outcome(link.result.join(), link.events, link.octetsToPhone, link.octetsToReader);
    }

    private static int carry(EmbeddedChannel from, EmbeddedChannel to, int carriedBefore, IntPredicate cut) {
        int carried = carriedBefore;
        ByteBuf fragment = Unpooled.buffer();
        for (ByteBuf part = from.readOutbound(); part != null; part = from.readOutbound()) {
            while (part.isReadable()) {
                fragment.writeByte(part.readByte());
                carried++;
                if (cut.test(carried)) {
                    deliver(to, fragment);
                    fragment = Unpooled.buffer();
                }
            }
            part.release();
        }
        deliver(to, fragment);
        return carried;
    }

    private static void deliver(EmbeddedChannel to, ByteBuf fragment) {
        if (to.isOpen() && fragment.isReadable()) {
            to.writeInbound(fragment);
        } else {
            fragment.release();
        }
    }

    private static EmbeddedChannel channel(Consumer<ChannelPipeline> layout) {
        return new EmbeddedChannel(new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                layout.accept(channel.pipeline());
            }
        });
    }
}

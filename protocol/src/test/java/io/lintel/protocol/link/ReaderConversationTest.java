package io.lintel.protocol.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.link.LinkMessage.Acknowledge;
import io.lintel.protocol.link.LinkMessage.FromManager;
import io.lintel.protocol.link.LinkMessage.Offer;
import io.lintel.protocol.link.LinkMessage.Part;
import io.lintel.protocol.link.LinkMessage.Want;
import io.lintel.protocol.reader.ReaderCounters;
import io.lintel.testing.Spec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A manager that says what nobody asked for, or says it again. */
class ReaderConversationTest {
    private static final Parcel LIST = new Parcel(Parcel.Kind.LIST, 5, 20_000, Bytes.copyOf(new byte[32]));

    private LinkScene scene;
    private ReaderConversation conversation;

    @BeforeEach
    void standALink() {
        scene = new LinkScene(Suite.X25519, 31);
        conversation = new ReaderConversation(scene.linked);
    }

    private void assertUnexpected(FromManager message) {
        LinkFault fault = assertThrows(LinkFault.class, () -> conversation.hear(message, scene.now));
        assertEquals(LinkEnd.UNEXPECTED, fault.end());
    }

    private static Part part(int offset) {
        return new Part(Parcel.Kind.LIST, offset, Bytes.copyOf(new byte[1]));
    }

    @Test
    @Spec("LINK-3-12")
    void aPartThatNobodyAskedForEndsTheLink() {
        assertUnexpected(part(0));
    }

    @Test
    @Spec("LINK-3-12")
    void aPartFromAnotherOffsetEndsTheLink() {
        conversation.hear(new Offer(LIST), scene.now);
        assertUnexpected(part(1));
    }

    @Test
    @Spec("LINK-3-14")
    void anOfferIsNotAnsweredAgainWhileItsPartsAreComing() {
        Want want = new Want(Parcel.Kind.LIST, Optional.of(LIST.hash()), 0);
        assertEquals(List.of(want), conversation.hear(new Offer(LIST), scene.now));
        assertEquals(List.of(), conversation.hear(new Offer(LIST), scene.now));
    }

    @Test
    @Spec("LINK-3-21")
    void anAcknowledgementThatNothingWaitsForEndsTheLink() {
        assertUnexpected(new Acknowledge(scene.spool.oldest().series(), 1));
    }

    @Test
    @Spec("LINK-3-21")
    void anAcknowledgementOfAnotherSeriesOrOfALowerNumberEndsTheLink() {
        scene.event();
        scene.event();
        conversation.begin(scene.now);
        assertUnexpected(new Acknowledge(Bytes.copyOf(new byte[8]), 2));
        standALink();
        scene.event();
        scene.event();
        conversation.begin(scene.now);
        assertUnexpected(new Acknowledge(scene.spool.oldest().series(), 1));
    }

    @Test
    @Spec("LINK-2.2-1")
    void countersAreToldInTheOrderOfThePage() {
        assertEquals(
                List.of(
                        "OPENERS",
                        "CERTIFICATES_SENT",
                        "FAST_GRANTED",
                        "FAST_DENIED",
                        "FAST_MISSED",
                        "COLD_GRANTED",
                        "COLD_DENIED",
                        "COLD_FAILED_GATE",
                        "COLD_RATE_LIMITED",
                        "COLD_FAILED",
                        "MALFORMED",
                        "UNEXPECTED",
                        "TIMED_OUT",
                        "DISCONNECTED"),
                Stream.of(ReaderCounters.Counter.values())
                        .map(Enum::name)
                        .limit(14)
                        .toList());
    }
}

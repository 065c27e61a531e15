package io.lintel.benchmarks.air;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.benchmarks.air.Conversation.Origin;
import io.lintel.benchmarks.air.OurTaps.Kind;
import io.lintel.crypto.Suite;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Octets and packets do not depend on the machine, so they gate: those of real taps, and of what peers are said to send. */
class ConversationTest {
    @ParameterizedTest
    @CsvSource({
        "X25519, FAST, 113, 128",
        "P256, FAST, 114, 128",
        "X25519, COLD_REFERENCE, 214, 224",
        "P256, COLD_REFERENCE, 217, 224",
        "X25519, COLD_WHOLE, 355, 368",
        "P256, COLD_WHOLE, 358, 368"
    })
    void aTapIsNoLongerThanItsBudget(Suite suite, Kind kind, int octets, int budget) {
        Conversation tap = OurTaps.record(suite, kind);

        assertEquals(octets, tap.octetsUntilDecision());
        assertTrue(tap.octetsUntilDecision() <= budget);
    }

    /** The packets that {@code PacketsToTheDecisionTest} counts on the link, and those of the opener. */
    @ParameterizedTest
    @CsvSource({
        "FAST, 23, 2",
        "FAST, 185, 1",
        "COLD_REFERENCE, 23, 7",
        "COLD_REFERENCE, 185, 1",
        "COLD_REFERENCE, 247, 1",
        "COLD_WHOLE, 23, 15",
        "COLD_WHOLE, 185, 2",
        "COLD_WHOLE, 247, 2",
        "COLD_WHOLE, 515, 1"
    })
    void aPhonesMessageTakesThePacketsThatALinkCounts(Kind kind, int mtu, int packets) {
        Message message = OurTaps.record(Suite.X25519, kind).messages().get(1);

        assertEquals(packets, Packets.count(message.octets(), mtu));
    }

    @Test
    void everyPeerSaysMoreThanAFastTap() throws GeneralSecurityException, SSLException {
        int fast = OurTaps.record(Suite.P256, Kind.FAST).octetsUntilDecision();
        for (Conversation peer : Peers.all()) {
            assertTrue(peer.octetsUntilDecision() > fast, peer::toString);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "noise-java IK, 119, MEASURED", "noise-java XX, 215, MEASURED", "'Home Key, fast phase', 226, MODEL",
        "'Home Key, standard phase', 388, MODEL", "'Aliro, fast phase', 270, MODEL",
                "'Aliro, standard phase', 434, MODEL"
    })
    void peersSayWhatTheirSourcesSay(String name, int octets, Origin origin)
            throws GeneralSecurityException, SSLException {
        Conversation peer = Peers.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();

        assertEquals(octets, peer.octetsUntilDecision());
        assertEquals(origin, peer.origin());
    }

    @Test
    void aReaderDecidesBehindAMessageThatThereIs() {
        List<Message> one = List.of(Message.phone(1));
        assertThrows(IllegalArgumentException.class, () -> new Conversation("", Origin.MODEL, one, 2));
        assertThrows(IllegalArgumentException.class, () -> new Conversation("", Origin.MODEL, one, 0));
    }
}

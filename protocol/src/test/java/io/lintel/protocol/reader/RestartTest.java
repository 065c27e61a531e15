package io.lintel.protocol.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.Suite;
import io.lintel.crypto.noise.HandshakeState;
import io.lintel.crypto.noise.Role;
import io.lintel.protocol.phone.TapResult.Granted;
import io.lintel.protocol.tap.Randomness;
import io.lintel.protocol.tap.TapPath;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.testing.Conversation;
import io.lintel.protocol.testing.Kind;
import io.lintel.protocol.testing.ReaderDraft;
import io.lintel.protocol.testing.TestPhone;
import io.lintel.protocol.testing.TestSite;
import io.lintel.protocol.wire.Lengths;
import io.lintel.protocol.wire.OpenerHeader;
import io.lintel.protocol.wire.OpenerKeys;
import io.lintel.protocol.wire.OpenerPayload;
import io.lintel.testing.Spec;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a restarted reader says of itself, and what it does not know any more. */
class RestartTest {
    private final TestSite site = TestSite.of(Suite.X25519, 65);
    private final ReaderDraft door = site.reader();
    private final TestPhone phone = site.phone();

    @Test
    @Spec("TAP-9-2")
    void everyStartDrawsAStateEpochWhichAllItsOpenersSay() {
        Set<Bytes> epochs = new HashSet<>();
        Set<Bytes> openers = new HashSet<>();
        for (int start = 0; start < 100; start++) {
            Reader reader = door.start();
            Bytes first = reader.open(Transport.BLE_GATT, TestSite.NOW).opener();
            Bytes second = reader.open(Transport.BLE_GATT, TestSite.NOW).opener();

            assertTrue(openers.add(first) && openers.add(second), "an opener came twice");
            assertEquals(stateEpoch(first), stateEpoch(second));
            assertTrue(epochs.add(stateEpoch(first)), "two starts drew one state epoch");
        }
    }

    @Test
    @Spec("TAP-9-2")
    void phonesTapColdOnceAfterARestart() {
        Reader before = door.start();
        assertEquals(new Granted(TapPath.COLD), Conversation.tap(before, phone));
        assertEquals(new Granted(TapPath.FAST), Conversation.tap(before, phone));

        Reader after = door.start();
        Conversation first = Conversation.between(after, phone).complete();

        assertEquals(new Granted(TapPath.COLD), first.result());
        assertTrue(first.kinds().stream().noneMatch(kind -> kind == Kind.FAST), "the opener says that fast is in vain");
        assertEquals(new Granted(TapPath.FAST), Conversation.tap(after, phone));
    }

    @Test
    @Spec("TAP-9-3")
    void aFastTapIsInVainAfterARestartThatNobodyCouldNotice() {
        Randomness sameEpoch = size -> size == Lengths.STATE_EPOCH
                ? Bytes.of(1, 2, 3, 4)
                : site.random().octets(size);
        Conversation.tap(door.start(sameEpoch), phone);

        Conversation tap = Conversation.between(door.start(sameEpoch), phone).complete();

        assertTrue(tap.kinds().containsAll(List.of(Kind.FAST, Kind.USE_COLD, Kind.COLD)), () -> "kinds " + tap.kinds());
        assertEquals(new Granted(TapPath.COLD), tap.result());
    }

    /** Opens an opener as a phone does that has the reader's certificate. */
    private Bytes stateEpoch(Bytes opener) {
        CryptoSuite suite = site.suite();
        OpenerHeader header = OpenerHeader.decode(opener);
        try (OpenerKeys keys = new OpenerKeys(suite, site.projectKey().key(), header.nonce());
                var psk = keys.psk();
                HandshakeState handshake = HandshakeState.builder("KXpsk0", suite.noise(), Role.RESPONDER)
                        .prologue(OpenerHeader.context(Transport.BLE_GATT), opener.slice(0, Lengths.HEADER))
                        .localStatic(phone.holder())
                        .remoteStatic(door.identity().dh().publicKey())
                        .ephemerals(suite::generateDhKeyPair)
                        .psk(psk)
                        .build()) {
            Bytes payload = handshake.readMessage(opener.slice(Lengths.HEADER, opener.size()));
            return OpenerPayload.decode(payload).stateEpoch();
        }
    }
}

package io.lintel.crypto.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoException;
import io.lintel.crypto.Flip;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.Suite;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TransportTest {
    private final Pairs pair = Pairs.of("NN", NoiseSuites.of(Suite.X25519)).complete();
    private final Transport left = pair.initiator().split();
    private final Transport right = pair.responder().split();

    @Property(tries = 50)
    void messagesArriveInOrderInBothDirections(@ForAll Suite suite, @ForAll @Size(max = 20) List<byte[]> payloads) {
        Pairs sides = Pairs.of("NN", NoiseSuites.of(suite)).complete();
        Transport one = sides.initiator().split();
        Transport other = sides.responder().split();
        for (byte[] payload : payloads) {
            Bytes bytes = Bytes.copyOf(payload);
            assertEquals(bytes, other.read(one.write(bytes)));
            assertEquals(bytes, one.read(other.write(bytes)));
        }
    }

    @Test
    void aMessageThatIsNotTheNextIsRefusedAndChangesNothing() {
        Bytes first = left.write(Bytes.utf8("first"));
        Bytes second = left.write(Bytes.utf8("second"));
        assertThrows(CryptoException.class, () -> right.read(second));
        assertThrows(CryptoException.class, () -> right.read(Flip.bit(first, 3)));
        assertThrows(CryptoException.class, () -> right.read(first.slice(0, 10)));
        assertThrows(CryptoException.class, () -> right.read(Bytes.EMPTY));
        assertEquals(Bytes.utf8("first"), right.read(first));
        assertThrows(CryptoException.class, () -> right.read(first));
        assertEquals(Bytes.utf8("second"), right.read(second));
    }

    @Test
    void aMessageIsNotTakenInTheOtherDirection() {
        Bytes message = left.write(Bytes.utf8("for the right"));
        assertThrows(CryptoException.class, () -> left.read(message));
    }

    @Test
    void rekeyingHoldsWhereBothSidesDoItAtTheSamePlace() {
        assertEquals(Bytes.of(1), right.read(left.write(Bytes.of(1))));
        left.rekeyWriting();
        Bytes rekeyed = left.write(Bytes.of(2));
        assertThrows(CryptoException.class, () -> right.read(rekeyed));
        right.rekeyReading();
        assertEquals(Bytes.of(2), right.read(rekeyed));
        assertEquals(Bytes.of(3), left.read(right.write(Bytes.of(3))));
    }

    /** Section 4.2: the first 32 octets of sealing 32 zeros under the last nonce and no associated data. */
    @Test
    void theNewKeyIsTheOneOfTheNoiseText() {
        SecretBytes key = SecretBytes.takeOwnership(new byte[32]);
        byte[] sealed = NoiseSuites.of(Suite.X25519).seal(key, -1, Bytes.EMPTY, new byte[32]);
        SecretBytes next = SecretBytes.copyOf(Bytes.copyOf(sealed, 0, 32).toByteArray());
        Bytes expected = Bytes.copyOf(NoiseSuites.of(Suite.X25519).seal(next, 5, Bytes.EMPTY, new byte[] {7}));
        CipherState cipher = cipher(key, 5);
        cipher.rekey();
        assertEquals(expected, cipher.seal(Bytes.EMPTY, Bytes.of(7)));
    }

    @Test
    void theLastNonceIsNeverUsed() {
        Transport exhausted = new Transport(
                Optional.of(cipher(SecretBytes.takeOwnership(new byte[32]), -2)),
                Optional.of(cipher(SecretBytes.takeOwnership(new byte[32]), -2)));
        Bytes last = exhausted.write(Bytes.of(1));
        assertThrows(IllegalStateException.class, () -> exhausted.write(Bytes.of(1)));
        assertEquals(Bytes.of(1), exhausted.read(last));
        assertThrows(IllegalStateException.class, () -> exhausted.read(last));
        exhausted.rekeyWriting();
        assertThrows(IllegalStateException.class, () -> exhausted.write(Bytes.of(1)));
    }

    @Test
    void sizesAreThoseOfTheNoiseText() {
        Bytes largest = Bytes.copyOf(new byte[Transport.MAX_MESSAGE_SIZE - 16]);
        Bytes message = left.write(largest);
        assertEquals(Transport.MAX_MESSAGE_SIZE, message.size());
        assertThrows(IllegalArgumentException.class, () -> left.write(Bytes.concat(largest, Bytes.of(0))));
        assertThrows(CryptoException.class, () -> right.read(Bytes.concat(message, Bytes.of(0))));
        assertEquals(largest, right.read(message));
    }

    @Test
    void aOneWayPatternHasOneDirection() {
        Pairs sides = Pairs.of("X", NoiseSuites.of(Suite.P256)).complete();
        Transport sender = sides.initiator().split();
        Transport receiver = sides.responder().split();
        assertEquals(Bytes.of(1), receiver.read(sender.write(Bytes.of(1))));
        assertFalse(sender.canRead());
        assertFalse(receiver.canWrite());
        assertThrows(IllegalStateException.class, () -> sender.read(Bytes.EMPTY));
        assertThrows(IllegalStateException.class, () -> receiver.write(Bytes.EMPTY));
    }

    @Test
    void theTwoDirectionsHaveKeysOfTheirOwn() {
        assertNotEquals(left.write(Bytes.of(1)), right.write(Bytes.of(1)));
    }

    @Test
    void aClosedChannelIsOfNoUse() {
        assertTrue(left.canWrite());
        left.close();
        assertThrows(IllegalStateException.class, () -> left.write(Bytes.EMPTY));
    }

    private static CipherState cipher(SecretBytes key, long nonce) {
        return new CipherState(NoiseSuites.of(Suite.X25519).aead(), key, nonce);
    }
}

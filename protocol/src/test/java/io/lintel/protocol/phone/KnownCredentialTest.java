package io.lintel.protocol.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.ForwardingSignatureScheme;
import io.lintel.crypto.SignatureScheme;
import io.lintel.crypto.SigningPublicKey;
import io.lintel.crypto.Suite;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.tap.TapPath;
import io.lintel.protocol.testing.Conversation;
import io.lintel.protocol.testing.FaultyWalletStore;
import io.lintel.protocol.testing.FaultyWalletStore.Operation;
import io.lintel.protocol.testing.TestPhone;
import io.lintel.protocol.testing.TestSite;
import io.lintel.testing.Spec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A whole credential that comes to a reader again. */
class KnownCredentialTest {
    private static final int SIGNATURE_OCTETS = 64;

    private final List<Bytes> checked = new ArrayList<>();
    private final TestSite site =
            TestSite.of(Suite.X25519, 1, suite -> suite.withSignatures(new Noting(suite.signatures())));

    /** Notes each signature that somebody checks. */
    private final class Noting extends ForwardingSignatureScheme {
        Noting(SignatureScheme real) {
            super(real);
        }

        @Override
        public boolean verify(SigningPublicKey key, Bytes message, Bytes signature) {
            checked.add(signature);
            return super.verify(key, message, signature);
        }
    }

    @Test
    @Spec("TAP-4.5-6")
    void isKnownWithoutItsSignatureBeingCheckedAgain() {
        Reader reader = site.reader().start();
        TestPhone sound = site.phone();
        FaultyWalletStore store = FaultyWalletStore.of(sound.store());
        TestPhone phone = sound.over(store);
        Bytes credential = sound.credential().bytes();
        Bytes signature = credential.slice(credential.size() - SIGNATURE_OCTETS, credential.size());
        store.failing().add(Operation.READ_RATCHET);
        checked.clear();

        assertEquals(new TapResult.Granted(TapPath.COLD), Conversation.tap(reader, phone));
        assertTrue(checked.contains(signature));

        checked.clear();
        assertEquals(new TapResult.Granted(TapPath.COLD), Conversation.tap(reader, phone));
        assertFalse(checked.contains(signature));
    }
}

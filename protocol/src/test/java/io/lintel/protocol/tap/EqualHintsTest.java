package io.lintel.protocol.tap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.ForwardingHash;
import io.lintel.crypto.Hash;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.phone.TapResult.Granted;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.testing.Conversation;
import io.lintel.protocol.testing.TestPhone;
import io.lintel.protocol.testing.TestSite;
import io.lintel.testing.Spec;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two phones whose hints are equal. Nobody can find two such secrets, so a hash that forgets the secret makes them. */
class EqualHintsTest {
    private static final int FAST = 5;
    private static final int USE_COLD = 6;

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Spec("TAP-5.2-13")
    void theLaterPhoneMissesAndTheEarlierStaysGood(Suite suite) {
        TestSite site = TestSite.of(suite, 1, real -> real.withHash(new ForgetfulOfHints(real.hash())));
        Reader reader = site.reader().start();
        TestPhone earlier = site.phone();
        TestPhone later = site.phone();
        Conversation.tap(reader, earlier);
        Conversation.tap(reader, later);

        Conversation missed = Conversation.between(reader, later).complete();
        assertTrue(missed.kinds().containsAll(List.of(FAST, USE_COLD)));
        assertEquals(new Granted(TapPath.COLD), missed.result());
        assertEquals(new Granted(TapPath.FAST), Conversation.tap(reader, earlier));
    }

    /** The real functions, but a hint depends on its attempt alone. */
    private static final class ForgetfulOfHints extends ForwardingHash {
        private static final Bytes LABEL = Bytes.utf8("lintel/1/hint\0");

        ForgetfulOfHints(Hash real) {
            super(real);
        }

        @Override
        public byte[] hmac(SecretBytes key, byte[]... parts) {
            if (!Bytes.copyOf(parts[0]).startsWith(LABEL)) {
                return super.hmac(key, parts);
            }
            try (SecretBytes forgetful = SecretBytes.copyOf(new byte[32])) {
                return super.hmac(forgetful, parts);
            }
        }
    }
}

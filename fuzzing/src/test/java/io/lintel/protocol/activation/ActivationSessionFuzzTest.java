package io.lintel.protocol.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.Suite;
import io.lintel.fuzzing.HostileChannel;
import io.lintel.fuzzing.HostileExchange;
import io.lintel.fuzzing.HostileExchange.Phone;
import io.lintel.fuzzing.HostileExchange.Reply;
import io.lintel.protocol.activation.ActivationResult.Refused;
import io.lintel.protocol.testing.TestSite;
import java.time.Duration;
import java.util.Optional;

/** A phone that redeems a code at a manager, through somebody who wants it himself. */
class ActivationSessionFuzzTest {
    private static final ActivationCode CODE = ActivationCode.parse("0123456789ABCDEFGHIJ");
    private static final Bytes REQUEST_ID = Bytes.ofHex("000102030405060708090a0b0c0d0e0f");

    @FuzzTest
    void whatIsAskedAndAnsweredCameFromTheOther(FuzzedDataProvider data) {
        CryptoSuite suite = TestSite.of(data.consumeBoolean() ? Suite.X25519 : Suite.P256, 1)
                .suite();
        try (DhKeyPair manager = suite.generateDhKeyPair();
                DhKeyPair holder = suite.generateDhKeyPair()) {
            Manager answering = new Manager(suite, manager, holder);
            new HostileExchange<>(() -> new Redeeming(suite, manager, holder), answering::answer)
                    .run(new HostileChannel(data));
        }
    }

    /** Asks for another wait each time, so that no answer can be taken for another. */
    private static final class Manager {
        private final CryptoSuite suite;
        private final DhKeyPair keys;
        private final DhKeyPair holder;
        private int answers;

        Manager(CryptoSuite suite, DhKeyPair keys, DhKeyPair holder) {
            this.suite = suite;
            this.keys = keys;
            this.holder = holder;
        }

        Optional<Reply<ActivationResult>> answer(Bytes request) {
            try (ManagerActivation activation = ManagerActivation.open(suite, keys, request)) {
                assertEquals(CODE, activation.code());
                assertEquals(REQUEST_ID, activation.requestId());
                assertEquals(holder.publicKey(), activation.holderKey());
                Optional<Duration> wait = Optional.of(Duration.ofSeconds(++answers));
                Bytes response = activation.refuse(ActivationRefusal.RATE_LIMITED, wait, suite.generateDhKeyPair());
                return Optional.of(new Reply<>(response, new Refused(ActivationRefusal.RATE_LIMITED, wait)));
            } catch (ActivationException refused) {
                assertEquals(ActivationException.Code.NOT_AUTHENTIC, refused.code());
                return Optional.empty();
            }
        }
    }

    /** One attempt, always for the same holder key and with the same request id. */
    private static final class Redeeming implements Phone<ActivationResult> {
        private final DhKeyPair ephemeral;
        private final PhoneActivation activation;

        Redeeming(CryptoSuite suite, DhKeyPair manager, DhKeyPair holder) {
            this.ephemeral = suite.generateDhKeyPair();
            this.activation = PhoneActivation.start(suite, manager.publicKey(), CODE, holder, REQUEST_ID, ephemeral);
        }

        @Override
        public Bytes request() {
            return activation.request();
        }

        @Override
        public Optional<ActivationResult> receive(Bytes response) {
            try {
                return Optional.of(activation.receive(response));
            } catch (ActivationException refused) {
                assertEquals(ActivationException.Code.NOT_AUTHENTIC, refused.code());
                return Optional.empty();
            }
        }

        @Override
        public void close() {
            activation.close();
            ephemeral.close();
        }
    }
}

package io.lintel.protocol.checkin;

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
import io.lintel.protocol.checkin.CheckInResult.Answered;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.testing.TestSite;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A phone that checks in at a manager, through somebody who would keep it from hearing the truth. */
class CheckInSessionFuzzTest {
    private static final Bytes REQUEST_ID = Bytes.ofHex("000102030405060708090a0b0c0d0e0f");

    @FuzzTest
    void whatIsAskedAndAnsweredCameFromTheOther(FuzzedDataProvider data) {
        TestSite site = TestSite.of(data.consumeBoolean() ? Suite.X25519 : Suite.P256, 1);
        CryptoSuite suite = site.suite();
        Held held = new Held(
                Optional.of(Bytes.copyOf(new byte[Signed.REFERENCE_SIZE_BYTES])), 3, 7, 6, Optional.empty(), 9);
        CheckInRequest what =
                new CheckInRequest(REQUEST_ID, 4, site.project(), 7, Holding.HELD, held, Optional.empty(), List.of());
        try (DhKeyPair manager = suite.generateDhKeyPair();
                DhKeyPair holder = suite.generateDhKeyPair()) {
            Manager answering = new Manager(suite, manager, holder, what);
            new HostileExchange<>(() -> new CheckingIn(suite, manager, holder, what), answering::answer)
                    .run(new HostileChannel(data));
        }
    }

    /** Gives each answer a number of its own, so that none can be taken for another. */
    private static final class Manager {
        private final CryptoSuite suite;
        private final DhKeyPair keys;
        private final DhKeyPair holder;
        private final CheckInRequest expected;
        private int answers;

        Manager(CryptoSuite suite, DhKeyPair keys, DhKeyPair holder, CheckInRequest expected) {
            this.suite = suite;
            this.keys = keys;
            this.holder = holder;
            this.expected = expected;
        }

        Optional<Reply<CheckInResult>> answer(Bytes request) {
            try (ManagerCheckIn checkIn = ManagerCheckIn.open(suite, keys, request)) {
                assertEquals(expected, checkIn.request());
                assertEquals(holder.publicKey(), checkIn.holderKey());
                CheckInAnswer answer = CheckInAnswer.of(
                        ++answers, Instruction.KEEP, Duration.ofDays(1), CheckInAnswer.Reporting.WANTED);
                return Optional.of(
                        new Reply<>(checkIn.answer(answer, suite.generateDhKeyPair()), new Answered(answer)));
            } catch (CheckInException refused) {
                return Optional.empty();
            }
        }
    }

    private static final class CheckingIn implements Phone<CheckInResult> {
        private final DhKeyPair ephemeral;
        private final PhoneCheckIn checkIn;

        CheckingIn(CryptoSuite suite, DhKeyPair manager, DhKeyPair holder, CheckInRequest what) {
            this.ephemeral = suite.generateDhKeyPair();
            this.checkIn = PhoneCheckIn.start(suite, manager.publicKey(), holder, what, ephemeral);
        }

        @Override
        public Bytes request() {
            return checkIn.request();
        }

        @Override
        public Optional<CheckInResult> receive(Bytes response) {
            try {
                return Optional.of(checkIn.receive(response));
            } catch (CheckInException refused) {
                return Optional.empty();
            }
        }

        @Override
        public void close() {
            checkIn.close();
            ephemeral.close();
        }
    }
}

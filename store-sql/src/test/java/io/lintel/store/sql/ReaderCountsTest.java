package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.SigningKeyPair;
import io.lintel.crypto.Suite;
import io.lintel.protocol.activation.ActivationGrant;
import io.lintel.protocol.phone.Enrolment;
import io.lintel.protocol.phone.PhoneEffect;
import io.lintel.protocol.phone.PhoneSession;
import io.lintel.protocol.phone.TapRequest;
import io.lintel.protocol.phone.Wallet;
import io.lintel.protocol.phone.WalletPorts;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.reader.ReaderArtefact;
import io.lintel.protocol.reader.ReaderEffect;
import io.lintel.protocol.reader.ReaderPorts;
import io.lintel.protocol.reader.ReaderSession;
import io.lintel.protocol.statement.ReaderRequest;
import io.lintel.protocol.statement.Technology;
import io.lintel.protocol.tap.Intent;
import io.lintel.protocol.tap.ProjectKey;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.tap.Trigger;
import io.lintel.sdk.credential.IssueCredential;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.reader.EnrollReader;
import io.lintel.sdk.reader.ExportReaderConfiguration;
import io.lintel.sdk.statistics.Counter;
import io.lintel.sdk.statistics.ReaderReport;
import io.lintel.testing.Requirement;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader counted while phones tapped it becomes its site's report, counter by counter. */
class ReaderCountsTest {

    private static final CryptoSuite CRYPTO = TestBench.PRIMITIVES.suite(Suite.X25519);
    private static final TapRequest GESTURE = new TapRequest(Intent.of(Trigger.LIST), Transport.BLE_GATT);

    @Test
    @Requirement({"STA-05", "STA-06", "STA-07", "STA-08", "STA-09", "SYN-05"})
    void reportSaysWhatHappenedAtTheReader(@TempDir Path directory) {
        try (TestBench bench = new TestBench(Database.SQLITE, directory)) {
            CustomerId customer = bench.site().site().customer();
            Reader reader = reader(bench, customer);
            Wallet guest = wallet(bench, customer, 1);
            tap(reader, guest);
            tap(reader, guest);
            tap(reader, wallet(bench, customer, 2));
            reader.open(Transport.BLE_GATT, TestBench.START).disconnected(TestBench.START);
            ReaderSession slow = reader.open(Transport.BLE_GATT, TestBench.START);
            slow.expire(TestBench.START.plus(Duration.ofMinutes(1)));
            reader.open(Transport.BLE_GATT, TestBench.START).receive(Bytes.of(0xff), TestBench.START);

            Map<Counter, Long> counted =
                    new EnumMap<>(ReaderReport.of(reader.counters(), 7).counts());
            counted.values().removeIf(count -> count == 0);

            assertEquals(
                    Map.of(
                            Counter.READER_ERRORS, 7L,
                            Counter.READER_TRIGGERS, 2L,
                            Counter.READER_CONNECTIONS, 3L,
                            Counter.READER_FAILED_DISCONNECTED, 1L,
                            Counter.READER_FAILED_TIMED_OUT, 1L,
                            Counter.READER_FAILED_MALFORMED, 1L),
                    counted);
        }
    }

    /** A reader of group 1, from its enrolment to its start. */
    private static Reader reader(TestBench bench, CustomerId customer) {
        DhKeyPair dh = CRYPTO.generateDhKeyPair();
        SigningKeyPair signing = CRYPTO.generateSigningKeyPair();
        ReaderRequest request = ReaderRequest.make(CRYPTO, dh.publicKey(), signing);
        int number = bench.manager
                .readers()
                .enroll(TestBench.id(), EnrollReader.of(customer, "Front door", request))
                .reader();
        ReaderArtefact artefact = bench.manager
                .readers()
                .exportConfiguration(TestBench.id(), ExportReaderConfiguration.of(customer, number));
        return artefact.reader(dh, signing, ReaderPorts.of(CRYPTO, TestBench.RANDOM), TestBench.START);
    }

    /** A phone whose credential opens the doors of one group. */
    private static Wallet wallet(TestBench bench, CustomerId customer, int group) {
        var issued = bench.manager
                .credentials()
                .issue(
                        TestBench.id(),
                        new IssueCredential(
                                customer,
                                bench.person(customer),
                                "Phone",
                                OptionalLong.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Set.of(group),
                                Technology.NONE));
        Phone phone = bench.phone(Suite.X25519);
        ActivationGrant grant = ActivationTest.granted(phone.redeem(bench.manager, issued.activation()));
        WalletPorts ports =
                new WalletPorts(new ForgetfulWallet(), TestBench.PRIMITIVES::suite, CryptoSuite::generateDhKeyPair);
        Wallet wallet = new Wallet(ports, TestBench.START);
        wallet.enrol(
                new Enrolment(
                        grant.displayName(),
                        grant.signedRoot(),
                        grant.issuingKeys(),
                        grant.credential(),
                        phone.holder().privateKey().encoded(),
                        List.of(new ProjectKey(grant.keyEpoch(), grant.projectKey())),
                        grant.revocationList()),
                TestBench.START);
        return wallet;
    }

    private static void tap(Reader reader, Wallet wallet) {
        Instant now = TestBench.START;
        ReaderSession door = reader.open(GESTURE.transport(), now);
        PhoneSession phone = wallet.tap(GESTURE, now);
        Deque<Bytes> toThePhone = new ArrayDeque<>(List.of(door.opener()));
        while (!toThePhone.isEmpty()) {
            for (PhoneEffect sent : phone.receive(toThePhone.remove(), now)) {
                if (sent instanceof PhoneEffect.Send message) {
                    answers(door.receive(message.message(), now), toThePhone);
                }
            }
        }
        for (PhoneEffect sent : phone.close()) {
            if (sent instanceof PhoneEffect.Send message) {
                answers(door.receive(message.message(), now), toThePhone);
            }
        }
    }

    private static void answers(List<ReaderEffect> effects, Deque<Bytes> toThePhone) {
        for (ReaderEffect effect : effects) {
            if (effect instanceof ReaderEffect.Send answer) {
                toThePhone.add(answer.message());
            }
        }
    }
}

package io.lintel.protocol.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.phone.TapResult;
import io.lintel.protocol.statement.StatementException;
import io.lintel.protocol.tap.DenialReason;
import io.lintel.protocol.tap.TapPath;
import io.lintel.protocol.testing.Conversation;
import io.lintel.protocol.testing.ReaderDraft;
import io.lintel.protocol.testing.TestPhone;
import io.lintel.protocol.testing.TestSite;
import io.lintel.testing.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The file that an installer carries to a reader. */
class ReaderArtefactTest {

    @Requirement({"KEY-03", "KEY-05"})
    @ParameterizedTest
    @EnumSource(Suite.class)
    void aReaderStartsFromItsOctetsAndOpens(Suite suite) {
        TestSite site = TestSite.of(suite, 61);
        ReaderDraft door = site.reader();
        TestPhone phone = site.phone();

        Reader reader =
                start(site, door, ReaderArtefact.decode(artefact(site, door).encode()), TestSite.NOW);

        assertEquals(new TapResult.Granted(TapPath.COLD), Conversation.tap(reader, phone));
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void octetsSayTheSameAgain(Suite suite) {
        TestSite site = TestSite.of(suite, 62);
        ReaderArtefact artefact = artefact(site, site.reader());

        assertEquals(artefact, ReaderArtefact.decode(artefact.encode()));
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void everyCutIsRefused(Suite suite) {
        TestSite site = TestSite.of(suite, 63);
        byte[] whole = artefact(site, site.reader()).encode().copy();

        for (int size = 0; size < whole.length; size++) {
            SecretBytes cut = SecretBytes.copyOf(Arrays.copyOf(whole, size));
            assertThrows(ReaderArtefactException.class, () -> ReaderArtefact.decode(cut));
        }
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void aReaderWhoseIssuingKeysHaveExpiredStartsAndDenies(Suite suite) {
        TestSite site = TestSite.of(suite, 64);
        ReaderDraft door = site.reader().expires(TestSite.KEY_EXPIRY.plus(Duration.ofDays(9)));
        TestPhone phone = site.phone(credential -> credential.leaseEnd(TestSite.KEY_EXPIRY.plus(Duration.ofDays(9))));
        phone.wallet().learnReader(door.certificate().bytes(), TestSite.NOW);
        Instant later = TestSite.KEY_EXPIRY.plus(Duration.ofDays(1));
        ReaderArtefact artefact = new ReaderArtefact(
                site.trust().root().bytes(),
                site.issuingKeys(),
                site.projectKey(),
                door.certificate().bytes(),
                Optional.of(site.list(3).bytes()),
                List.of(phone.credential().bytes()),
                door.policy(),
                200,
                Duration.ofDays(30));

        Reader reader = start(site, door, artefact, later);

        AccessEvent event = new Decider(reader.services)
                .decide(
                        phone.credential(),
                        Conversation.GESTURE.intent(),
                        TapPath.COLD,
                        Conversation.GESTURE.transport(),
                        Duration.ZERO,
                        later);
        assertEquals(Optional.of(DenialReason.EPOCH_TOO_OLD), event.denial());
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void aStatementOfAnotherSiteIsRefused(Suite suite) {
        TestSite site = TestSite.of(suite, 65);
        TestSite other = TestSite.of(suite, 66);
        ReaderDraft door = site.reader();
        ReaderArtefact mixed = new ReaderArtefact(
                other.trust().root().bytes(),
                other.issuingKeys(),
                site.projectKey(),
                door.certificate().bytes(),
                Optional.empty(),
                List.of(),
                door.policy(),
                200,
                Duration.ofDays(30));

        assertThrows(StatementException.class, () -> start(site, door, mixed, TestSite.NOW));
    }

    @Requirement("KEY-08")
    @ParameterizedTest
    @EnumSource(Suite.class)
    void itsTextShowsNeitherKeysNorHolders(Suite suite) {
        TestSite site = TestSite.of(suite, 67);
        ReaderArtefact artefact = artefact(site, site.reader());
        String text = artefact.toString();

        artefact.directory().forEach(credential -> assertFalse(text.contains(credential.toHex())));
        assertFalse(
                text.contains(Bytes.copyOf(artefact.projectKey().key().copy()).toHex()));
    }

    private static ReaderArtefact artefact(TestSite site, ReaderDraft door) {
        return new ReaderArtefact(
                site.trust().root().bytes(),
                site.issuingKeys(),
                site.projectKey(),
                door.certificate().bytes(),
                Optional.of(site.list(3).bytes()),
                List.of(site.phone().credential().bytes()),
                door.policy(),
                200,
                Duration.ofDays(30));
    }

    private static Reader start(TestSite site, ReaderDraft door, ReaderArtefact artefact, Instant now) {
        ReaderPorts ports = new ReaderPorts(
                site.suite(), site.suite()::generateDhKeyPair, site.random()::octets, AccessPolicy.none());
        return artefact.reader(door.identity().dh(), door.identity().signing(), ports, now);
    }
}

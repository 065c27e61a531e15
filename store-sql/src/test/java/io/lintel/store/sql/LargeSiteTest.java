package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.activation.ActivationGrant;
import io.lintel.protocol.checkin.CheckInAnswer;
import io.lintel.protocol.checkin.Holding;
import io.lintel.protocol.checkin.ListNews;
import io.lintel.sdk.credential.CredentialIssued;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.EnrolledReader;
import io.lintel.sdk.model.PublishedList;
import io.lintel.sdk.store.RevocationListRecords.ListMark;
import io.lintel.testing.Spec;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site that has more than an answer to a phone has room for. */
@OnEveryDatabase
class LargeSiteTest {
    private static final int MOST_CERTIFICATES = 200;
    private static final int MORE_THAN_AN_ANSWER_HOLDS = 65_279;

    private final Database database;
    private TestBench bench;
    private CustomerId customer;

    LargeSiteTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        bench = new TestBench(database, directory);
        customer = bench.site().site().customer();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    @Spec("TAP-12-18")
    void activationLeavesOutTheListThatIsTooLongAndCertificatesAboveTwoHundred() {
        new TestReader(bench, customer, 1);
        addReadersLikeTheFirst(MOST_CERTIFICATES);
        lengthenTheList();

        ActivationGrant grant = ActivationTest.granted(bench.phone(Suite.X25519)
                .redeem(bench.manager, bench.credential(customer).activation()));

        assertEquals(MOST_CERTIFICATES, grant.readerCertificates().size());
        assertEquals(Optional.empty(), grant.revocationList());
    }

    @Test
    @Spec("TAP-13-16")
    void checkInLeavesOutTheListThatIsTooLong() {
        CredentialIssued issued = bench.credential(customer);
        CheckInPhone phone = CheckInPhone.activate(bench, issued);
        lengthenTheList();

        CheckInAnswer answer = phone.checkIn(Holding.HELD);

        assertEquals(ListNews.NONE, answer.list());
    }

    /** Enrols readers by the database alone, which is quicker; nobody uses their keys here. */
    private void addReadersLikeTheFirst(int count) {
        bench.store.write(unit -> {
            EnrolledReader first = unit.readers().list(customer, 0, 1).get(0);
            for (int number = first.number() + 1; number <= first.number() + count; number++) {
                byte[] key = first.dhKey().toByteArray();
                key[0] = (byte) number;
                key[1] ^= 1;
                unit.readers()
                        .add(new EnrolledReader(
                                customer,
                                number,
                                first.name(),
                                first.groups(),
                                first.technology(),
                                Bytes.copyOf(key),
                                Bytes.copyOf(key),
                                first.certificate(),
                                first.enrolled()));
            }
            return first;
        });
    }

    /** What the site publishes next is longer than any answer; nobody reads it here. */
    private void lengthenTheList() {
        PublishedList newest = bench.manager.revocations().newest(customer);
        PublishedList longer = new PublishedList(
                customer,
                newest.epoch() + 1,
                newest.group(),
                newest.issued(),
                newest.baseSerial(),
                Bytes.copyOf(new byte[MORE_THAN_AN_ANSWER_HOLDS]),
                Optional.empty());
        bench.store.write(unit -> {
            unit.revocationLists()
                    .add(
                            longer,
                            new ListMark(longer.epoch(), Bytes.copyOf(new byte[32]), Optional.of(newest.issued())));
            return longer;
        });
    }
}

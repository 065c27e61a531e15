package io.lintel.store.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.checkin.AppReport;
import io.lintel.protocol.checkin.CheckInAnswer.Reporting;
import io.lintel.protocol.checkin.Door;
import io.lintel.protocol.checkin.Doors;
import io.lintel.protocol.checkin.Holding;
import io.lintel.protocol.phone.ManagerContact;
import io.lintel.protocol.phone.Membership;
import io.lintel.protocol.phone.Membership.Deleted;
import io.lintel.protocol.phone.Membership.Outstanding;
import io.lintel.protocol.phone.Resumption;
import io.lintel.protocol.phone.ResumptionKey;
import io.lintel.protocol.phone.WalletStoreException;
import io.lintel.protocol.tap.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileMembershipStoreTest {
    @TempDir
    Path wallet;

    private FileMembershipStore store() {
        return FileMembershipStore.open(wallet);
    }

    private static Membership fresh(long serial) {
        return new Membership(
                Samples.PROJECT,
                serial,
                new ManagerContact(Samples.filled(32, 1), "[::1]:7400"),
                0,
                Optional.empty(),
                Optional.empty(),
                Reporting.NOT_WANTED,
                Optional.empty(),
                Instant.ofEpochSecond(1_790_000_000L),
                Optional.empty());
    }

    private static Membership full(long serial) {
        Door door = new Door(
                7,
                "H\u016flka 5",
                Optional.of(Samples.filled(192, 2)),
                "IMA XhOUJ",
                Optional.of(Samples.filled(6, 3)),
                40,
                55,
                Set.of(Trigger.values()));
        Door least = new Door(8, "b", Optional.empty(), "", Optional.empty(), 0, 0, Set.of());
        List<Door> doors = IntStream.range(0, Doors.MAX_DOORS)
                .mapToObj(i -> i % 2 == 0 ? door : least)
                .toList();
        AppReport report = new AppReport(1, 2, 3, 4, 5, AppReport.MAX_COUNT, "model", "16", "1.0");
        return new Membership(
                Samples.PROJECT,
                serial,
                new ManagerContact(Samples.filled(33, 1), "example.org:7400"),
                Integer.MAX_VALUE,
                Optional.of(new Outstanding(Samples.filled(16, 4), Holding.DELETED_AS_TOLD, Optional.of(report))),
                Optional.of(new Doors(12, doors)),
                Reporting.WANTED,
                Optional.of(Instant.ofEpochSecond(1_790_000_001L)),
                Instant.ofEpochSecond(1_790_000_002L),
                Optional.of(new Deleted(
                        Holding.DELETED_AS_TOLD,
                        Samples.filled(120, 5),
                        SecretBytes.copyOf(Samples.filled(32, 6).toByteArray()))));
    }

    @Test
    void whatWasSavedIsFoundByTheNextProcess() {
        store().saveMembership(fresh(7));
        store().saveMembership(full(8));
        assertEquals(Optional.of(fresh(7)), store().membership(Samples.PROJECT, 7));
        assertEquals(Optional.of(full(8)), store().membership(Samples.PROJECT, 8));
        assertEquals(2, store().memberships().size());
        store().saveMembership(full(7));
        assertEquals(Optional.of(full(7)), store().membership(Samples.PROJECT, 7));
        assertEquals(Optional.empty(), store().membership(Samples.OTHER_PROJECT, 7));
    }

    @Test
    void whatWasErasedIsGone() throws IOException {
        store().saveMembership(full(8));
        store().eraseMembership(Samples.PROJECT, 8);
        store().eraseMembership(Samples.PROJECT, 8);
        assertEquals(List.of(), store().memberships());
        try (var files = Files.walk(wallet)) {
            assertEquals(
                    0,
                    files.filter(file -> file.toString().contains("membership")).count());
        }
    }

    @Test
    void damagedMembershipDoesNotTakeTheOthersAway() throws IOException {
        store().saveMembership(fresh(7));
        store().saveMembership(fresh(8));
        Path file;
        try (var files = Files.walk(wallet)) {
            file = files.filter(path -> path.toString().endsWith("7.membership"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] octets = Files.readAllBytes(file);
        octets[octets.length / 2] ^= 1;
        Files.write(file, octets);
        assertEquals(List.of(fresh(8)), store().memberships());
        assertThrows(WalletStoreException.class, () -> store().membership(Samples.PROJECT, 7));
        assertEquals(wallet.resolve("no-backup"), file.getParent());
    }

    @Test
    void erasedEnrolmentTakesItsRatchetsAlongAndLeavesTheOthers() {
        FileWalletStore store = FileWalletStore.open(wallet);
        ResumptionKey other = new ResumptionKey(Samples.PROJECT, 8, Samples.KEY.readerFingerprint());
        store.saveEnrolment(Samples.PROJECT, 7, Samples.enrolment("one", Optional.empty()));
        store.saveEnrolment(Samples.PROJECT, 8, Samples.enrolment("other", Optional.empty()));
        store.replaceResumption(Samples.KEY, 0, Samples.resumption(3, 1, 0));
        store.replaceResumption(other, 0, Samples.resumption(3, 1, 0));

        store.eraseEnrolment(Samples.PROJECT, 7);
        store.eraseEnrolment(Samples.PROJECT, 7);

        FileWalletStore again = FileWalletStore.open(wallet);
        assertEquals(1, again.enrolments().size());
        assertEquals("other", again.enrolments().get(0).displayName());
        Resumption emptied = again.resumption(Samples.KEY).orElseThrow();
        assertEquals(Optional.empty(), emptied.ratchet());
        assertEquals(5, emptied.revision(), "a revision never starts again");
        assertEquals(3, again.resumption(other).orElseThrow().revision());
    }
}

package io.lintel.protocol.checkin;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.statement.TestProject;
import io.lintel.protocol.tap.ProjectKey;
import io.lintel.protocol.tap.Trigger;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One phone and one manager before they meet. */
final class CheckInScene {
    static final Bytes REQUEST_ID = Bytes.ofHex("000102030405060708090a0b0c0d0e0f");
    static final Duration DAY = Duration.ofDays(1);

    final TestProject project;
    final CryptoSuite suite;
    final DhKeyPair manager;
    final DhKeyPair holder;

    CheckInScene(Suite suite) {
        this.project = new TestProject(suite);
        this.suite = project.suite();
        this.manager = this.suite.generateDhKeyPair();
        this.holder = this.suite.generateDhKeyPair();
    }

    CheckInRequest held() {
        Held held = new Held(
                Optional.of(Bytes.copyOf(new byte[20])), 3, 7, 6, Optional.of(Bytes.ofHex("0102030405060708")), 9);
        return new CheckInRequest(REQUEST_ID, 4, project.id(), 7, Holding.HELD, held, Optional.empty(), List.of());
    }

    CheckInRequest deleted(Holding holding) {
        return new CheckInRequest(REQUEST_ID, 1, project.id(), 7, holding, Held.NOTHING, Optional.empty(), List.of());
    }

    /** The most that a request can say. */
    CheckInRequest longest() {
        long most = AppReport.MAX_COUNT;
        AppReport report =
                new AppReport(most, most, most, most, most, most, "m".repeat(48), "o".repeat(32), "a".repeat(32));
        Held held = new Held(
                Optional.of(Bytes.copyOf(new byte[20])),
                0xffff,
                0xffff_ffffL,
                0xffff_ffffL,
                Optional.of(Bytes.ofHex("ffffffffffffffff")),
                Integer.MAX_VALUE);
        return new CheckInRequest(
                REQUEST_ID,
                Integer.MAX_VALUE,
                project.id(),
                0xffff_ffffL,
                Holding.HELD,
                held,
                Optional.of(report),
                List.of());
    }

    /** The most that a request can say, with receipts of the largest size. */
    CheckInRequest longestWith(int receipts) {
        CheckInRequest most = longest();
        return new CheckInRequest(
                most.requestId(),
                most.number(),
                most.project(),
                most.serial(),
                most.holding(),
                most.held(),
                most.report(),
                Collections.nCopies(receipts, Bytes.copyOf(new byte[192])));
    }

    PhoneCheckIn phone(CheckInRequest request) {
        return PhoneCheckIn.start(suite, manager.publicKey(), holder, request, suite.generateDhKeyPair());
    }

    ManagerCheckIn open(Bytes request) {
        return ManagerCheckIn.open(suite, manager, request);
    }

    DhKeyPair ephemeral() {
        return suite.generateDhKeyPair();
    }

    CheckInAnswer nothingNew() {
        return CheckInAnswer.of(4, Instruction.KEEP, DAY, CheckInAnswer.Reporting.WANTED);
    }

    /** The most that a phone gets in the ordinary course of things. */
    CheckInAnswer renewed() {
        return new CheckInAnswer(
                Integer.MAX_VALUE,
                Instruction.KEEP,
                Optional.of(Bytes.copyOf(new byte[160])),
                List.of(),
                Optional.of(new ProjectKey(0xffff, SecretBytes.copyOf(new byte[32]))),
                Optional.empty(),
                ListNews.NONE,
                CheckInAnswer.MAX_NEXT_CHECK_IN,
                CheckInAnswer.Reporting.WANTED);
    }

    CheckInAnswer everything(int doors, int listSize) {
        Door door = new Door(
                1,
                "Main entrance",
                Optional.of(project.sign(project.readerCertificate()).bytes()),
                "IMA XhOUJ",
                Optional.of(Bytes.ofHex("001ec025ea74")),
                40,
                55,
                Set.of(Trigger.LIST, Trigger.AUTOMATIC));
        return new CheckInAnswer(
                4,
                Instruction.KEEP,
                Optional.of(project.sign(project.credential(holder.publicKey().encoded(), 7))
                        .bytes()),
                project.issuingKeys(),
                Optional.of(new ProjectKey(2, SecretBytes.copyOf(new byte[32]))),
                Optional.of(new Doors(11, Collections.nCopies(doors, door))),
                ListNews.whole(Bytes.copyOf(new byte[listSize])),
                DAY,
                CheckInAnswer.Reporting.NOT_WANTED);
    }
}

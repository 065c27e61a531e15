package io.lintel.protocol.phone;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.checkin.CheckInAnswer;
import io.lintel.protocol.checkin.CheckInAnswer.Reporting;
import io.lintel.protocol.checkin.Instruction;
import io.lintel.protocol.checkin.ListNews;
import io.lintel.protocol.revocation.ChunkTable;
import io.lintel.protocol.statement.ProjectId;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.testing.TestPhone;
import io.lintel.protocol.testing.TestSite;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a check-in leaves on a phone, without the messages. */
public final class CheckedIn {
    private CheckedIn() {}

    /** Gives a phone a list and its head. */
    public static void with(TestPhone phone, Signed<RevocationList> list) {
        Bytes head = phone.site().sign(ChunkTable.head(list)).bytes();
        with(phone, new ListNews(Optional.of(head), Optional.of(list.bytes()), Optional.empty()));
    }

    static Optional<HeldCredential> with(TestPhone phone, ListNews news) {
        return renewed(phone.wallet(), phone.site().project(), phone.serial(), news, TestSite.NOW);
    }

    /** The same of a wallet that stands alone. */
    public static void with(Wallet wallet, ProjectId project, long serial, ListNews news, Instant now) {
        renewed(wallet, project, serial, news, now);
    }

    private static Optional<HeldCredential> renewed(
            Wallet wallet, ProjectId project, long serial, ListNews news, Instant now) {
        Enrolment held = wallet.enrolment(project, serial).orElseThrow();
        CheckInAnswer answer = new CheckInAnswer(
                1,
                Instruction.KEEP,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                news,
                Duration.ofDays(1),
                Reporting.WANTED);
        return wallet.renew(held, answer, now);
    }

    /** Returns the receipts that the phone's next check-in takes to the manager, and more. */
    public static List<Bytes> undelivered(TestPhone phone) {
        return phone.wallet().bags().of(phone.site().project()).undelivered();
    }
}

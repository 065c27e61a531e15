package io.lintel.store.file;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.checkin.AppReport;
import io.lintel.protocol.checkin.CheckInAnswer.Reporting;
import io.lintel.protocol.checkin.Door;
import io.lintel.protocol.checkin.Doors;
import io.lintel.protocol.checkin.Holding;
import io.lintel.protocol.phone.ManagerContact;
import io.lintel.protocol.phone.Membership;
import io.lintel.protocol.phone.Membership.Deleted;
import io.lintel.protocol.phone.Membership.Outstanding;
import io.lintel.protocol.statement.ProjectId;
import io.lintel.protocol.tap.Trigger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a membership's file holds. */
final class MembershipFile {
    private MembershipFile() {}

    static byte[] encode(Membership membership) {
        try (ContentWriter out = new ContentWriter()) {
            out.bytes(membership.project().value())
                    .int64(membership.serial())
                    .bytes(membership.manager().managerKey())
                    .text(membership.manager().address())
                    .int32(membership.number())
                    .list(list(membership.outstanding()), outstanding -> write(out, outstanding))
                    .list(list(membership.doors()), doors -> write(out, doors))
                    .int32(membership.reporting() == Reporting.WANTED ? 1 : 0)
                    .list(list(membership.synchronised()), at -> out.int64(at.getEpochSecond()))
                    .int64(membership.due().getEpochSecond())
                    .list(
                            list(membership.deleted()),
                            deleted -> out.int32(deleted.by().code())
                                    .bytes(deleted.signedRoot())
                                    .secret(deleted.holderKey()));
            return out.content();
        }
    }

    private static void write(ContentWriter out, Outstanding outstanding) {
        out.bytes(outstanding.requestId()).int32(outstanding.holding().code());
        out.list(
                list(outstanding.report()),
                report -> out.int64(report.activations())
                        .int64(report.restarts())
                        .int64(report.daysUsed())
                        .int64(report.failedConnections())
                        .int64(report.successfulConnections())
                        .int64(report.triggers())
                        .text(report.phoneModel())
                        .text(report.osVersion())
                        .text(report.appVersion()));
    }

    private static void write(ContentWriter out, Doors doors) {
        out.int32(doors.revision())
                .list(
                        doors.all(),
                        door -> out.int32(door.readerNumber())
                                .text(door.name())
                                .list(list(door.certificate()), out::bytes)
                                .text(door.readerId())
                                .list(list(door.mac()), out::bytes)
                                .int32(door.signalPercent())
                                .int32(door.oneTapPercent())
                                .list(List.copyOf(door.modes()), mode -> out.int32(mode.code())));
    }

    static Membership decode(byte[] content, Path file) {
        return ContentReader.read(
                content,
                file,
                in -> new Membership(
                        new ProjectId(in.bytes()),
                        in.int64(),
                        new ManagerContact(in.bytes(), in.text()),
                        in.int32(),
                        atMostOne(in.list(() -> outstanding(in))),
                        atMostOne(in.list(() -> new Doors(in.int32(), in.list(() -> door(in))))),
                        flag(in) ? Reporting.WANTED : Reporting.NOT_WANTED,
                        atMostOne(in.list(() -> Instant.ofEpochSecond(in.int64()))),
                        Instant.ofEpochSecond(in.int64()),
                        atMostOne(in.list(() -> new Deleted(holding(in), in.bytes(), in.secret())))));
    }

    private static Outstanding outstanding(ContentReader in) {
        Bytes requestId = in.bytes();
        Holding holding = holding(in);
        return new Outstanding(
                requestId,
                holding,
                atMostOne(in.list(() -> new AppReport(
                        in.int64(),
                        in.int64(),
                        in.int64(),
                        in.int64(),
                        in.int64(),
                        in.int64(),
                        in.text(),
                        in.text(),
                        in.text()))));
    }

    private static Door door(ContentReader in) {
        return new Door(
                in.int32(),
                in.text(),
                atMostOne(in.list(in::bytes)),
                in.text(),
                atMostOne(in.list(in::bytes)),
                in.int32(),
                in.int32(),
                Set.copyOf(in.list(() -> mode(in))));
    }

    private static Holding holding(ContentReader in) {
        return Holding.ofCode(in.int32()).orElseThrow(() -> new IllegalArgumentException("no such holding"));
    }

    private static Trigger mode(ContentReader in) {
        return Trigger.ofCode(in.int32()).orElseThrow(() -> new IllegalArgumentException("no such trigger"));
    }

    private static boolean flag(ContentReader in) {
        return in.int32() != 0;
    }

    private static <T> List<T> list(Optional<T> value) {
        return value.map(List::of).orElse(List.of());
    }

    private static <T> Optional<T> atMostOne(List<T> items) {
        if (items.size() > 1) {
            throw new IllegalArgumentException("at most one was expected");
        }
        return items.stream().findFirst();
    }
}

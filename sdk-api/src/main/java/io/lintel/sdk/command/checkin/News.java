package io.lintel.sdk.command.checkin;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.protocol.checkin.CheckInAnswer;
import io.lintel.protocol.checkin.CheckInAnswer.Reporting;
import io.lintel.protocol.checkin.Door;
import io.lintel.protocol.checkin.Doors;
import io.lintel.protocol.checkin.Held;
import io.lintel.protocol.checkin.Instruction;
import io.lintel.protocol.checkin.ListNews;
import io.lintel.protocol.tap.ProjectKey;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.SiteKeys;
import io.lintel.sdk.command.statistics.Intake;
import io.lintel.sdk.key.KeySet;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.PublishedList;
import io.lintel.sdk.model.SignedCredential;
import io.lintel.sdk.model.Site;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a phone lacks of its site. */
final class News {

    /** Room for credential, project key and numbers with their tags. */
    private static final int RESERVED_SIZE = 512;

    /** Room for one door beside its certificate, name and id. */
    private static final int DOOR_SIZE = 40;

    private static final int TAG_SIZE = 4;

    private final CommandContext context;
    private final Site site;
    private final IssuedCredential credential;
    private final Held held;

    News(CommandContext context, Site site, IssuedCredential credential, Held held) {
        this.context = context;
        this.site = site;
        this.credential = credential;
        this.held = held;
    }

    CheckInAnswer answer(int number, Duration nextCheckIn) {
        List<Bytes> issuingKeys = issuingKeys();
        Optional<Doors> doors = PublishedDoors.newerThan(context, credential, held.readersRevision());
        Optional<ProjectKey> projectKey = projectKey();
        int taken = RESERVED_SIZE
                + issuingKeys.stream().mapToInt(key -> key.size() + TAG_SIZE).sum()
                + doors.map(News::size).orElse(0);
        return new CheckInAnswer(
                number,
                Instruction.KEEP,
                statement(),
                issuingKeys,
                projectKey,
                doors,
                list(CheckInAnswer.MAX_SIZE_BYTES - taken),
                nextCheckIn(projectKey, nextCheckIn),
                Intake.isShared(context.unit(), site.customer()) ? Reporting.WANTED : Reporting.NOT_WANTED);
    }

    private Optional<Bytes> statement() {
        CryptoSuite crypto = context.crypto(site);
        return context.unit()
                .credentials()
                .newestStatement(site.customer(), credential.serial())
                .map(SignedCredential::statement)
                .filter(newest -> !held.credential().equals(Optional.of(Statement.reference(crypto, newest))));
    }

    private List<Bytes> issuingKeys() {
        List<Bytes> keys = context.unit().sites().foundation(site.customer()).issuingKeys();
        Optional<Bytes> digest = Optional.of(Held.digestOf(context.crypto(site), keys));
        return held.issuingKeys().equals(digest) ? List.of() : keys;
    }

    /** The next of those that readers speak, one with each check-in, so that a phone comes to hold them all. */
    private Optional<ProjectKey> projectKey() {
        SiteKeys keys = new SiteKeys(context.environment(), context.unit());
        int next =
                Math.max(held.keyEpoch() + 1, keys.epochs(site, KeySet.PROJECT).minimum());
        return next > site.keyEpoch() ? Optional.empty() : Optional.of(new ProjectKey(next, keys.project(site, next)));
    }

    /** A phone that lacks one more project key comes back for it. */
    private Duration nextCheckIn(Optional<ProjectKey> given, Duration usual) {
        boolean lacksMore = given.filter(key -> key.epoch() < site.keyEpoch()).isPresent();
        return lacksMore ? CheckInAnswer.MIN_NEXT_CHECK_IN : usual;
    }

    /** A list that is too long for the answer reaches the phone by other ways, and its head with it. */
    private ListNews list(int room) {
        Optional<PublishedList> found = context.unit().revocationLists().newest(site.customer());
        if (found.isEmpty()) {
            return ListNews.NONE;
        }
        PublishedList newest = found.get();
        Optional<Bytes> head = newest.head().filter(signed -> newest.epoch() > held.headEpoch());
        int left = room - head.map(signed -> signed.size() + TAG_SIZE).orElse(0);
        if (newest.epoch() <= held.listEpoch()) {
            return left < 0 ? ListNews.NONE : new ListNews(head, Optional.empty(), Optional.empty());
        }
        Optional<Bytes> delta = delta(newest).filter(octets -> octets.size() + TAG_SIZE <= left);
        Optional<Bytes> whole =
                Optional.of(newest.statement()).filter(list -> delta.isEmpty() && list.size() + TAG_SIZE <= left);
        return delta.isPresent() || whole.isPresent() ? new ListNews(head, whole, delta) : ListNews.NONE;
    }

    private Optional<Bytes> delta(PublishedList newest) {
        return context.unit()
                .revocationLists()
                .find(site.customer(), held.listEpoch())
                .flatMap(base -> context.environment().deltas().between(context.trust(site), base, newest));
    }

    private static int size(Doors doors) {
        return doors.all().stream().mapToInt(News::size).sum();
    }

    private static int size(Door door) {
        return DOOR_SIZE
                + door.certificate().map(Bytes::size).orElse(0)
                + Bytes.utf8(door.name()).size()
                + door.readerId().length();
    }
}

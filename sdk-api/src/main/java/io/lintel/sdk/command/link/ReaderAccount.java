package io.lintel.sdk.command.link;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.link.EventBatch;
import io.lintel.protocol.link.LinkAccount;
import io.lintel.protocol.link.ReaderReport;
import io.lintel.protocol.statement.Receipt.ListInForce;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Environment;
import io.lintel.sdk.command.reader.DueConfiguration;
import io.lintel.sdk.command.revocation.AheadReaders;
import io.lintel.sdk.command.revocation.Receipts;
import io.lintel.sdk.command.revocation.SetBacks;
import io.lintel.sdk.command.site.Lists;
import io.lintel.sdk.link.LinkStatus;
import io.lintel.sdk.model.Actor;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.EnrolledReader;
import io.lintel.sdk.model.Principal;
import io.lintel.sdk.model.PublishedList;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.store.Counters.Counter;
import io.lintel.sdk.store.LinkRecords;
import io.lintel.sdk.store.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the link of one reader works on. */
final class ReaderAccount implements LinkAccount {

    /** A reader that says the same again is noted as often as this, so that ten thousand readers do not wear the store out. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(10);

    private final Environment environment;
    private final NewestLists lists;
    private final Site site;
    private final CustomerId customer;
    private final EnrolledReader reader;
    private final Instant linked;

    ReaderAccount(Environment environment, NewestLists lists, Site site, EnrolledReader reader) {
        this.environment = environment;
        this.lists = lists;
        this.site = site;
        this.customer = site.customer();
        this.reader = reader;
        this.linked = environment.now();
    }

    @Override
    public boolean isAdmitted() {
        return read(unit -> ReaderDesk.find(unit, site, reader.number())
                .filter(found -> found.dhKey().equals(reader.dhKey()))
                .isPresent());
    }

    @Override
    public void report(ReaderReport report) {
        Instant now = environment.now();
        if (read(unit -> isWorthNoting(unit, said(unit, report, now)))) {
            write(context -> {
                context.unit().links().put(said(context.unit(), report, now));
                AheadReaders.note(context, customer, reader.number(), report.listEpoch());
                SetBacks.reported(context, site, reader.number(), report.listEpoch(), linked);
                return true;
            });
        }
    }

    /** With what it has counted, as that is known now: another link of this reader may have told it meanwhile. */
    private LinkStatus said(UnitOfWork unit, ReaderReport report, Instant now) {
        return new LinkStatus(
                customer,
                reader.number(),
                now,
                report.listEpoch(),
                report.revision(),
                report.keptRevision(),
                report.software(),
                unit.links()
                        .find(customer, reader.number())
                        .map(LinkStatus::counts)
                        .orElse(List.of()));
    }

    private boolean isWorthNoting(UnitOfWork unit, LinkStatus said) {
        return unit.links()
                .find(customer, reader.number())
                .filter(before -> !isWorthNoting(before, said))
                .isEmpty();
    }

    private static boolean isWorthNoting(LinkStatus before, LinkStatus said) {
        LinkStatus sameTime = new LinkStatus(
                said.customer(),
                said.reader(),
                before.seen(),
                said.listEpoch(),
                said.revision(),
                said.keptRevision(),
                said.software(),
                said.counts());
        return !before.equals(sameTime) || !said.seen().isBefore(before.seen().plus(NOTED_EVERY));
    }

    @Override
    public long record(EventBatch batch) {
        Bytes key = crypto().sha256(reader.dhKey());
        return write(context -> new EventIntake(context, customer, reader.number()).keep(key, batch));
    }

    @Override
    public void receipt(Bytes signed) {
        write(context -> Receipts.takeLinked(context, site, signed, linked));
    }

    @Override
    public void count(List<Long> counts) {
        Instant now = environment.now();
        write(context -> {
            LinkRecords links = context.unit().links();
            links.find(customer, reader.number())
                    .ifPresent(before -> links.put(new LinkStatus(
                            customer,
                            reader.number(),
                            now,
                            before.listEpoch(),
                            before.revision(),
                            before.keptRevision(),
                            before.software(),
                            counts)));
            return true;
        });
    }

    @Override
    public Optional<Item> listAfter(long epoch) {
        return read(unit -> {
            long newest = unit.counters().last(customer, Counter.LIST_EPOCH);
            if (newest <= epoch) {
                return Optional.empty();
            }
            int group = Lists.groupOf(unit, customer, reader.number());
            return Optional.of(lists.of(customer, group, newest, () -> newestItem(unit)));
        });
    }

    private Item newestItem(UnitOfWork unit) {
        PublishedList list = newestList(unit);
        return item(list.epoch(), list.statement());
    }

    private PublishedList newestList(UnitOfWork unit) {
        return Lists.newestFor(unit, customer, reader.number());
    }

    @Override
    public Optional<Item> deltaFrom(ListInForce base) {
        return read(unit -> {
            Optional<PublishedList> earlier = unit.revocationLists().find(customer, base.hash());
            PublishedList newest = newestList(unit);
            return earlier.flatMap(from -> environment
                            .deltas()
                            .between(
                                    environment
                                            .trusts()
                                            .of(crypto(), unit.sites().foundation(customer)),
                                    from,
                                    newest))
                    .map(delta -> item(newest.epoch(), delta));
        });
    }

    @Override
    public Optional<Configuration> configurationAfter(long revision) {
        boolean isDue = read(unit -> DueConfiguration.isDue(context(unit), reader.number(), site, revision));
        return isDue ? write(context -> signed(context, revision)) : Optional.empty();
    }

    private Optional<Configuration> signed(CommandContext context, long revision) {
        return DueConfiguration.sign(context, reader.number(), site, revision).map(artefact -> {
            try (artefact) {
                SecretBytes octets = artefact.encode();
                byte[] copy = octets.copy();
                Bytes hash = crypto().sha256(Bytes.copyOf(copy));
                Arrays.fill(copy, (byte) 0);
                return new Configuration(artefact.revision(), octets, hash);
            }
        });
    }

    private Item item(long number, Bytes octets) {
        return new Item(number, octets, crypto().sha256(octets));
    }

    private CryptoSuite crypto() {
        return environment.crypto(site.suite());
    }

    private <T> T read(Function<UnitOfWork, T> query) {
        return environment.store().read(query);
    }

    private <T> T write(Function<CommandContext, T> work) {
        return environment.store().write(customer, unit -> work.apply(context(unit)));
    }

    private CommandContext context(UnitOfWork unit) {
        Principal link = new Principal.Host(new Actor("link of reader " + reader.number()));
        return CommandContext.begin(environment, unit, link, CommandId.random(environment.random()));
    }
}

package io.lintel.sdk.command.revocation;

import io.lintel.sdk.command.Calendars;
import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.command.Scope;
import io.lintel.sdk.command.site.Lists;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.CertifiedReader;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.PublishedList;
import io.lintel.sdk.model.SignedReach;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.profile.Profile;
import io.lintel.sdk.revocation.ReaderAhead;
import io.lintel.sdk.revocation.Restoration;
import io.lintel.sdk.revocation.RestoreStore;
import io.lintel.sdk.revocation.Revocation;
import io.lintel.sdk.revocation.StoreRestored;
import io.lintel.sdk.store.Counters;
import io.lintel.sdk.store.Counters.Counter;
import io.lintel.sdk.store.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Takes that the database was put back: numbers go on above all that may have been given since, what may have been signed since
 * is taken for signed, what it may have let in is revoked, and what readers had proven is open until they prove it again.
 */
public final class StoreRestoration implements Command<StoreRestored> {

    /** So many numbers are left out, and one more for each second since the state: nobody gives them faster for long. */
    private static final long LEFT_OUT = 1 << 20;

    /** A reader's word moves list epochs by so much at most: whoever has its keys must not use them up. */
    private static final long BELIEVED = 1 << 24;

    /** By the calendar, what is signed earlier can end later: by less than this. */
    private static final Duration CALENDAR = Duration.ofDays(1);

    private final RestoreStore request;

    public StoreRestoration(RestoreStore request) {
        this.request = request;
    }

    @Override
    public Action action() {
        return Action.ROTATE_KEYS;
    }

    /**
     * The host's alone: it holds the database, and each time uses numbers up. Sites that were deleted as well: they may be
     * brought back, and their readers hold what they hold.
     */
    @Override
    public Scope scope() {
        return Scope.everything();
    }

    @Override
    public CustomerId partition() {
        return request.customer();
    }

    @Override
    public RequestDigest digest() {
        return RequestDigest.of("store restore").with(request.customer()).with(request.asOf());
    }

    @Override
    public Facts perform(CommandContext context) {
        Site site = context.site(request.customer());
        Profile profile = context.profile(site.customer());
        Instant asOf = asOf(context, site);
        long leftOut = LEFT_OUT + Duration.between(asOf, context.now()).toSeconds();
        Restoration restoration = leaveOut(context, site, asOf, leftOut);
        UnitOfWork unit = context.unit();
        unit.restorations().add(restoration);
        context.record(site.customer(), Change.Kind.STORE_RESTORED, restoration.lostEpoch());
        int voided = unit.activations().voidOpen(site.customer(), context.now());
        takeForSigned(context, restoration, profile);
        unit.enforcement().forgetReceipts(site.customer());
        PublishedList published = publish(context, site, profile, restoration);
        settle(context, site);
        return Facts.none()
                .with("asOf", asOf)
                .with("epoch", published.epoch())
                .with("firstSerial", restoration.firstSerial())
                .with("lastSerial", restoration.lastSerial())
                .with("voided", voided);
    }

    /** Never before the site, and by default when the newest change was made that is known. */
    private Instant asOf(CommandContext context, Site site) {
        CustomerId customer = site.customer();
        long newest = context.unit().journal().newest(customer);
        Instant asOf = request.asOf()
                .orElseGet(() -> context.unit().journal().audit(customer, newest - 1, 1).stream()
                        .map(recorded -> recorded.change().at())
                        .findFirst()
                        .orElse(site.created()));
        if (asOf.isAfter(context.now())) {
            throw new ManagerException.Refused(
                    ErrorCode.INVALID_REQUEST, "the database cannot be as of a time that is still to come");
        }
        return asOf.isBefore(site.created()) ? site.created() : asOf;
    }

    /** Whatever others were told under a number has it for good. Access numbers alone are the panel's, which has few of them. */
    private static Restoration leaveOut(CommandContext context, Site site, Instant asOf, long leftOut) {
        CustomerId customer = site.customer();
        Counters counters = context.unit().counters();
        long known = counters.last(customer, Counter.LIST_EPOCH);
        long said = context.unit().restorations().ahead(customer, known).stream()
                .mapToLong(ReaderAhead::listEpoch)
                .filter(epoch -> epoch - known <= BELIEVED)
                .max()
                .orElse(known);
        long first = counters.last(customer, Counter.SERIAL) + 1;
        for (Counter counter : Counter.values()) {
            if (counter != Counter.ACCESS_NUMBER) {
                skip(counters, customer, counter, leftOut + (counter == Counter.LIST_EPOCH ? said - known : 0));
            }
        }
        long revision = context.unit().registrations().state(customer).revision();
        context.unit().registrations().recount(customer, revision + leftOut);
        return new Restoration(
                customer,
                known,
                counters.last(customer, Counter.LIST_EPOCH),
                first,
                counters.last(customer, Counter.SERIAL),
                asOf,
                context.now(),
                Optional.empty());
    }

    private static void skip(Counters counters, CustomerId customer, Counter counter, long numbers) {
        if (counters.last(customer, counter) >= most(counter) - numbers) {
            throw new ManagerException.Refused(
                    ErrorCode.ILLEGAL_TRANSITION,
                    "too few numbers are left to leave some out; name a later state, or create the site anew");
        }
        counters.skip(customer, counter, numbers);
    }

    private static long most(Counter counter) {
        return switch (counter) {
            case LIST_EPOCH, SERIAL, READER_CONFIGURATION -> 0xffff_ffffL;
            case READER, SUBSCRIPTION -> Integer.MAX_VALUE;
            default -> Long.MAX_VALUE;
        };
    }

    /** Any credential that was not revoked may have got another lease, and a forgotten one any terms. */
    private static void takeForSigned(CommandContext context, Restoration restoration, Profile profile) {
        CustomerId customer = restoration.customer();
        Optional<Instant> leaseEnd = profile.credential().boundedLease().map(context.now()::plus);
        context.unit().revocations().signedAll(customer, leaseEnd);
        // The first forgotten serial stands for all of them.
        context.unit()
                .revocations()
                .signed(new SignedReach(
                        customer,
                        restoration.firstSerial(),
                        leaseEnd,
                        Optional.empty(),
                        Set.of(SignedReach.EVERY_GROUP)));
        context.unit()
                .revocations()
                .add(Revocation.of(customer, restoration.firstSerial(), restoration.lostEpoch() + 1, context.now()));
    }

    /** Behind what is kept of forgotten lists: until the last of them has expired, a reader may go by one. */
    private static PublishedList publish(CommandContext context, Site site, Profile profile, Restoration restoration) {
        PublishedList newest = context.unit()
                .revocationLists()
                .newest(site.customer())
                .orElseThrow(() -> new ManagerException.NotFound("site " + site.customer()));
        Instant latest = Calendars.plus(
                Calendars.earlier(context.now().plus(CALENDAR), Calendars.END_OF_TIME),
                profile.readers().listValidity());
        Instant expires = context.unit()
                .revocationLists()
                .mark(site.customer(), newest.epoch())
                .flatMap(mark -> mark.expires())
                .filter(latest::isBefore)
                .orElse(latest);
        context.unit().revocationLists().addLost(newest, restoration.lostEpoch(), newest.issued(), expires);
        return Lists.publish(context, site, profile);
    }

    /** As if every reader had been set back to nothing. */
    private static void settle(CommandContext context, Site site) {
        Touched touched = new Touched();
        for (CertifiedReader reader : context.unit().enforcement().certified(site.customer())) {
            touched.setBack(reader, 0);
        }
        Settlement.after(context, site, touched);
    }

    @Override
    public StoreRestored result(CommandContext context, Facts facts) {
        return new StoreRestored(
                request.customer(),
                facts.instant("asOf"),
                facts.number("epoch"),
                facts.number("firstSerial"),
                facts.number("lastSerial"),
                facts.number("voided"));
    }
}

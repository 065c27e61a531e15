package io.lintel.sdk.command.sync;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.command.SiteProfile;
import io.lintel.sdk.command.person.Enrolment;
import io.lintel.sdk.command.person.People;
import io.lintel.sdk.command.person.Removals;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.KnownPerson;
import io.lintel.sdk.model.Person;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.profile.EnrolmentRules.Mode;
import io.lintel.sdk.profile.Profile;
import io.lintel.sdk.store.Counters.Counter;
import io.lintel.sdk.store.UnitOfWork;
import io.lintel.sdk.sync.HostPerson;
import io.lintel.sdk.sync.ImportPlan;
import io.lintel.sdk.sync.ImportProgress;
import io.lintel.sdk.sync.Imported;
import io.lintel.sdk.sync.SyncPeople;
import java.io.IOException;

/** Makes a site's people those of a host system's list, all of them or none. */
public final class PersonSync implements Command<Imported> {

    /** Nothing: the run is dry. */
    private static final PersonMerge.Effects NONE = new PersonMerge.Effects() {
        @Override
        public void add(HostPerson person) {}

        @Override
        public void change(KnownPerson known, HostPerson person) {}

        @Override
        public void remove(KnownPerson known) {}
    };

    private final SyncPeople request;
    private final Checked checked;

    private PersonSync(SyncPeople request, Checked checked) {
        this.request = request;
        this.checked = checked;
    }

    private record Checked(ImportPlan plan, Bytes digest, Problems problems) {}

    /** What the sync would do. Refuses a list with mistakes. */
    public static ImportPlan plan(UnitOfWork unit, SyncPeople request) {
        Checked checked = check(unit, request);
        checked.problems().require();
        return checked.plan();
    }

    /** The command, with everything that is wrong with the list; it refuses a list that is another one by then. */
    public static PersonSync of(UnitOfWork unit, SyncPeople request) {
        return new PersonSync(request, check(unit, request));
    }

    private static Checked check(UnitOfWork unit, SyncPeople request) {
        Tally tally = new Tally(request.progress(), ImportProgress.Phase.CHECKING);
        Problems problems = new Problems();
        Bytes digest = read(unit, request, tally, problems, NONE);
        return new Checked(tally.plan(), digest, problems);
    }

    private static Bytes read(
            UnitOfWork unit, SyncPeople request, Tally tally, Problems problems, PersonMerge.Effects effects) {
        Profile profile = SiteProfile.of(unit, request.customer());
        People.refuseSelfService(profile);
        Enrolment.require(profile.enrolment(), Mode.AUTO_SYNC);
        PersonMerge merge =
                new PersonMerge(unit, request.customer(), profile.person(), request.absent(), tally, problems, effects);
        try {
            request.directory().read(merge);
        } catch (IOException e) {
            throw ReadFile.unreadable(e);
        }
        return merge.end();
    }

    @Override
    public Action action() {
        return Action.MANAGE_CREDENTIALS;
    }

    @Override
    public CustomerId partition() {
        return request.customer();
    }

    @Override
    public RequestDigest digest() {
        return RequestDigest.of("people sync")
                .with(request.customer())
                .with(request.absent())
                .with(checked.digest().toHex());
    }

    @Override
    public Facts perform(CommandContext context) {
        Site site = context.site(request.customer());
        checked.problems().require();
        Tally tally = new Tally(request.progress(), ImportProgress.Phase.WRITING);
        Problems problems = new Problems();
        Removals removals = new Removals(context, site);
        Bytes digest = read(context.unit(), request, tally, problems, new Writing(context, site, removals));
        ReadFile.requireSame(checked.digest(), digest);
        problems.require();
        removals.end();
        return Tally.facts(tally.counts());
    }

    @Override
    public Imported result(CommandContext context, Facts facts) {
        return new Imported(request.customer(), Tally.counts(facts));
    }

    /** Does what the list says. */
    private record Writing(CommandContext context, Site site, Removals removals) implements PersonMerge.Effects {
        @Override
        public void add(HostPerson person) {
            long number = context.unit().counters().next(site.customer(), Counter.PERSON);
            context.unit()
                    .people()
                    .add(new Person(
                            site.customer(),
                            number,
                            person.givenName(),
                            person.familyName(),
                            person.email(),
                            context.now()));
            context.unit().hostPeople().add(site.customer(), number, PersonMerge.link(person));
            context.record(site.customer(), Change.Kind.PERSON_ADDED, number);
        }

        @Override
        public void change(KnownPerson known, HostPerson person) {
            Person before = known.person();
            Person after = PersonMerge.apply(before, person);
            if (!after.equals(before)) {
                context.unit().people().update(after);
            }
            if (known.link().isEmpty()) {
                context.unit().hostPeople().add(site.customer(), before.number(), PersonMerge.link(person));
            } else {
                context.unit().hostPeople().update(site.customer(), before.number(), PersonMerge.link(person));
            }
            context.record(site.customer(), Change.Kind.PERSON_CHANGED, before.number());
        }

        @Override
        public void remove(KnownPerson known) {
            removals.remove(known.person());
        }
    }
}

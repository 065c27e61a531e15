package io.lintel.sdk;

import io.lintel.sdk.command.Scope;
import io.lintel.sdk.command.activation.HandOffs;
import io.lintel.sdk.command.activation.ProjectCodeRenewal;
import io.lintel.sdk.command.activation.ProjectCodes;
import io.lintel.sdk.command.site.ListChoice;
import io.lintel.sdk.command.site.ListPublication;
import io.lintel.sdk.command.site.SiteCreation;
import io.lintel.sdk.handoff.HandOffKey;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.PublishedList;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.site.AssignedNumbers;
import io.lintel.sdk.site.ChooseLists;
import io.lintel.sdk.site.CreateSite;
import io.lintel.sdk.site.ListScope;
import io.lintel.sdk.site.ProjectActivation;
import io.lintel.sdk.site.PublishList;
import io.lintel.sdk.site.RenewProjectActivation;
import io.lintel.sdk.site.SiteCreated;
import io.lintel.sdk.store.Counters.Counter;
import java.util.List;

/** Sites: their keys, their policy and their revocation lists. Thread-safe; fails like {@link Manager}. */
public final class Sites {

    private final Session session;

    Sites(Session session) {
        this.session = session;
    }

    /** Creates a customer with its site: keys, policy, free credit, first revocation list. */
    public SiteCreated create(CommandId id, CreateSite request) {
        return session.run(id, new SiteCreation(request));
    }

    /** Publishes a fresh revocation list, before the newest one expires at the readers. */
    public PublishedList publishList(CommandId id, PublishList request) {
        return session.run(id, new ListPublication(request));
    }

    /**
     * Chooses for whom lists are published, and publishes such ones.
     *
     * @return the list for all groups
     */
    public PublishedList chooseLists(CommandId id, ChooseLists request) {
        return session.run(id, new ListChoice(request));
    }

    /** For whom lists are published. */
    public ListScope listScope(CustomerId customer) {
        return session.read(
                Action.SEE_CUSTOMER,
                Scope.of(customer),
                unit -> unit.revocationLists().scope(customer));
    }

    /**
     * What people activate their phones with at a site with self-service: made with the site, the same until it is renewed
     * ({@code SSR-04}).
     *
     * @throws ManagerException.Refused with {@link ErrorCode#ENROLMENT_NOT_OFFERED} where the site's profile has no
     *     self-service, which cannot be enabled later ({@code SSR-02})
     */
    public ProjectActivation projectActivation(CustomerId customer) {
        return session.read(
                Action.SEE_CUSTOMER,
                Scope.of(customer),
                unit -> ProjectCodes.show(session.environment(), unit, customer));
    }

    /** Replaces the code of {@link #projectActivation}, such as after misuse. */
    public ProjectActivation renewProjectActivation(CommandId id, RenewProjectActivation request) {
        return session.run(id, new ProjectCodeRenewal(request));
    }

    /**
     * Which access numbers a site with self-service has given ({@code SSR-13}).
     *
     * @throws ManagerException.Refused with {@link ErrorCode#ENROLMENT_NOT_OFFERED} where the site's profile has no
     *     self-service
     */
    public AssignedNumbers assignedNumbers(CustomerId customer) {
        return session.read(Action.SEE_CUSTOMER, Scope.of(customer), unit -> {
            ProjectCodes.show(session.environment(), unit, customer);
            return new AssignedNumbers(unit.counters().last(customer, Counter.ACCESS_NUMBER));
        });
    }

    /**
     * What the host system checks hand-off claims of a site with self-service with ({@code SSR-16}); public.
     *
     * @throws ManagerException.Refused with {@link ErrorCode#ENROLMENT_NOT_OFFERED} where the site's profile has no
     *     self-service
     */
    public HandOffKey handOffKey(CustomerId customer) {
        return session.read(
                Action.SEE_CUSTOMER, Scope.of(customer), unit -> HandOffs.key(session.environment(), unit, customer));
    }

    /** The newest revocation list of a site, for readers and phones. */
    public PublishedList currentRevocationList(CustomerId customer) {
        return session.read(
                Action.SEE_CUSTOMER,
                Scope.of(customer),
                unit -> unit.revocationLists()
                        .newest(customer)
                        .orElseThrow(() -> new ManagerException.NotFound("site " + customer)));
    }

    /** Every site, oldest first. */
    public List<Site> list() {
        return session.read(
                Action.SEE_CUSTOMER, Scope.everything(), unit -> unit.sites().list());
    }

    /** One site. */
    public Site get(CustomerId customer) {
        return session.read(
                Action.SEE_CUSTOMER,
                Scope.of(customer),
                unit -> unit.sites()
                        .find(customer)
                        .orElseThrow(() -> new ManagerException.NotFound("site " + customer)));
    }
}

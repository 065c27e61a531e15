package io.lintel.sdk;

import io.lintel.sdk.command.Scope;
import io.lintel.sdk.command.site.ListPublication;
import io.lintel.sdk.command.site.SiteCreation;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.PublishedList;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.site.CreateSite;
import io.lintel.sdk.site.PublishList;
import io.lintel.sdk.site.SiteCreated;
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

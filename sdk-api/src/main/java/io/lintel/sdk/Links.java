package io.lintel.sdk;

import io.lintel.protocol.link.LinkDesk;
import io.lintel.protocol.statement.ProjectId;
import io.lintel.sdk.command.Scope;
import io.lintel.sdk.command.link.ReaderDesk;
import io.lintel.sdk.command.link.SiteNews;
import io.lintel.sdk.link.LinkNews;
import io.lintel.sdk.link.LinkStatus;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.Site;
import java.util.List;
import java.util.Optional;

/**
 * Links of readers to this manager ({@code spec/link.md}): lists and configurations go out at once, events and receipts come
 * home. Thread-safe; fails like {@link Manager}.
 *
 * <p>Whoever carries the octets opens a {@code ManagerLink} over the {@link #desk()} for each connection, as {@code
 * TcpLinkServer} does, and wakes the links of a site when its {@link #news} has become another.
 */
public final class Links {

    private final Session session;

    Links(Session session) {
        this.session = session;
    }

    /** What links work on. It serves readers, who prove who they are, and so asks for no right. */
    public LinkDesk desk() {
        return new ReaderDesk(session.environment());
    }

    /** What the linked readers of a site may have to be told; empty where there is no such site. Costs little. */
    public Optional<LinkNews> news(ProjectId project) {
        Optional<Site> found =
                session.environment().store().read(unit -> unit.sites().findByProject(project));
        return found.map(site -> session.read(
                Action.SEE_CUSTOMER, Scope.of(site.customer()), unit -> SiteNews.of(unit, site.customer())));
    }

    /** What readers said last over their links, by number, after a number. */
    public List<LinkStatus> status(CustomerId customer, int after, int limit) {
        return session.page(
                Action.SEE_CUSTOMER,
                Scope.of(customer),
                limit,
                unit -> unit.links().list(customer, after, limit));
    }
}

package io.lintel.cli.manager;

import io.lintel.cli.shell.HostAndPort;
import io.lintel.protocol.statement.ProjectId;
import io.lintel.sdk.Manager;
import io.lintel.sdk.link.LinkNews;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Principal;
import io.lintel.transport.tcp.TcpLinkServer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where readers keep their links. Any process may publish a list in the database, so it looks each second whether the sites of
 * linked readers have something new; that costs a few look-ups for each such site, however many readers it has.
 */
final class LinkEndpoint implements Links {
    private static final Logger LOG = LoggerFactory.getLogger(LinkEndpoint.class);

    private final Manager manager;
    private final TcpLinkServer server;
    private final Map<ProjectId, LinkNews> known = new HashMap<>();

    private LinkEndpoint(Manager manager, TcpLinkServer server) {
        this.manager = manager;
        this.server = server;
    }

    static LinkEndpoint open(Manager manager, HostAndPort listen) {
        // Readers of every site call here, whoever started the manager.
        return new LinkEndpoint(
                manager.as(Principal.host()),
                TcpLinkServer.builder(manager.links().desk())
                        .bind(listen.resolve())
                        .start());
    }

    @Override
    public Optional<HostAndPort> address() {
        return Optional.of(HostAndPort.of(server.address()));
    }

    /** Looks once, and has the links tell their readers. A store that fails now is asked again at the next look. */
    @Override
    public void look() {
        Set<ProjectId> sites =
                server.linked().stream().map(peer -> peer.project()).collect(Collectors.toSet());
        known.keySet().retainAll(sites);
        try {
            sites.forEach(this::look);
        } catch (ManagerException failed) {
            LOG.warn("Could not look for what is new for linked readers; it is tried again: {}", failed.getMessage());
        }
    }

    private void look(ProjectId site) {
        Optional<LinkNews> news = manager.links().news(site);
        if (news.isPresent() && !news.equals(Optional.ofNullable(known.put(site, news.get())))) {
            server.wake(peer -> peer.project().equals(site));
        }
    }

    @Override
    public void close() {
        server.close();
    }
}

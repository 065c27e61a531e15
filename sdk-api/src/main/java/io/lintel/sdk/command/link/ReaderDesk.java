package io.lintel.sdk.command.link;

import io.lintel.crypto.CryptoSuite;
import io.lintel.protocol.link.LinkDesk;
import io.lintel.protocol.statement.ProjectId;
import io.lintel.sdk.command.Environment;
import io.lintel.sdk.command.SiteKeys;
import io.lintel.sdk.model.EnrolledReader;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.store.UnitOfWork;
import java.util.Optional;

/** Admits readers that have a certificate of a site in service, and whose keys nobody else may hold. Thread-safe. */
public final class ReaderDesk implements LinkDesk {

    private final Environment environment;
    private final NewestLists lists = new NewestLists();

    public ReaderDesk(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Optional<Admission> admit(ProjectId project, int reader) {
        return environment
                .store()
                .read(unit -> unit.sites()
                        .findByProject(project)
                        .flatMap(site -> find(unit, site, reader).map(found -> admission(unit, site, found))));
    }

    /** The reader of a number, as long as it may link. */
    static Optional<EnrolledReader> find(UnitOfWork unit, Site site, int reader) {
        boolean inService = !unit.customers().isDeleted(site.customer())
                && unit.compromisedReaders().find(site.customer(), reader).isEmpty();
        return inService ? unit.readers().find(site.customer(), reader) : Optional.empty();
    }

    private Admission admission(UnitOfWork unit, Site site, EnrolledReader reader) {
        CryptoSuite crypto = environment.crypto(site.suite());
        return new Admission(
                crypto,
                new SiteKeys(environment, unit).manager(site.suite()),
                crypto.dhPublicKey(reader.dhKey()),
                new ReaderAccount(environment, lists, site, reader));
    }
}

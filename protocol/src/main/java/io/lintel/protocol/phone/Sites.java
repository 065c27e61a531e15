package io.lintel.protocol.phone;

import io.lintel.protocol.statement.ProjectId;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The enrolments of a wallet that hold together, oldest first. Those of one project share the newest revocation list that any
 * of them brought, with its minimum epochs. One whose credential is below them opens nothing until it was renewed. Immutable.
 */
record Sites(List<Site> all) {
    private static final Logger LOG = LoggerFactory.getLogger(Sites.class);

    static Sites of(List<Site> checked) {
        Map<ProjectId, Signed<RevocationList>> newest = new HashMap<>();
        for (Site site : checked) {
            site.list().ifPresent(list -> newest.merge(site.project(), list, Sites::newer));
        }
        List<Site> usable = new ArrayList<>();
        for (Site site : checked) {
            Signed<RevocationList> list = newest.get(site.project());
            Site informed = list == null ? site : site.withList(list);
            if (!informed.isCredentialRecent()) {
                LOG.warn(
                        "\"{}\" is of an issuing epoch that its site has given up, its next check-in renews it",
                        site.displayName());
            }
            usable.add(informed);
        }
        return new Sites(List.copyOf(usable));
    }

    private static Signed<RevocationList> newer(Signed<RevocationList> one, Signed<RevocationList> other) {
        return other.value().listEpoch() > one.value().listEpoch() ? other : one;
    }

    /** Returns these with one more, in place of the one with the same project and serial. */
    Sites with(Site added) {
        List<Site> next = new ArrayList<>(all);
        next.removeIf(old -> old.project().equals(added.project()) && old.serial() == added.serial());
        next.add(added);
        return of(next);
    }

    /** Returns these without one. */
    Sites without(ProjectId project, long serial) {
        return new Sites(all.stream()
                .filter(site -> !(site.project().equals(project) && site.serial() == serial))
                .toList());
    }

    /** Returns the site of a credential. */
    Optional<Site> find(ProjectId project, long serial) {
        return all.stream()
                .filter(site -> site.project().equals(project) && site.serial() == serial)
                .findFirst();
    }

    /** Returns the newest list of a project. */
    Optional<Signed<RevocationList>> newestList(ProjectId project) {
        return all.stream()
                .filter(site -> site.project().equals(project))
                .flatMap(site -> site.list().stream())
                .findFirst();
    }

    /** Returns a site whose list is newer than that of an enrolment which is about to be added, and that knows its signer. */
    Optional<Site> betterInformedThan(Site site) {
        return all.stream()
                .filter(known -> known.project().equals(site.project()) && known.listEpoch() > site.listEpoch())
                .filter(Site::knowsSignerOfList)
                .findFirst();
    }
}

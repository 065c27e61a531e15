package io.lintel.cli.manager;

import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.revocation.ReaderAhead;
import io.lintel.sdk.revocation.RevocationsTended;
import io.lintel.sdk.revocation.TendRevocations;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Once a minute, does for every site what falls due about its revocations, and says so. */
final class SiteTending {
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Shell shell;
    private final Manager manager;
    private final SecureRandom random = new SecureRandom();
    private final Set<ReaderAhead> warned = new HashSet<>();
    private Instant next = Instant.MIN;

    SiteTending(Shell shell, Manager manager) {
        this.shell = shell;
        this.manager = manager;
    }

    /** Does it where a minute has passed. For one thread. */
    void round() {
        Instant now = shell.clock().instant();
        // A clock that was set back must not stop it for long.
        if (now.isBefore(next) && Duration.between(now, next).compareTo(PAUSE) <= 0) {
            return;
        }
        next = now.plus(PAUSE);
        for (Site site : manager.sites().list()) {
            tendIfDue(site);
        }
    }

    /** What one site lacks must not keep the others' lists from being renewed. */
    private void tendIfDue(Site site) {
        try {
            warn(site);
            if (manager.revocations().isTendingDue(site.customer())) {
                tend(site);
            }
        } catch (RuntimeException failed) {
            shell.print(Answer.saying("Site " + site.name() + ": its revocations could not be tended ("
                            + failed.getMessage() + "). It is tried again in a minute; its readers go by the lists that"
                            + " they have until those expire.")
                    .fact("event", "tending-failed")
                    .fact("site", site.customer().value()));
        }
    }

    /** Once for what each reader says. */
    private void warn(Site site) {
        for (ReaderAhead ahead : manager.revocations().ahead(site.customer())) {
            if (warned.add(ahead)) {
                shell.print(Answer.saying("Site " + site.name() + ": reader " + ahead.reader() + " has list "
                                + ahead.listEpoch()
                                + ", which this manager does not know. Its database was put back to an"
                                + " earlier state, and the readers refuse its lists. Stop the managers, and say so: lintel store"
                                + " restored")
                        .fact("event", "reader-ahead")
                        .fact("site", site.customer().value())
                        .fact("reader", ahead.reader())
                        .fact("listEpoch", ahead.listEpoch()));
            }
        }
    }

    private void tend(Site site) {
        RevocationsTended tended =
                manager.revocations().tend(CommandId.random(random), new TendRevocations(site.customer()));
        Answer answer = Answer.saying("Site " + site.name() + ": " + tended.enforced() + " revocations are proven, "
                        + tended.alarms() + " exposure alarms"
                        + (tended.published().isPresent()
                                ? ", list " + tended.published().getAsLong() + " published."
                                : "."))
                .fact("event", "revocations-tended")
                .fact("site", site.customer().value())
                .fact("enforced", tended.enforced())
                .fact("alarms", tended.alarms());
        tended.published().ifPresent(epoch -> answer.fact("published", epoch));
        shell.print(answer);
    }
}

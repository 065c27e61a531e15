package io.lintel.sdk.command;

import io.lintel.crypto.CryptoSuite;
import io.lintel.protocol.statement.ProjectTrust;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Principal;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.profile.Profile;
import io.lintel.sdk.store.UnitOfWork;
import java.time.Instant;

/** One command's run: its unit of work, one clock reading for all of it, and who asked. */
public record CommandContext(Environment environment, UnitOfWork unit, Instant now, Principal principal, CommandId id) {

    /**
     * A run that begins now: the clock is read when the unit has its turn, so that commands which waited for each other
     * are dated in the order in which they were done.
     */
    public static CommandContext begin(Environment environment, UnitOfWork unit, Principal principal, CommandId id) {
        return new CommandContext(environment, unit, environment.now(), principal, id);
    }

    public Site site(CustomerId customer) {
        return unit.sites().find(customer).orElseThrow(() -> new ManagerException.NotFound("site " + customer));
    }

    public Profile profile(CustomerId customer) {
        return environment.profiles().of(unit.sites().foundation(customer).profile());
    }

    public IssuedCredential credential(CustomerId customer, long serial) {
        return unit.credentials()
                .find(customer, serial)
                .orElseThrow(() -> new ManagerException.NotFound("credential " + serial + " of site " + customer));
    }

    /** What a site's root vouches for. */
    public ProjectTrust trust(Site site) {
        return environment.trusts().of(crypto(site), unit.sites().foundation(site.customer()));
    }

    public CryptoSuite crypto(Site site) {
        return environment.crypto(site.suite());
    }

    public void record(CustomerId customer, Change.Kind kind, Object subject) {
        unit.journal().append(new Change(customer, now, principal.actor(), kind, subject.toString(), id));
    }
}

package io.lintel.sdk.command.activation;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.SigningKeyPair;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Environment;
import io.lintel.sdk.command.SiteKeys;
import io.lintel.sdk.handoff.HandOffClaim;
import io.lintel.sdk.handoff.HandOffKey;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.store.UnitOfWork;

/** Signs what phones of sites with self-service show to the host system. */
public final class HandOffs {

    private HandOffs() {}

    /** A fresh claim: its phone may get one at every redemption, each with an id of its own. */
    static String sign(CommandContext context, Site site, IssuedCredential credential) {
        byte[] id = new byte[HandOffClaim.ID_SIZE_BYTES];
        context.environment().random().nextBytes(id);
        HandOffClaim claim = HandOffClaim.of(
                site.project(), credential.accessNumber(), credential.serial(), context.now(), Bytes.copyOf(id));
        try (SigningKeyPair pair = new SiteKeys(context.environment(), context.unit()).handOff(site)) {
            return claim.sign(context.crypto(site), pair);
        }
    }

    /** The key that the host system needs, or a refusal where people do not register themselves. */
    public static HandOffKey key(Environment environment, UnitOfWork unit, CustomerId customer) {
        Site site = unit.sites().find(customer).orElseThrow(() -> new ManagerException.NotFound("site " + customer));
        ProjectCodes.requireSelfService(
                environment.profiles().of(unit.sites().foundation(customer).profile()));
        try (SigningKeyPair pair = new SiteKeys(environment, unit).handOff(site)) {
            return new HandOffKey(site.suite(), pair.publicKey().encoded());
        }
    }
}

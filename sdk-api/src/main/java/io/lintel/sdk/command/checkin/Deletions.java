package io.lintel.sdk.command.checkin;

import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.credential.Transitions;
import io.lintel.sdk.command.credential.Withdrawals;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CredentialEvent;
import io.lintel.sdk.model.CredentialLifecycle;
import io.lintel.sdk.model.CredentialState;
import io.lintel.sdk.model.Device;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.Site;
import java.util.function.BiFunction;

/** What follows when a phone says what has become of a credential. */
final class Deletions {

    private Deletions() {}

    /** The phone holds it: where the profile waited for that, it is active now ({@code DEV-16}). */
    static IssuedCredential held(CommandContext context, Site site, IssuedCredential credential) {
        return CredentialLifecycle.next(
                        context.profile(site.customer()), credential.stateAt(context.now()), CredentialEvent.SYNC)
                .map(next -> {
                    IssuedCredential active = Transitions.enter(context, credential, next);
                    context.unit().people().setDeviceStatus(site.customer(), credential.device(), Device.Status.ACTIVE);
                    context.record(site.customer(), Change.Kind.CREDENTIAL_ACTIVATED, credential.serial());
                    return active;
                })
                .orElse(credential);
    }

    /** Ends the wait for the phone, if there is one ({@code REV-02}). */
    static IssuedCredential confirm(CommandContext context, Site site, IssuedCredential credential) {
        return withdraw(context, site, credential, Withdrawals::confirmedByPhone);
    }

    /** Takes the credential back because its holder deleted it ({@code REV-11}). */
    static IssuedCredential byHolder(CommandContext context, Site site, IssuedCredential credential) {
        if (credential.state() == CredentialState.REDEEMED) {
            // It was there, and has synchronised.
            context.unit().people().setDeviceStatus(site.customer(), credential.device(), Device.Status.ACTIVE);
        }
        return withdraw(context, site, credential, Withdrawals::deletedByHolder);
    }

    private static IssuedCredential withdraw(
            CommandContext context,
            Site site,
            IssuedCredential credential,
            BiFunction<Withdrawals, IssuedCredential, IssuedCredential> how) {
        Withdrawals withdrawals = new Withdrawals(context, site);
        IssuedCredential changed = how.apply(withdrawals, credential);
        withdrawals.end();
        return changed;
    }
}

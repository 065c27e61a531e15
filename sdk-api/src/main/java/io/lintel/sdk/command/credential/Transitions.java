package io.lintel.sdk.command.credential;

import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.credit.Charges;
import io.lintel.sdk.model.Activation;
import io.lintel.sdk.model.CredentialEvent;
import io.lintel.sdk.model.CredentialLifecycle;
import io.lintel.sdk.model.CredentialState;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.profile.Profile;
import io.lintel.sdk.store.ActivationRecords;
import java.time.Instant;
import java.util.Locale;

/** Takes credentials through their lifecycle within a command. */
public final class Transitions {

    private Transitions() {}

    /** The state that the event leads to, or a refusal that an administrator can act on. */
    public static CredentialState require(
            Profile profile, IssuedCredential credential, CredentialEvent event, Instant now) {
        CredentialState state = credential.stateAt(now);
        if (!CredentialLifecycle.offers(profile, event)) {
            throw new ManagerException.Refused(
                    ErrorCode.NOT_OFFERED, "this site's profile has no " + words(event) + "; " + instead(event));
        }
        return CredentialLifecycle.next(profile, state, event)
                .orElseThrow(() -> new ManagerException.Refused(
                        ErrorCode.ILLEGAL_TRANSITION,
                        "credential " + credential.serial() + " is " + words(state) + ", which allows no "
                                + words(event) + "; " + advice(state, event)));
    }

    /** Stores the credential in its next state, and does to what it cost what that change does to it. */
    public static IssuedCredential enter(CommandContext context, IssuedCredential credential, CredentialState next) {
        return enter(context, credential, credential.in(next));
    }

    /** The same for a change that is more than its state. Every change of state passes here. */
    public static IssuedCredential enter(
            CommandContext context, IssuedCredential credential, IssuedCredential changed) {
        context.unit().credentials().update(changed);
        if (credential.state().isLive() && !changed.state().isLive()) {
            Revocations.add(context, changed);
        }
        Site site = context.site(credential.customer());
        new Charges(context, site, context.profile(site.customer()).credit())
                .follow(credential.serial(), credential.stateAt(context.now()), changed.state());
        return changed;
    }

    /** Voids the code that would put the credential on a phone, if it is open. */
    public static void voidActivation(CommandContext context, IssuedCredential credential) {
        ActivationRecords activations = context.unit().activations();
        activations
                .find(credential.customer(), credential.activation())
                .filter(activation -> activation.status() instanceof Activation.Open)
                .ifPresent(open -> activations.update(open.with(new Activation.Voided(context.now()))));
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String instead(CredentialEvent event) {
        return event == CredentialEvent.RESTORE ? "issue a new credential instead" : "revoke the credential instead";
    }

    private static String advice(CredentialState state, CredentialEvent event) {
        return switch (state) {
            case CREATED, AWAITING_ACTIVATION, ACTIVATION_EXPIRED -> "send its activation again, or revoke it";
            case REDEEMED, ACTIVE -> "revoke it first";
            case REVOKE_PENDING ->
                event == CredentialEvent.DELETE || event == CredentialEvent.RESTORE
                        ? "wait until its phone has checked in; starting the app makes it do so"
                        : "issue a new credential instead";
            case REVOKED, LOST, DELETED -> "issue a new credential instead";
        };
    }
}

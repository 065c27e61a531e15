package io.lintel.sdk.command.credential;

import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Principal;
import io.lintel.sdk.model.RemovedBy;
import io.lintel.sdk.profile.RevokeRules;
import io.lintel.sdk.profile.RevokeRules.RevokingActor;
import java.util.Set;

/** Who may take a credential back, after its site's profile ({@code C-31}). */
final class RevokingPrincipal {

    private static final String BLOCK = "block the access number in the host system instead";

    private RevokingPrincipal() {}

    /** Who does it, or a refusal. */
    static RemovedBy require(CommandContext context, IssuedCredential credential) {
        Set<RevokingActor> actors =
                context.profile(credential.customer()).revoke().actors();
        Principal principal = context.principal();
        if (principal instanceof Principal.EndUser) {
            requireAmong(actors, RevokingActor.USER, "ask an administrator to take the credential back");
            return RemovedBy.USER;
        }
        boolean host = principal instanceof Principal.Host && actors.contains(RevokingActor.HOST);
        if (!host) {
            requireAmong(actors, RevokingActor.ADMIN, BLOCK);
        }
        return RemovedBy.ADMIN;
    }

    /** Refuses everybody but the host where it alone takes back ({@code REV-14}). */
    static void refuseHostOnly(CommandContext context, CustomerId customer) {
        RevokeRules rules = context.profile(customer).revoke();
        if (rules.mode() == RevokeRules.Mode.HOST_ONLY && !(context.principal() instanceof Principal.Host)) {
            requireAmong(rules.actors(), RevokingActor.ADMIN, BLOCK);
        }
    }

    private static void requireAmong(Set<RevokingActor> actors, RevokingActor actor, String instead) {
        if (!actors.contains(actor)) {
            throw new ManagerException.Refused(
                    ErrorCode.NOT_OFFERED, "this site's profile does not let you take credentials back; " + instead);
        }
    }
}

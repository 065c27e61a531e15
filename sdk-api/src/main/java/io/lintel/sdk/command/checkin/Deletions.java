package io.lintel.sdk.command.checkin;

import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.credential.Transitions;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CredentialEvent;
import io.lintel.sdk.model.CredentialLifecycle;
import io.lintel.sdk.model.CredentialState;
import io.lintel.sdk.model.IssuedCredential;
import java.util.Optional;

/** What follows when a phone says that it has deleted a credential. */
final class Deletions {

    private Deletions() {}

    /** Ends the wait for the phone, if there is one ({@code REV-02}). */
    static IssuedCredential confirm(CommandContext context, IssuedCredential credential) {
        return after(context, credential, CredentialEvent.CONFIRM_DELETION, Change.Kind.REVOCATION_CONFIRMED);
    }

    /** Takes the credential back because its holder deleted it ({@code REV-11}). */
    static IssuedCredential byHolder(CommandContext context, IssuedCredential credential) {
        return after(context, credential, CredentialEvent.DELETE_ON_PHONE, Change.Kind.CREDENTIAL_REVOKED);
    }

    private static IssuedCredential after(
            CommandContext context, IssuedCredential credential, CredentialEvent event, Change.Kind kind) {
        Optional<CredentialState> next = CredentialLifecycle.next(credential.stateAt(context.now()), event);
        if (next.isEmpty()) {
            return credential;
        }
        IssuedCredential changed = Transitions.enter(context, credential, next.get());
        context.record(credential.customer(), kind, credential.serial());
        return changed;
    }
}

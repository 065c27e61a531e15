package io.lintel.sdk;

import io.lintel.sdk.command.Scope;
import io.lintel.sdk.command.credential.ActivationResend;
import io.lintel.sdk.command.credential.CredentialIssue;
import io.lintel.sdk.command.credential.CredentialRevocation;
import io.lintel.sdk.credential.ActivationTicket;
import io.lintel.sdk.credential.CredentialIssued;
import io.lintel.sdk.credential.CredentialRevoked;
import io.lintel.sdk.credential.IssueCredential;
import io.lintel.sdk.credential.ResendActivation;
import io.lintel.sdk.credential.RevokeCredential;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.ManagerException;
import java.time.Instant;
import java.util.List;

/** Credentials, from their issue to their end. Thread-safe; fails like {@link Manager}. */
public final class Credentials {

    private final Session session;

    Credentials(Session session) {
        this.session = session;
    }

    /** Issues a credential: charges for it and returns the code that puts it on a phone. */
    public CredentialIssued issue(CommandId id, IssueCredential request) {
        return session.run(id, new CredentialIssue(request));
    }

    /** Makes a new code for a credential that waits for its phone; the old code is void. */
    public ActivationTicket resendActivation(CommandId id, ResendActivation request) {
        return session.run(id, new ActivationResend(request));
    }

    /** Revokes a credential and publishes a revocation list that names it. */
    public CredentialRevoked revoke(CommandId id, RevokeCredential request) {
        return session.run(id, new CredentialRevocation(request));
    }

    /** One credential, in the state that it has now. */
    public IssuedCredential get(CustomerId customer, long serial) {
        Instant now = session.environment().clock().instant();
        IssuedCredential credential = session.read(
                Action.SEE_CUSTOMER,
                Scope.of(customer),
                unit -> unit.credentials()
                        .find(customer, serial)
                        .orElseThrow(
                                () -> new ManagerException.NotFound("credential " + serial + " of site " + customer)));
        return credential.in(credential.stateAt(now));
    }

    /** Credentials by serial, after a serial, each in the state that it has now. */
    public List<IssuedCredential> list(CustomerId customer, long after, int limit) {
        Instant now = session.environment().clock().instant();
        return session
                .page(
                        Action.SEE_CUSTOMER,
                        Scope.of(customer),
                        limit,
                        unit -> unit.credentials().list(customer, after, limit))
                .stream()
                .map(credential -> credential.in(credential.stateAt(now)))
                .toList();
    }
}

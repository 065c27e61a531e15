package io.lintel.sdk;

import io.lintel.sdk.command.Calendars;
import io.lintel.sdk.command.Environment;
import io.lintel.sdk.command.Scope;
import io.lintel.sdk.command.credential.AccessNumbers;
import io.lintel.sdk.command.credential.ActivationResend;
import io.lintel.sdk.command.credential.CredentialDeletion;
import io.lintel.sdk.command.credential.CredentialIssue;
import io.lintel.sdk.command.credential.CredentialLoss;
import io.lintel.sdk.command.credential.CredentialRestoration;
import io.lintel.sdk.command.credential.CredentialRevocation;
import io.lintel.sdk.command.credential.DeviceRemoval;
import io.lintel.sdk.command.credential.EndedLeaseConfirmation;
import io.lintel.sdk.credential.ActivationTicket;
import io.lintel.sdk.credential.ConfirmEndedLeases;
import io.lintel.sdk.credential.CredentialIssued;
import io.lintel.sdk.credential.CredentialLost;
import io.lintel.sdk.credential.CredentialProposal;
import io.lintel.sdk.credential.CredentialRevoked;
import io.lintel.sdk.credential.CredentialStatus;
import io.lintel.sdk.credential.DeleteCredential;
import io.lintel.sdk.credential.IssueCredential;
import io.lintel.sdk.credential.MarkCredentialLost;
import io.lintel.sdk.credential.RemoveDevice;
import io.lintel.sdk.credential.ResendActivation;
import io.lintel.sdk.credential.RestoreCredential;
import io.lintel.sdk.credential.RevokeCredential;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.organisation.CustomerSettings;
import io.lintel.sdk.profile.IdRules;
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

    /** What a form for a new credential begins with. Reads only. */
    public CredentialProposal proposal(CustomerId customer) {
        Environment environment = session.environment();
        return session.read(Action.SEE_CUSTOMER, Scope.of(customer), unit -> {
            IdRules rules = environment
                    .profiles()
                    .of(unit.sites().foundation(customer).profile())
                    .id();
            CustomerSettings settings = unit.organisations().settings(customer);
            return new CredentialProposal(
                    settings.keyName(),
                    new AccessNumbers(unit, customer, rules).proposal(),
                    Calendars.startOfDay(environment.now()),
                    settings.defaultValidUntil());
        });
    }

    /** Makes a new code for a credential that waits for its phone; the old code is void. */
    public ActivationTicket resendActivation(CommandId id, ResendActivation request) {
        return session.run(id, new ActivationResend(request));
    }

    /** Revokes a credential and publishes a revocation list that names it. */
    public CredentialRevoked revoke(CommandId id, RevokeCredential request) {
        return session.run(id, new CredentialRevocation(request));
    }

    /** Gives a revoked credential up as lost; where its phone never confirmed, its credit may be lost with it. */
    public CredentialLost markLost(CommandId id, MarkCredentialLost request) {
        return session.run(id, new CredentialLoss(request));
    }

    /** Issues a credential that was taken back again, with a new serial; it costs again ({@code CRD-14}). */
    public CredentialIssued restore(CommandId id, RestoreCredential request) {
        return session.run(id, new CredentialRestoration(request));
    }

    /** Removes a credential from its person's record, with its history where the profile says so. */
    public void delete(CommandId id, DeleteCredential request) {
        session.run(id, new CredentialDeletion(request));
    }

    /** Removes a device with its credential. */
    public void removeDevice(CommandId id, RemoveDevice request) {
        session.run(id, new DeviceRemoval(request));
    }

    /**
     * Ends the wait for phones that never came back, where it is proven that their credentials open nothing any more: {@link
     * Revocations#exposure} says until when they may. {@link Revocations#tend} does the same and more. To be called now and then.
     *
     * @return how many revocations this confirmed
     */
    public int confirmEndedLeases(CommandId id, ConfirmEndedLeases request) {
        return session.run(id, new EndedLeaseConfirmation(request));
    }

    /**
     * What the site's product shows of a credential, its device and its person. One that was restored is shown as its
     * successor is, since products know both as one.
     */
    public CredentialStatus status(CustomerId customer, long serial) {
        Instant now = session.environment().clock().instant();
        IssuedCredential credential = newest(get(customer, serial));
        return session.read(
                Action.SEE_CUSTOMER,
                Scope.of(customer),
                unit -> CredentialStatus.of(
                        session.environment()
                                .profiles()
                                .of(unit.sites().foundation(customer).profile())
                                .labels(),
                        unit.people().find(customer, credential.person()),
                        unit.people().findDevice(customer, credential.device()).orElseThrow(),
                        credential,
                        now));
    }

    private IssuedCredential newest(IssuedCredential credential) {
        CustomerId customer = credential.customer();
        return session.read(
                Action.SEE_CUSTOMER,
                Scope.of(customer),
                unit -> unit.credentials()
                        .newestOfDevice(customer, credential.device())
                        .orElse(credential));
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

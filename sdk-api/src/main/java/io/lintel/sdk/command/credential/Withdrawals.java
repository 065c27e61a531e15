package io.lintel.sdk.command.credential;

import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.credit.Charges;
import io.lintel.sdk.command.site.Lists;
import io.lintel.sdk.credit.CreditEffect;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CredentialEvent;
import io.lintel.sdk.model.CredentialLifecycle;
import io.lintel.sdk.model.CredentialState;
import io.lintel.sdk.model.Device;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.PublishedList;
import io.lintel.sdk.model.RemovedBy;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.profile.DeleteRules;
import io.lintel.sdk.profile.Profile;
import io.lintel.sdk.store.RevocationRecords;
import java.util.Optional;

/**
 * Takes a site's credentials back within one unit of work: state, code, credit and audit together. {@link #end} publishes
 * one list for all of them.
 */
public final class Withdrawals {

    private final CommandContext context;
    private final Site site;
    private final Profile profile;
    private boolean withdrawn;

    public Withdrawals(CommandContext context, Site site) {
        this.context = context;
        this.site = site;
        this.profile = context.profile(site.customer());
    }

    /** Takes one back, or refuses. */
    public IssuedCredential revoke(IssuedCredential credential, RemovedBy by) {
        CredentialState next = require(credential, CredentialEvent.REVOKE);
        return withdraw(credential, next, by, Change.Kind.CREDENTIAL_REVOKED);
    }

    /** The holder deleted one in the app; nothing happens where there is nothing left to delete. */
    public IssuedCredential deletedByHolder(IssuedCredential credential) {
        CredentialState state = credential.stateAt(context.now());
        Optional<CredentialState> next = CredentialLifecycle.next(profile, state, CredentialEvent.DELETE_ON_PHONE);
        if (next.isEmpty()) {
            return confirmedByPhone(credential);
        }
        IssuedCredential withdrawn = withdraw(credential, next.get(), RemovedBy.USER, Change.Kind.CREDENTIAL_REVOKED);
        note(withdrawn);
        return withdrawn;
    }

    /** Its phone said that it has deleted one; where the site's profile trusts phones, that confirms it ({@code REV-02}). */
    public IssuedCredential confirmedByPhone(IssuedCredential credential) {
        note(credential);
        return profile.revoke().trustsPhones() ? confirm(credential) : credential;
    }

    /**
     * It is proven that a credential opens nothing any more, whoever holds it.
     *
     * @return whether its revocation was still waiting for that
     */
    public boolean proven(long serial) {
        Optional<IssuedCredential> credential = context.unit().credentials().find(site.customer(), serial);
        if (credential.isEmpty()) {
            // Forgotten before anybody knew: what it cost comes back all the same.
            end(serial);
            return false;
        }
        return confirm(credential.get()).state() != credential.get().state();
    }

    /** It opens nothing any more; nothing happens where nobody waits for that. */
    private IssuedCredential confirm(IssuedCredential credential) {
        CredentialState state = credential.stateAt(context.now());
        Optional<CredentialState> next = CredentialLifecycle.next(profile, state, CredentialEvent.CONFIRM_DELETION);
        if (next.isEmpty()) {
            proveIfDeleted(credential);
            return credential;
        }
        IssuedCredential changed = Transitions.enter(context, credential, next.get());
        context.record(site.customer(), Change.Kind.REVOCATION_CONFIRMED, credential.serial());
        return changed;
    }

    /** Gives one up. What it cost is lost where its revocation was never confirmed and the profile says so. */
    public IssuedCredential markLost(IssuedCredential credential) {
        CredentialState next = require(credential, CredentialEvent.MARK_LOST);
        IssuedCredential lost = Transitions.enter(context, credential, next);
        context.record(site.customer(), Change.Kind.CREDENTIAL_LOST, credential.serial());
        return lost;
    }

    /** Whether marking it lost now would lose what it cost ({@code C-28}). */
    public boolean forfeits(IssuedCredential credential) {
        return CreditEffect.of(profile.credit(), credential.state(), CredentialState.LOST) == CreditEffect.FORFEIT;
    }

    /** Removes one from its person's record, and all of its history where the profile says so. */
    public void delete(IssuedCredential credential) {
        CredentialState next = require(credential, CredentialEvent.DELETE);
        withdraw(credential, next, RemovedBy.ADMIN, Change.Kind.CREDENTIAL_DELETED);
        if (forgetsHistory()) {
            context.unit().accesses().purgeCredential(site.customer(), credential.serial());
            context.unit().credentials().purge(site.customer(), credential.serial());
            context.unit().people().setDeviceStatus(site.customer(), credential.device(), Device.Status.DELETED);
        }
    }

    /** Its person or device is gone: so is it, whatever its state. */
    public void cascade(IssuedCredential credential, RemovedBy by) {
        CredentialState state = credential.stateAt(context.now());
        CredentialLifecycle.next(profile, state, CredentialEvent.CASCADE)
                .ifPresent(next -> withdraw(credential, next, by, Change.Kind.CREDENTIAL_DELETED));
        if (forgetsHistory()) {
            context.unit().accesses().purgeCredential(site.customer(), credential.serial());
        }
    }

    /** Whether what doors told of a credential goes with it. */
    public boolean forgetsHistory() {
        return profile.delete().history() == DeleteRules.History.PURGE;
    }

    /** Publishes a list, if it would say anything new. */
    public Optional<PublishedList> end() {
        return withdrawn ? Optional.of(Lists.publish(context, site, profile)) : Optional.empty();
    }

    private CredentialState require(IssuedCredential credential, CredentialEvent event) {
        return Transitions.require(profile, credential, event, context.now());
    }

    private IssuedCredential withdraw(
            IssuedCredential credential, CredentialState next, RemovedBy by, Change.Kind kind) {
        Transitions.voidActivation(context, credential);
        IssuedCredential changed = Transitions.enter(context, credential, credential.removed(next, by, context.now()));
        context.record(site.customer(), kind, credential.serial());
        withdrawn |= credential.state().isLive();
        return changed;
    }

    /** It went with its person or device before anybody knew what its phone held; now its credit may come back. */
    private void proveIfDeleted(IssuedCredential credential) {
        if (credential.state() == CredentialState.DELETED) {
            end(credential.serial());
        }
    }

    private void end(long serial) {
        new Charges(context, site, profile.credit())
                .follow(serial, CredentialState.REVOKE_PENDING, CredentialState.REVOKED);
    }

    /** Keeps what the phone said, for whoever looks: it shortens nothing. */
    private void note(IssuedCredential credential) {
        RevocationRecords revocations = context.unit().revocations();
        revocations
                .find(site.customer(), credential.serial())
                .ifPresent(revocation -> revocations.update(revocation.saidByPhone(context.now())));
    }
}

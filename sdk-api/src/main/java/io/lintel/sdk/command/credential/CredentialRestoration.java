package io.lintel.sdk.command.credential;

import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.command.credit.Charges;
import io.lintel.sdk.command.credit.Costs;
import io.lintel.sdk.command.person.People;
import io.lintel.sdk.credential.CredentialIssued;
import io.lintel.sdk.credential.RestoreCredential;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.ledger.ChargedKey;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.Activation;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CredentialEvent;
import io.lintel.sdk.model.CredentialState;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.Device;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Person;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.profile.Profile;
import io.lintel.sdk.store.Counters.Counter;

/**
 * Issues a credential that was taken back again: same device, same access number, charged again, with a new serial. The old
 * serial stays on the revocation list, so no copy of the old credential comes back to life.
 */
public final class CredentialRestoration implements Command<CredentialIssued> {

    private final RestoreCredential request;

    public CredentialRestoration(RestoreCredential request) {
        this.request = request;
    }

    @Override
    public Action action() {
        return Action.MANAGE_CREDENTIALS;
    }

    @Override
    public CustomerId partition() {
        return request.customer();
    }

    @Override
    public RequestDigest digest() {
        return RequestDigest.of("credential restore").with(request.customer()).with(request.serial());
    }

    @Override
    public Facts perform(CommandContext context) {
        Site site = context.site(request.customer());
        Profile profile = context.profile(site.customer());
        IssuedCredential old = context.credential(site.customer(), request.serial());
        Transitions.require(profile, old, CredentialEvent.RESTORE, context.now());
        Person person = People.active(context, site.customer(), old.person());
        requireVacantDevice(context, old);
        IssueChecks.requireRoom(context, profile, person);
        IssueChecks.requireTechnology(profile, old.terms().technology());
        ReaderColours.require(
                context.unit(),
                site.customer(),
                old.terms().groups(),
                old.terms().technology());
        new AccessNumbers(context, site.customer(), profile.id()).requireFree(old.accessNumber());
        ChargedKey key =
                new ChargedKey(context.unit().counters().next(site.customer(), Counter.SERIAL), old.accessNumber());
        Buckets balance =
                new Charges(context, site, profile.credit()).restore(Costs.of(context, site, profile.credit()), key);
        Activation activation = Tickets.open(context, site, profile, key.serial());
        IssuedCredential restored = new IssuedCredential(
                        site.customer(),
                        key.serial(),
                        key.accessNumber(),
                        old.person(),
                        old.device(),
                        old.terms(),
                        CredentialState.AWAITING_ACTIVATION,
                        activation.number(),
                        activation.expires(),
                        context.now())
                .named(old.keyName());
        IssueChecks.requireStatable(context, site, profile, restored);
        context.unit().credentials().add(restored);
        context.unit().people().setDeviceStatus(site.customer(), old.device(), Device.Status.UNAUTHENTICATED);
        context.record(site.customer(), Change.Kind.CREDENTIAL_RESTORED, key.serial());
        return CredentialIssue.facts(restored, balance);
    }

    /** A device that is gone carries nothing ({@code PHN-01}), and no device carries two ({@code DEV-01}). */
    private static void requireVacantDevice(CommandContext context, IssuedCredential old) {
        boolean gone = context.unit()
                .people()
                .findDevice(old.customer(), old.device())
                .filter(device -> device.status() != Device.Status.DELETED)
                .isEmpty();
        boolean taken = context.unit()
                .credentials()
                .newestOfDevice(old.customer(), old.device())
                .filter(newest -> newest.serial() != old.serial())
                .isPresent();
        if (gone || taken) {
            throw new ManagerException.Refused(
                    ErrorCode.ILLEGAL_TRANSITION,
                    "credential " + old.serial()
                            + (gone
                                    ? " was on a device that is removed; issue a new credential on a new device"
                                    : " has a newer one on its device; restore that one instead"));
        }
    }

    @Override
    public CredentialIssued result(CommandContext context, Facts facts) {
        return CredentialIssue.issued(context, context.site(request.customer()), facts);
    }
}

package io.lintel.sdk.command.activation;

import io.lintel.protocol.activation.ActivationRefusal;
import io.lintel.protocol.statement.Technology;
import io.lintel.sdk.command.Calendars;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.activation.RedemptionDecision.Refusal;
import io.lintel.sdk.command.credential.AccessNumbers;
import io.lintel.sdk.command.credential.Transitions;
import io.lintel.sdk.command.credit.Charges;
import io.lintel.sdk.command.credit.Costs;
import io.lintel.sdk.credential.IssueCredential;
import io.lintel.sdk.ledger.ChargedKey;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CredentialEvent;
import io.lintel.sdk.model.CredentialLifecycle;
import io.lintel.sdk.model.CredentialState;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.Device;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.ProjectCode;
import io.lintel.sdk.model.ProjectRedemption;
import io.lintel.sdk.model.SignedCredential;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.profile.Profile;
import io.lintel.sdk.store.Counters.Counter;
import io.lintel.sdk.store.UnitOfWork;
import java.util.Optional;

/**
 * Decides on the redemption of a project's code within one unit of work ({@code SSR-08}).
 *
 * <p>Every holder key that is new gets a credential of its own with the next access number; nothing about a person is asked for
 * or kept. A holder key that was there before gets its credential again, whatever became of the code.
 */
final class ProjectRedemptions {

    private static final String DEVICE_NAME = "Phone";

    private final CommandContext context;
    private final Site site;
    private final Profile profile;

    private ProjectRedemptions(CommandContext context, Site site) {
        this.context = context;
        this.site = site;
        this.profile = context.profile(site.customer());
    }

    static RedemptionDecision decide(CommandContext context, ProjectCode code, RedemptionRequest request) {
        Site site = context.site(code.customer());
        if (site.suite() != request.suite()) {
            return new Refusal(ActivationRefusal.UNKNOWN_CODE);
        }
        if (context.unit().customers().isDeleted(site.customer())) {
            return new Refusal(ActivationRefusal.CREDENTIAL_ENDED);
        }
        return new ProjectRedemptions(context, site).decide(code, request);
    }

    private RedemptionDecision decide(ProjectCode code, RedemptionRequest request) {
        Optional<ProjectRedemption> before =
                context.unit().projectCodes().redemption(site.customer(), request.holderKey());
        if (before.isPresent()) {
            return RedemptionRules.again(
                    context,
                    site,
                    context.credential(site.customer(), before.get().serial()));
        }
        if (code.voided().isPresent()) {
            return new Refusal(ActivationRefusal.UNKNOWN_CODE);
        }
        if (code.expires().isPresent() && !context.now().isBefore(code.expires().get())) {
            return new Refusal(ActivationRefusal.EXPIRED);
        }
        if (profile.activation().boundedUses().isPresent()
                && code.uses() >= profile.activation().boundedUses().getAsInt()) {
            return new Refusal(ActivationRefusal.ALREADY_USED);
        }
        return terms().hasEnded(context.now()) ? new Refusal(ActivationRefusal.CREDENTIAL_ENDED) : first(code, request);
    }

    private RedemptionDecision first(ProjectCode code, RedemptionRequest request) {
        UnitOfWork unit = context.unit();
        CustomerId customer = site.customer();
        IssuedCredential issued = issue();
        CredentialState next = CredentialLifecycle.next(profile, issued.state(), CredentialEvent.REDEEM)
                .orElseThrow(() -> new IllegalStateException("what was just issued cannot be redeemed"));
        IssuedCredential credential = Transitions.enter(context, issued, next);
        SignedCredential signed = RedemptionRules.activate(context, site, credential, request.holderKey());
        unit.projectCodes()
                .addRedemption(new ProjectRedemption(
                        customer, request.holderKey(), code.number(), credential.serial(), context.now()));
        unit.projectCodes().update(code.used());
        return new RedemptionDecision.Grant(Grants.of(context, site, credential, signed.statement()));
    }

    /** A credential of nobody known, on a device of its own. */
    private IssuedCredential issue() {
        UnitOfWork unit = context.unit();
        CustomerId customer = site.customer();
        long number = new AccessNumbers(context, customer, profile.id()).consecutive("");
        long serial = unit.counters().next(customer, Counter.SERIAL);
        new Charges(context, site, profile.credit())
                .issue(Costs.of(context, site, profile.credit()), new ChargedKey(serial, number));
        long device = unit.counters().next(customer, Counter.DEVICE);
        unit.people()
                .addDevice(new Device(
                        customer,
                        device,
                        IssuedCredential.NOBODY,
                        DEVICE_NAME,
                        Device.Status.UNAUTHENTICATED,
                        context.now()));
        IssuedCredential credential = new IssuedCredential(
                customer,
                serial,
                number,
                IssuedCredential.NOBODY,
                device,
                terms(),
                CredentialState.AWAITING_ACTIVATION,
                IssuedCredential.NO_ACTIVATION,
                Calendars.END_OF_TIME,
                context.now());
        unit.credentials().add(credential);
        context.record(customer, Change.Kind.CREDENTIAL_ISSUED, serial);
        return credential;
    }

    /** What the site gives to everybody ({@code CFG-03}): phones that register themselves wish for nothing. */
    private IssuedCredential.Terms terms() {
        Technology technology =
                profile.credential().technologies().stream().findFirst().orElse(Technology.NONE);
        return new IssuedCredential.Terms(
                Calendars.startOfDay(context.now()),
                context.unit().organisations().settings(site.customer()).defaultValidUntil(),
                IssueCredential.ONLY_GROUP,
                technology);
    }
}

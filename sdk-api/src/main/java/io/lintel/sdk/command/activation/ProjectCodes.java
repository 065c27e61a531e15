package io.lintel.sdk.command.activation;

import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.activation.ActivationCode;
import io.lintel.sdk.command.Calendars;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Environment;
import io.lintel.sdk.command.SiteKeys;
import io.lintel.sdk.command.credential.Tickets;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.ProjectCode;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.profile.ActivationRules;
import io.lintel.sdk.profile.Profile;
import io.lintel.sdk.site.ProjectActivation;
import io.lintel.sdk.store.Counters.Counter;
import io.lintel.sdk.store.UnitOfWork;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Makes and shows the codes of sites where people register themselves. */
public final class ProjectCodes {

    private ProjectCodes() {}

    /** Opens a code in place of the one before, if there was one. */
    public static ProjectCode open(CommandContext context, Site site, Profile profile) {
        CustomerId customer = site.customer();
        UnitOfWork unit = context.unit();
        unit.projectCodes()
                .newest(customer)
                .ifPresent(old -> unit.projectCodes().update(old.voidedAt(context.now())));
        ProjectCode code = new ProjectCode(
                customer,
                unit.counters().next(customer, Counter.PROJECT_CODE),
                context.id(),
                context.now(),
                profile.activation().boundedValidity().map(validity -> Calendars.plus(context.now(), validity)),
                0,
                Optional.empty());
        CryptoSuite crypto = context.crypto(site);
        unit.projectCodes().add(code, Tickets.hash(crypto, code(context.environment(), unit, site, code)));
        context.record(customer, Change.Kind.PROJECT_CODE_OPENED, code.number());
        return code;
    }

    /** Shows the open code of a site, or refuses where people do not register themselves. */
    public static ProjectActivation show(Environment environment, UnitOfWork unit, CustomerId customer) {
        Site site = unit.sites().find(customer).orElseThrow(() -> new ManagerException.NotFound("site " + customer));
        Profile profile =
                environment.profiles().of(unit.sites().foundation(customer).profile());
        requireSelfService(profile);
        ProjectCode code = unit.projectCodes()
                .newest(customer)
                .orElseThrow(() -> new IllegalStateException("a site with self-service has no code"));
        return new ProjectActivation(
                customer,
                code.number(),
                site.suite(),
                new SiteKeys(environment, unit).managerPublicKey(site.suite()),
                code(environment, unit, site, code),
                code.created(),
                code.expires(),
                usesLeft(profile.activation(), code));
    }

    /** Self-service is chosen when a site is created ({@code SSR-02}). */
    public static void requireSelfService(Profile profile) {
        if (!profile.enrolment().selfService()) {
            throw new ManagerException.Refused(
                    ErrorCode.ENROLMENT_NOT_OFFERED,
                    "people do not register themselves at this site, and that cannot be enabled later; create a site with a"
                            + " profile whose enrolment is SELF_SERVICE");
        }
    }

    private static OptionalLong usesLeft(ActivationRules rules, ProjectCode code) {
        OptionalInt most = rules.boundedUses();
        return most.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Math.max(0, most.getAsInt() - code.uses()));
    }

    private static ActivationCode code(Environment environment, UnitOfWork unit, Site site, ProjectCode code) {
        try (SecretBytes key = new SiteKeys(environment, unit).activationCode(site.customer())) {
            return Tickets.deriveOfProject(environment.crypto(site.suite()), key, code.number(), code.command());
        }
    }
}

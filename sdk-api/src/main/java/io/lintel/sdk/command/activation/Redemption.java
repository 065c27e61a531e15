package io.lintel.sdk.command.activation;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.Suite;
import io.lintel.protocol.activation.ActivationException;
import io.lintel.protocol.activation.ActivationGrant;
import io.lintel.protocol.activation.ActivationLink;
import io.lintel.protocol.activation.ActivationRefusal;
import io.lintel.protocol.activation.ManagerActivation;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Environment;
import io.lintel.sdk.command.SiteKeys;
import io.lintel.sdk.command.SourceBudget;
import io.lintel.sdk.command.credential.Tickets;
import io.lintel.sdk.credential.OpenedLink;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Principal;
import io.lintel.sdk.store.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Answers activation requests of phones: opens, decides durably, and only then responds. Thread-safe. */
public final class Redemption {

    private final Environment environment;
    private final SourceBudget sources;
    private final RedemptionLimit limit = new RedemptionLimit();
    private final SelfServiceLimit selfService = new SelfServiceLimit();

    /** What a code belongs to. */
    private record Target(CustomerId customer, boolean givesANewNumber) {}

    public Redemption(Environment environment, SourceBudget sources) {
        this.environment = environment;
        this.sources = sources;
    }

    public Bytes redeem(Bytes request, String source) {
        Instant now = environment.now();
        sources.take(source, now);
        Suite suite = ManagerActivation.suiteOf(request).orElseThrow(() -> notAuthentic(source, now));
        CryptoSuite crypto = environment.crypto(suite);
        try (DhKeyPair managerKey = managerKey(suite, source, now);
                ManagerActivation activation = ManagerActivation.open(crypto, managerKey, request)) {
            return answer(activation, crypto, source, now);
        } catch (ActivationException e) {
            throw notAuthentic(source, now);
        }
    }

    /** Somebody opened a link outside the app. Wrong ones count like wrong codes. */
    public OpenedLink opened(ActivationLink link, String source) {
        Instant now = environment.now();
        sources.take(source, now);
        Optional<Duration> wait = limit.waitOf(source, now);
        if (wait.isPresent()) {
            throw new ManagerException.Refused(
                    ErrorCode.RATE_LIMITED,
                    "there were too many wrong links from one network; try again later",
                    wait.get());
        }
        OpenedLink opened = LinkOpening.open(environment, Tickets.hash(environment.crypto(link.suite()), link.code()));
        if (opened == OpenedLink.EXPIRED) {
            limit.failed(source, now);
        }
        return opened;
    }

    private Bytes answer(ManagerActivation activation, CryptoSuite crypto, String source, Instant now) {
        Optional<Duration> wait = limit.waitOf(source, now);
        if (wait.isPresent()) {
            return activation.refuse(ActivationRefusal.RATE_LIMITED, wait, crypto.generateEphemeral());
        }
        RedemptionRequest redeemed = new RedemptionRequest(
                Tickets.hash(crypto, activation.code()),
                activation.requestId(),
                activation.holderKey().encoded(),
                crypto.id());
        Optional<Target> target = environment.store().read(unit -> target(unit, redeemed));
        Optional<Duration> full = target.filter(Target::givesANewNumber)
                .flatMap(found -> selfService.take(found.customer(), source, now));
        if (full.isPresent()) {
            return activation.refuse(ActivationRefusal.RATE_LIMITED, full, crypto.generateEphemeral());
        }
        RedemptionDecision decision = target.map(found -> decide(found.customer(), redeemed))
                .orElseGet(() -> new RedemptionDecision.Refusal(ActivationRefusal.UNKNOWN_CODE));
        if (decision instanceof RedemptionDecision.Grant granted) {
            ActivationGrant grant = granted.grant();
            try {
                return activation.grant(grant, crypto.generateEphemeral());
            } finally {
                grant.projectKey().destroy();
            }
        }
        ActivationRefusal reason = ((RedemptionDecision.Refusal) decision).reason();
        if (reason == ActivationRefusal.UNKNOWN_CODE) {
            limit.failed(source, now);
        }
        return activation.refuse(reason, Optional.empty(), crypto.generateEphemeral());
    }

    /** Whose code it is; guesses are turned away here, without taking a writer's place. */
    private static Optional<Target> target(UnitOfWork unit, RedemptionRequest request) {
        return unit.activations()
                .findByCodeHash(request.codeHash())
                .map(activation -> new Target(activation.customer(), false))
                .or(() -> unit.projectCodes()
                        .findByCodeHash(request.codeHash())
                        .map(code -> new Target(
                                code.customer(),
                                code.voided().isEmpty()
                                        && unit.projectCodes()
                                                .redemption(code.customer(), request.holderKey())
                                                .isEmpty())));
    }

    private RedemptionDecision decide(CustomerId customer, RedemptionRequest request) {
        try {
            return environment.store().write(customer, unit -> decide(unit, request));
        } catch (ManagerException.Refused refused) {
            if (refused.code() != ErrorCode.INVALID_REQUEST && refused.code() != ErrorCode.INSUFFICIENT_CREDIT) {
                throw refused;
            }
            // No number or no credit: nothing was done, and the phone is not to know more of the site than that.
            return new RedemptionDecision.Refusal(ActivationRefusal.NONE_LEFT);
        }
    }

    private RedemptionDecision decide(UnitOfWork unit, RedemptionRequest request) {
        CommandContext context =
                CommandContext.begin(environment, unit, Principal.phone(), new CommandId(request.requestId()));
        return RedemptionRules.decide(context, request);
    }

    private DhKeyPair managerKey(Suite suite, String source, Instant now) {
        return environment.store().read(unit -> {
            SiteKeys keys = new SiteKeys(environment, unit);
            if (!keys.hasManagerKey(suite)) {
                throw notAuthentic(source, now);
            }
            return keys.manager(suite);
        });
    }

    private ManagerException notAuthentic(String source, Instant now) {
        sources.failed(source, now);
        return new ManagerException.Refused(
                ErrorCode.ACTIVATION_NOT_AUTHENTIC,
                "the activation request was not made for this manager, or was damaged; it gets no answer");
    }
}

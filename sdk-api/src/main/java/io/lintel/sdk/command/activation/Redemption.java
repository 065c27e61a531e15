package io.lintel.sdk.command.activation;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.Suite;
import io.lintel.protocol.activation.ActivationException;
import io.lintel.protocol.activation.ActivationGrant;
import io.lintel.protocol.activation.ActivationRefusal;
import io.lintel.protocol.activation.ManagerActivation;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Environment;
import io.lintel.sdk.command.SiteKeys;
import io.lintel.sdk.command.SourceBudget;
import io.lintel.sdk.command.credential.Tickets;
import io.lintel.sdk.model.Activation;
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

    private Bytes answer(ManagerActivation activation, CryptoSuite crypto, String source, Instant now) {
        Optional<Duration> wait = limit.waitOf(source, now);
        if (wait.isPresent()) {
            return activation.refuse(ActivationRefusal.RATE_LIMITED, wait, crypto.generateDhKeyPair());
        }
        RedemptionDecision decision = decide(activation, crypto);
        if (decision instanceof RedemptionDecision.Grant granted) {
            ActivationGrant grant = granted.grant();
            try {
                return activation.grant(grant, crypto.generateDhKeyPair());
            } finally {
                grant.projectKey().destroy();
            }
        }
        ActivationRefusal reason = ((RedemptionDecision.Refusal) decision).reason();
        if (reason == ActivationRefusal.UNKNOWN_CODE) {
            limit.failed(source, now);
        }
        return activation.refuse(reason, Optional.empty(), crypto.generateDhKeyPair());
    }

    private RedemptionDecision decide(ManagerActivation activation, CryptoSuite crypto) {
        Bytes codeHash = Tickets.hash(crypto, activation.code());
        // Guesses are turned away here, without taking a writer's place.
        Optional<CustomerId> customer = environment
                .store()
                .read(unit -> unit.activations().findByCodeHash(codeHash).map(Activation::customer));
        if (customer.isEmpty()) {
            return new RedemptionDecision.Refusal(ActivationRefusal.UNKNOWN_CODE);
        }
        RedemptionRequest redeemed = new RedemptionRequest(
                codeHash, activation.requestId(), activation.holderKey().encoded(), crypto.id());
        return environment.store().write(customer.get(), unit -> decide(unit, redeemed));
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

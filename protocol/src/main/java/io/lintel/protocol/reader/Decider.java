package io.lintel.protocol.reader;

import io.lintel.protocol.reader.ReaderClock.Without;
import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.tap.DenialReason;
import io.lintel.protocol.tap.Intent;
import io.lintel.protocol.tap.TapPath;
import io.lintel.protocol.tap.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the built-in policy, then the site's own, and states the outcome as an event. */
final class Decider {
    private static final Logger LOG = LoggerFactory.getLogger(Decider.class);

    private Decider() {}

    /** Decides by what the reader goes by at this moment, whatever it was when the tap began. */
    static AccessEvent decide(
            Services tap,
            Signed<Credential> signed,
            Intent intent,
            TapPath path,
            Transport transport,
            Duration answerTime,
            Instant now) {
        RunningDecisions.Round round = tap.decisions().begin();
        try {
            int keyEpoch = tap.configuration().projectKey().epoch();
            return decide(tap.newest().get(), keyEpoch, signed, intent, path, transport, answerTime, now);
        } finally {
            tap.decisions().end(round);
        }
    }

    private static AccessEvent decide(
            Services services,
            int keyEpoch,
            Signed<Credential> signed,
            Intent intent,
            TapPath path,
            Transport transport,
            Duration answerTime,
            Instant now) {
        Credential credential = signed.value();
        if (isOfAKeyInUse(services, signed)) {
            services.floor().raise(credential.issued());
        }
        Instant time = services.floor().atLeast(now);
        ReaderConfiguration configuration = services.configuration();
        var certificate = services.identity().certificate().value();
        AccessRequest request = new AccessRequest(
                credential,
                intent,
                transport,
                path,
                answerTime,
                time,
                certificate,
                keyEpoch,
                services.list().get());
        Optional<DenialReason> denial = issuer(services, signed, time);
        if (denial.isEmpty()) {
            denial = clock(services, now);
        }
        if (denial.isEmpty()) {
            denial = new SitePolicy(configuration.policy()).decide(request).denial();
        }
        if (denial.isEmpty()) {
            denial = siteRule(services, request);
        }
        return new AccessEvent(
                now,
                certificate.readerNumber(),
                credential.serial(),
                credential.accessNumber(),
                denial,
                path,
                intent,
                transport,
                answerTime);
    }

    /** A key that was given up, perhaps because it was stolen, must not set the clock's floor, which never falls. */
    private static boolean isOfAKeyInUse(Services services, Signed<Credential> signed) {
        return signed.value().issuingEpoch() >= services.list().minimumIssuingEpoch();
    }

    /** A credential that was verified once is asked again whether its issuing key is still good; costs no signature. */
    private static Optional<DenialReason> issuer(Services services, Signed<Credential> signed, Instant now) {
        return services.configuration().trust().trusts(signed, now)
                ? Optional.empty()
                : Optional.of(DenialReason.EPOCH_TOO_OLD);
    }

    /** A clock that was lost stands at the floor for who knows how long: no end of anything can be judged by it. */
    private static Optional<DenialReason> clock(Services services, Instant now) {
        boolean denies = services.configuration().policy().clock().without() == Without.DENY;
        return denies && !services.isRight(now) ? Optional.of(DenialReason.NO_CLOCK) : Optional.empty();
    }

    private static Optional<DenialReason> siteRule(Services services, AccessRequest request) {
        try {
            return services.ports().policy().decide(request).denial();
        } catch (RuntimeException failed) {
            LOG.error("the site's access policy failed; access is denied", failed);
            return Optional.of(DenialReason.SITE_RULE);
        }
    }
}

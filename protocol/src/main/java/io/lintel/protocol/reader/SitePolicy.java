package io.lintel.protocol.reader;

import io.lintel.protocol.reader.PolicySettings.PersonVerification;
import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.statement.CredentialFlag;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Technology;
import io.lintel.protocol.tap.Assurance;
import io.lintel.protocol.tap.DenialReason;
import io.lintel.protocol.tap.Trigger;
import java.time.Instant;
import java.util.Optional;

/**
 * The built-in policy: the list and its epochs, revocation, validity, lease, group, technology colour, gesture, answer time and transport,
 * in this order, first denial wins (spec/protocol.md 7). The signature and the
 * reader's clock were checked before any policy is asked.
 */
public final class SitePolicy implements AccessPolicy {
    private final PolicySettings settings;

    public SitePolicy(PolicySettings settings) {
        this.settings = settings;
    }

    @Override
    public Decision decide(AccessRequest request) {
        Optional<DenialReason> denial = list(request);
        if (denial.isEmpty()) {
            denial = time(request);
        }
        if (denial.isEmpty()) {
            denial = door(request);
        }
        if (denial.isEmpty()) {
            denial = gesture(request);
        }
        if (denial.isEmpty()) {
            denial = channel(request);
        }
        return denial.isPresent() ? Decision.denied(denial.get()) : Decision.granted();
    }

    private Optional<DenialReason> list(AccessRequest request) {
        RevocationList list = request.list().orElse(null);
        if (list == null || !request.now().isBefore(settings.deniesFrom(list.expires()))) {
            return Optional.of(DenialReason.LIST_STALE);
        }
        return enforced(list, request);
    }

    private static Optional<DenialReason> enforced(RevocationList list, AccessRequest request) {
        Credential credential = request.credential();
        if (request.keyEpoch() < list.minimumKeyEpoch() || credential.issuingEpoch() < list.minimumIssuingEpoch()) {
            return Optional.of(DenialReason.EPOCH_TOO_OLD);
        }
        return list.revokes(credential.serial()) ? Optional.of(DenialReason.REVOKED) : Optional.empty();
    }

    private static Optional<DenialReason> time(AccessRequest request) {
        Credential credential = request.credential();
        if (request.now().isBefore(credential.validFrom())) {
            return Optional.of(DenialReason.NOT_YET_VALID);
        }
        Optional<Instant> end = credential.validUntil();
        if (end.isPresent() && !request.now().isBefore(end.get())) {
            return Optional.of(DenialReason.EXPIRED);
        }
        return request.now().isBefore(credential.leaseEnd()) ? Optional.empty() : Optional.of(DenialReason.LEASE_ENDED);
    }

    private static Optional<DenialReason> door(AccessRequest request) {
        if (!request.credential().isFor(request.reader().groups())) {
            return Optional.of(DenialReason.WRONG_GROUP);
        }
        Technology colour = request.reader().technology();
        return colour == request.credential().technology()
                ? Optional.empty()
                : Optional.of(DenialReason.WRONG_TECHNOLOGY);
    }

    private Optional<DenialReason> gesture(AccessRequest request) {
        boolean wanted = settings.personVerification() == PersonVerification.REQUIRED
                || request.credential().flags().contains(CredentialFlag.PERSON_VERIFICATION_REQUIRED);
        if (wanted && !request.intent().assurances().contains(Assurance.PERSON_VERIFIED)) {
            return Optional.of(DenialReason.PERSON_NOT_VERIFIED);
        }
        boolean bare = request.intent().trigger() == Trigger.AUTOMATIC
                && request.credential().flags().contains(CredentialFlag.GESTURE_REQUIRED);
        return !bare && settings.triggers().contains(request.intent().trigger())
                ? Optional.empty()
                : Optional.of(DenialReason.TRIGGER_NOT_ALLOWED);
    }

    private Optional<DenialReason> channel(AccessRequest request) {
        if (!settings.transports().contains(request.transport())) {
            return Optional.of(DenialReason.TRANSPORT_NOT_ALLOWED);
        }
        // A clock that went back while the phone answered has measured nothing.
        boolean inTime =
                !request.answerTime().isNegative() && request.answerTime().compareTo(settings.maxAnswerTime()) <= 0;
        return inTime ? Optional.empty() : Optional.of(DenialReason.TOO_SLOW);
    }
}

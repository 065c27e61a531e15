package io.lintel.protocol.reader;

import io.lintel.protocol.reader.PolicySettings.PersonVerification;
import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.statement.CredentialFlag;
import io.lintel.protocol.statement.ReaderCertificate;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.tap.Assurance;
import io.lintel.protocol.tap.DenialReason;
import io.lintel.protocol.tap.Intent;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.tap.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The built-in policy once more, as a list of all that speaks against a tap: slow, plain, and written from the design. */
final class PolicyOracle {
    private PolicyOracle() {}

    /** Returns every reason against the tap, the one that the phone is told first. */
    static List<DenialReason> objections(
            Credential credential,
            ReaderCertificate reader,
            PolicySettings settings,
            Optional<RevocationList> list,
            Intent intent,
            Transport transport,
            Duration answerTime,
            int keyEpoch,
            Instant now) {
        List<DenialReason> objections = new ArrayList<>();
        boolean stale = list.isEmpty()
                || !list.get().expires().plus(settings.staleAllowance()).isAfter(now);
        if (stale) {
            objections.add(DenialReason.LIST_STALE);
        }
        if (list.isPresent()) {
            RevocationList enforced = list.get();
            if (keyEpoch < enforced.minimumKeyEpoch() || credential.issuingEpoch() < enforced.minimumIssuingEpoch()) {
                objections.add(DenialReason.EPOCH_TOO_OLD);
            }
            boolean named = enforced.revoked().toSet().stream().anyMatch(serial -> serial == credential.serial());
            if (named || credential.serial() < enforced.baseSerial()) {
                objections.add(DenialReason.REVOKED);
            }
        }
        if (credential.validFrom().isAfter(now)) {
            objections.add(DenialReason.NOT_YET_VALID);
        }
        if (credential.validUntil().isPresent()
                && !credential.validUntil().get().isAfter(now)) {
            objections.add(DenialReason.EXPIRED);
        }
        if (!credential.leaseEnd().isAfter(now)) {
            objections.add(DenialReason.LEASE_ENDED);
        }
        if (credential.groups().stream().noneMatch(reader.groups()::contains)) {
            objections.add(DenialReason.WRONG_GROUP);
        }
        if (credential.technology() != reader.technology()) {
            objections.add(DenialReason.WRONG_TECHNOLOGY);
        }
        boolean personWanted = settings.personVerification() == PersonVerification.REQUIRED
                || credential.flags().contains(CredentialFlag.PERSON_VERIFICATION_REQUIRED);
        if (personWanted && !intent.assurances().contains(Assurance.PERSON_VERIFIED)) {
            objections.add(DenialReason.PERSON_NOT_VERIFIED);
        }
        boolean gestureMissing =
                credential.flags().contains(CredentialFlag.GESTURE_REQUIRED) && intent.trigger() == Trigger.AUTOMATIC;
        if (gestureMissing || !settings.triggers().contains(intent.trigger())) {
            objections.add(DenialReason.TRIGGER_NOT_ALLOWED);
        }
        if (!settings.transports().contains(transport)) {
            objections.add(DenialReason.TRANSPORT_NOT_ALLOWED);
        }
        if (answerTime.compareTo(settings.maxAnswerTime()) > 0) {
            objections.add(DenialReason.TOO_SLOW);
        }
        return objections;
    }
}

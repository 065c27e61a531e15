package io.lintel.conformance.reader;

import io.lintel.conformance.bench.Trial;
import io.lintel.conformance.material.CredentialTerms;
import io.lintel.conformance.material.Holder;
import io.lintel.conformance.material.Material;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.DhKeyPair;
import io.lintel.protocol.statement.CredentialFlag;
import io.lintel.protocol.statement.Technology;
import io.lintel.protocol.tap.Assurance;
import io.lintel.protocol.tap.DenialReason;
import io.lintel.protocol.tap.Intent;
import io.lintel.protocol.tap.Trigger;
import io.lintel.protocol.wire.Answer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** Credentials that are not authentic, and genuine ones that the policy denies. */
final class CredentialCases {
    private static final int SIGNATURE = 64;
    private static final Bytes CONTEXT = Bytes.utf8("lintel/1/credential\0");
    private static final Duration HOUR = Duration.ofHours(1);

    private CredentialCases() {}

    static List<Trial<ReaderBench>> all() {
        return List.of(
                ColdCases.refused(
                        "reader.credential.other-holder",
                        "TAP-4.5-8",
                        "a genuine credential of another holder key",
                        (phone, holder) -> {
                            Material material = phone.material();
                            Holder other = material.issue(new CredentialTerms(1_500_000, Instant.now()));
                            return phone.whole(other.credential(), PhoneEnd.GESTURE);
                        }),
                ColdCases.refused(
                        "reader.credential.signature",
                        "TAP-4.5-10",
                        "a credential with a wrong signature",
                        (phone, holder) -> phone.whole(
                                ColdCases.flip(
                                        holder.credential(), holder.credential().size() - 1),
                                PhoneEnd.GESTURE)),
                ColdCases.refused(
                        "reader.credential.altered",
                        "TAP-4.5-10",
                        "a credential with another serial than was signed",
                        (phone, holder) -> phone.whole(ColdCases.flip(holder.credential(), 14), PhoneEnd.GESTURE)),
                new Trial<>(
                        "reader.credential.issuing-epoch",
                        "TAP-4.5-10",
                        "a credential of an issuing epoch without a key",
                        bench -> {
                            Holder holder = bench.holder(terms -> terms.issuingEpoch(9));
                            bench.refusedCold("TAP-4.5-10", holder, phone -> ColdCases.whole(phone, holder));
                        }),
                signed(
                        "reader.credential.default-written",
                        "TAP-11-7",
                        "a field written with its default",
                        (material, body) -> Bytes.concat(body, Bytes.of(0x60, 0x00))),
                signed(
                        "reader.credential.flag-reserved",
                        "TAP-11-18",
                        "a flag that is not defined",
                        (material, body) -> Bytes.concat(body, Bytes.of(0x60, 0x04))),
                signed(
                        "reader.credential.field-unknown",
                        "TAP-11-8",
                        "an unknown field below 16",
                        (material, body) -> Bytes.concat(body, Bytes.of(0x68, 0x01))),
                signed(
                        "reader.credential.varint-long",
                        "TAP-11-6",
                        "a varint longer than it need be",
                        (material, body) -> Bytes.concat(body, Bytes.of(0x60, 0x81, 0x00))),
                new Trial<>(
                        "reader.credential.field-of-later-version",
                        "TAP-11-9",
                        "an unknown field from 16 on is kept and ignored",
                        CredentialCases::laterField),
                denied(
                        "not-yet-valid",
                        "TAP-7-12",
                        DenialReason.NOT_YET_VALID,
                        (bench, terms) -> terms.validFrom(bench.now().plus(HOUR))),
                denied(
                        "expired",
                        "TAP-7-13",
                        DenialReason.EXPIRED,
                        (bench, terms) -> terms.validUntil(bench.now().minus(HOUR))),
                denied(
                        "lease-ended",
                        "TAP-7-14",
                        DenialReason.LEASE_ENDED,
                        (bench, terms) -> terms.leaseEnd(bench.now().minus(HOUR))),
                denied(
                        "revoked-listed",
                        "TAP-7-11",
                        DenialReason.REVOKED,
                        (bench, terms) -> terms.serial(Material.REVOKED_SERIAL)),
                denied(
                        "revoked-below-base",
                        "TAP-7-11",
                        DenialReason.REVOKED,
                        (bench, terms) -> terms.serial(bench.random().nextLong(1, Material.BASE_SERIAL))),
                denied(
                        "wrong-group",
                        "TAP-7-15",
                        DenialReason.WRONG_GROUP,
                        (bench, terms) -> terms.groups(Set.of(Material.GROUP + 2))),
                denied(
                        "wrong-technology",
                        "TAP-7-16",
                        DenialReason.WRONG_TECHNOLOGY,
                        (bench, terms) -> terms.technology(Technology.GREEN)),
                denied(
                        "person-not-verified",
                        "TAP-7-17",
                        DenialReason.PERSON_NOT_VERIFIED,
                        (bench, terms) -> terms.flags(CredentialFlag.PERSON_VERIFICATION_REQUIRED)),
                denied(
                        "first-rule-wins",
                        "TAP-7-1",
                        DenialReason.REVOKED,
                        (bench, terms) -> terms.serial(Material.REVOKED_SERIAL)
                                .validUntil(bench.now().minus(HOUR))
                                .groups(Set.of(Material.GROUP + 2))),
                new Trial<>(
                        "reader.policy.person-verified",
                        "TAP-7-17",
                        "a credential that wants the person verified, and a phone that says so",
                        CredentialCases::personVerified),
                new Trial<>(
                        "reader.policy.gesture-required",
                        "TAP-7-18",
                        "a credential that wants a gesture, and an automatic tap",
                        bench -> automatic(bench, bench.holder(terms -> terms.flags(CredentialFlag.GESTURE_REQUIRED)))),
                new Trial<>(
                        "reader.policy.trigger",
                        "TAP-7-18",
                        "a trigger that the site does not accept",
                        bench -> deny(
                                bench,
                                bench.holder(),
                                "TAP-7-18",
                                DenialReason.TRIGGER_NOT_ALLOWED,
                                Intent.of(Trigger.DISPLAY))));
    }

    private static void automatic(ReaderBench bench, Holder holder) throws IOException {
        deny(bench, holder, "TAP-7-18", DenialReason.TRIGGER_NOT_ALLOWED, Intent.of(Trigger.AUTOMATIC));
    }

    private static Trial<ReaderBench> denied(
            String what,
            String number,
            DenialReason reason,
            BiFunction<ReaderBench, CredentialTerms, CredentialTerms> terms) {
        return new Trial<>("reader.policy." + what, number, "a credential that is denied as " + what, bench -> {
            Holder holder = bench.holder(draft -> terms.apply(bench, draft));
            deny(bench, holder, number, reason, PhoneEnd.GESTURE);
        });
    }

    /** Taps cold and is denied. */
    static void deny(ReaderBench bench, Holder holder, String number, DenialReason reason, Intent intent)
            throws IOException {
        try (ReaderTap tap = bench.open();
                PhoneEnd phone = tap.phone(holder)) {
            tap.send(phone.whole(holder.credential(), intent));
            try (var session = phone.session()) {
                Answer answer = tap.expectDenied(number, session, reason);
                io.lintel.conformance.bench.Mismatch.unless(
                        answer.resumption() == Answer.Resumption.DROPPED,
                        "TAP-4.6-7",
                        "resumption 1 behind a cold tap that was denied",
                        "resumption 0");
            }
        }
    }

    private static void personVerified(ReaderBench bench) throws IOException {
        Holder holder = bench.holder(terms -> terms.flags(CredentialFlag.PERSON_VERIFICATION_REQUIRED));
        try (ReaderTap tap = bench.open();
                PhoneEnd phone = tap.phone(holder)) {
            tap.send(phone.whole(holder.credential(), Intent.of(Trigger.LIST, Assurance.PERSON_VERIFIED)));
            tap.expectGranted("TAP-7-17", phone.session());
        }
    }

    /** A credential whose body was altered before it was signed. */
    private static Trial<ReaderBench> signed(
            String id, String number, String title, BiFunction<Material, Bytes, Bytes> alteration) {
        return new Trial<>(id, number, "a genuine signature over " + title, bench -> {
            Holder holder = resigned(bench, alteration);
            bench.refusedCold(number, holder, phone -> ColdCases.whole(phone, holder));
        });
    }

    private static Holder resigned(ReaderBench bench, BiFunction<Material, Bytes, Bytes> alteration) {
        Material material = bench.material();
        DhKeyPair key = material.suite().generateDhKeyPair();
        Bytes genuine = material.sign(bench.terms(), key.publicKey().encoded());
        Bytes body = alteration.apply(material, genuine.slice(0, genuine.size() - SIGNATURE));
        Bytes signature = material.suite().sign(material.credentialKey().privateKey(), Bytes.concat(CONTEXT, body));
        return new Holder(key, Bytes.concat(body, signature));
    }

    private static void laterField(ReaderBench bench) throws IOException {
        Holder holder = resigned(bench, (material, body) -> Bytes.concat(body, Bytes.of(0x80, 0x01, 0x07)));
        try (ReaderTap tap = bench.open();
                PhoneEnd phone = tap.phone(holder)) {
            tap.send(ColdCases.whole(phone, holder));
            tap.expectGranted("TAP-11-9", phone.session());
        }
    }
}

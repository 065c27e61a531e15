package io.lintel.conformance.reader;

import io.lintel.conformance.bench.NotTried;
import io.lintel.conformance.bench.SmallOrder;
import io.lintel.conformance.bench.Trial;
import io.lintel.conformance.material.Holder;
import io.lintel.conformance.material.Material;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.Suite;
import io.lintel.protocol.wire.Lengths;
import io.lintel.protocol.wire.Padding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Cold taps: the ways that are right, and every part of the message spoilt. */
final class ColdCases {
    private ColdCases() {}

    static List<Trial<ReaderBench>> all() {
        List<Trial<ReaderBench>> all = new ArrayList<>(List.of(
                new Trial<>(
                        "reader.cold.whole",
                        "TAP-6.1-9",
                        "a whole credential that the reader has never seen",
                        bench -> bench.granted(bench.holder())),
                new Trial<>(
                        "reader.cold.reference",
                        "TAP-4.5-1",
                        "a reference to a credential of the directory",
                        ColdCases::reference),
                new Trial<>(
                        "reader.cold.reference-cached",
                        "TAP-4.5-7",
                        "a reference to a credential that came whole before",
                        ColdCases::cached),
                new Trial<>(
                        "reader.cold.replay",
                        "TAP-6.1-6",
                        "a recorded cold message on another channel",
                        ColdCases::replay),
                new Trial<>(
                        "reader.cold.twice",
                        "TAP-6.1-26",
                        "a second cold message behind the answer",
                        ColdCases::twice)));
        all.addAll(spoilt());
        return all;
    }

    private static List<Trial<ReaderBench>> spoilt() {
        return List.of(
                refused(
                        "reader.cold.gate",
                        "TAP-6.1-6",
                        "a wrong gate",
                        (phone, holder) -> flip(whole(phone, holder), 1)),
                refused(
                        "reader.cold.ephemeral-altered",
                        "TAP-6.1-6",
                        "an ephemeral key that the gate does not fit",
                        (phone, holder) -> flip(whole(phone, holder), 1 + Lengths.GATE + 3)),
                refused(
                        "reader.cold.static-altered",
                        "TAP-6.1-8",
                        "a sealed static key with a bit changed",
                        (phone, holder) ->
                                flip(whole(phone, holder), Lengths.KIND + Lengths.GATE + keySize(phone) + 2)),
                refused(
                        "reader.cold.payload-altered",
                        "TAP-6.1-8",
                        "a sealed payload with a bit changed",
                        (phone, holder) -> {
                            Bytes whole = whole(phone, holder);
                            return flip(whole, whole.size() - 40);
                        }),
                refused(
                        "reader.cold.tag-altered",
                        "TAP-6.1-8",
                        "a payload's tag with a bit changed",
                        (phone, holder) -> {
                            Bytes whole = whole(phone, holder);
                            return flip(whole, whole.size() - 1);
                        }),
                refused(
                        "reader.cold.form",
                        "TAP-4.4-5",
                        "a payload of form 03",
                        (phone, holder) -> phone.cold(payload(3, 1, 0, Padding.pad(holder.credential(), 160)))),
                refused(
                        "reader.cold.form-for-length",
                        "TAP-4.4-5",
                        "form 01 with the length of form 02",
                        (phone, holder) -> phone.cold(payload(1, 1, 0, Padding.pad(holder.credential(), 160)))),
                refused(
                        "reader.cold.trigger-zero",
                        "TAP-4.4-9",
                        "trigger 0",
                        (phone, holder) -> phone.cold(payload(2, 0, 0, Padding.pad(holder.credential(), 160)))),
                refused(
                        "reader.cold.trigger-unknown",
                        "TAP-4.4-9",
                        "trigger 5",
                        (phone, holder) -> phone.cold(payload(2, 5, 0, Padding.pad(holder.credential(), 160)))),
                refused(
                        "reader.cold.intent-reserved",
                        "TAP-4.4-9",
                        "a reserved bit of intent",
                        (phone, holder) -> phone.cold(payload(2, 1, 4, Padding.pad(holder.credential(), 160)))),
                refused(
                        "reader.cold.padding-length-zero",
                        "TAP-3-7",
                        "a padded credential of length 0",
                        (phone, holder) -> phone.cold(payload(2, 1, 0, Bytes.copyOf(new byte[161])))),
                refused(
                        "reader.cold.padding-length-above",
                        "TAP-3-7",
                        "a padded credential of length 161",
                        (phone, holder) ->
                                phone.cold(payload(2, 1, 0, Bytes.concat(Bytes.of(161), Bytes.copyOf(new byte[160]))))),
                refused(
                        "reader.cold.padding-not-zero",
                        "TAP-3-7",
                        "padding that is not zero",
                        (phone, holder) ->
                                phone.cold(payload(2, 1, 0, flip(Padding.pad(holder.credential(), 160), 160)))),
                new Trial<>(
                        "reader.cold.ephemeral-no-point",
                        "TAP-6.1-8",
                        "an ephemeral key that is no point, behind a right gate, and nothing else that is right",
                        ColdCases::noPoints),
                new Trial<>(
                        "reader.cold.ephemeral-small-order",
                        "TAP-2.2-2",
                        "an ephemeral key of small order",
                        bench -> smallOrder(bench, Small.EPHEMERAL)),
                new Trial<>(
                        "reader.cold.static-small-order",
                        "TAP-2.2-2",
                        "a static key of small order",
                        bench -> smallOrder(bench, Small.HOLDER)));
    }

    /** Makes a cold message that a reader must refuse. */
    @FunctionalInterface
    interface Spoiler {
        Bytes message(PhoneEnd phone, Holder holder);
    }

    static Trial<ReaderBench> refused(String id, String number, String title, Spoiler spoiler) {
        return new Trial<>(id, number, title, bench -> {
            Holder holder = bench.holder();
            bench.refusedCold(number, holder, phone -> spoiler.message(phone, holder));
        });
    }

    static Bytes whole(PhoneEnd phone, Holder holder) {
        return phone.whole(holder.credential(), PhoneEnd.GESTURE);
    }

    private static int keySize(PhoneEnd phone) {
        return phone.material().suite().id().dhKeySize();
    }

    private static Bytes payload(int form, int trigger, int bits, Bytes rest) {
        return Bytes.concat(Bytes.of(form, trigger, bits), rest);
    }

    /** Changes the lowest bit of one octet. */
    static Bytes flip(Bytes octets, int index) {
        byte[] copy = octets.toByteArray();
        copy[index] ^= 1;
        return Bytes.copyOf(copy);
    }

    private static void reference(ReaderBench bench) throws IOException {
        byReference(bench, bench.material().listed(), "TAP-4.5-1");
    }

    private static void cached(ReaderBench bench) throws IOException {
        Holder holder = bench.holder();
        bench.granted(holder);
        byReference(bench, holder, "TAP-4.5-7");
    }

    private static void byReference(ReaderBench bench, Holder holder, String number) throws IOException {
        try (ReaderTap tap = bench.open();
                PhoneEnd phone = tap.phone(holder)) {
            tap.send(phone.reference(holder.credential(), PhoneEnd.GESTURE));
            tap.expectGranted(number, phone.session());
        }
    }

    private static void replay(ReaderBench bench) throws IOException {
        Holder holder = bench.holder();
        Bytes recorded;
        try (ReaderTap tap = bench.open();
                PhoneEnd phone = tap.phone(holder)) {
            recorded = whole(phone, holder);
            tap.send(recorded);
            tap.expectGranted("TAP-6.1-9", phone.session());
        }
        try (ReaderTap tap = bench.open()) {
            tap.send(recorded);
            tap.expectRefused("TAP-6.1-6");
        }
    }

    private static void twice(ReaderBench bench) throws IOException {
        Holder holder = bench.holder();
        try (ReaderTap tap = bench.open();
                PhoneEnd phone = tap.phone(holder)) {
            Bytes cold = whole(phone, holder);
            tap.send(cold);
            tap.expectGranted("TAP-6.1-9", phone.session());
            tap.send(cold);
            tap.expectClosed("TAP-6.1-26");
        }
    }

    /**
     * Shows that a reader outlives such octets and refuses them. It cannot show that the reader checks the point (section 2.2): a
     * reader that computes something or other with it finds a tag of zeros that does not fit, and says the same.
     */
    private static void noPoints(ReaderBench bench) throws IOException {
        if (bench.material().suite().id() != Suite.P256) {
            throw new NotTried("in suite 1 every 32 octets are a public key");
        }
        for (Bytes bad : BadKeys.p256()) {
            bench.refusedCold("TAP-6.1-8", bench.holder(), phone -> phone.coldWithEphemeral(bad));
        }
    }

    /** Whose half of the agreement is a point of small order. */
    private enum Small {
        EPHEMERAL,
        HOLDER
    }

    private static void smallOrder(ReaderBench bench, Small which) throws IOException {
        Material material = bench.material();
        if (material.suite().id() != Suite.X25519) {
            throw new NotTried("suite 2 has no points of small order");
        }
        for (Bytes point : SmallOrder.POINTS) {
            DhKeyPair bad = new DhKeyPair(
                    material.suite().generateDhKeyPair().privateKey(),
                    material.suite().dhPublicKey(point));
            DhKeyPair good = material.suite().generateDhKeyPair();
            DhKeyPair holder = which == Small.HOLDER ? bad : good;
            DhKeyPair ephemeral = which == Small.EPHEMERAL ? bad : good.duplicate();
            Bytes credential = material.sign(bench.terms(), holder.publicKey().encoded());
            try (ReaderTap tap = bench.open();
                    PhoneEnd phone =
                            PhoneEnd.withZeros(material, bench.transport(), tap.opener(), holder, ephemeral, bad)) {
                tap.send(phone.whole(credential, PhoneEnd.GESTURE));
                tap.expectRefused("TAP-2.2-2");
            }
        }
    }
}

package io.lintel.protocol.vectors;

import io.lintel.crypto.Bytes;
import java.util.List;

/** What couriers bring behind an answer, honest ones and others ({@code spec/revocation.md} 6). */
final class CourierTaps {
    private static final int READERS_OCTETS = 4096;

    private CourierTaps() {}

    static List<Scenario> all() {
        return List.of(
                new Scenario("courier-delta", "A phone that had the reader's list brings the difference.", r -> {
                    carrying(r, "alice", "nothing-revoked", "alice-revoked");
                    carried(r);
                    r.mustEnd(r.tap(), "revoked fast", "revoked fast");
                }),
                new Scenario("courier-chunks", "A phone that never had it brings the list whole.", r -> {
                    carrying(r, "alice", "alice-revoked");
                    carried(r);
                }),
                new Scenario(
                        "courier-goes-on", "What one courier's octets did not suffice for, the next one brings.", r -> {
                            carrying(r, "alice", "many-revoked");
                            Defaults.phone(r.phone("bob"), "bob");
                            r.phone("bob").set("carries", Json.texts(List.of("many-revoked")));
                            carried(r);
                            r.by("bob");
                            carried(r);
                        }),
                new Scenario(
                        "courier-receipt",
                        "A phone without a newer list takes the reader's receipt, and once a day.",
                        r -> {
                            carrying(r, "alice", "nothing-revoked");
                            carried(r);
                            carried(r);
                        }),
                new Scenario("courier-not-wanted", "The reader wants no couriers, and has no receipt to give.", r -> {
                    r.phone("alice").set("carries", Json.texts(List.of("nothing-revoked", "alice-revoked")));
                    carried(r);
                }),
                new Scenario("courier-forged-head", "A head that the site did not sign is not wanted.", r -> {
                    wantingReader(r);
                    int channel = r.tap();
                    r.tellReader(channel, 0, offer(0, zeros(32), forged(r)), "an offer with another signature");
                }),
                new Scenario("courier-old-list", "A list that the reader has already is not wanted.", r -> {
                    wantingReader(r);
                    int channel = r.tap();
                    Bytes head = head(r, "nothing-revoked");
                    r.tellReader(channel, 0, offer(0, zeros(32), head), "an offer of the reader's own list");
                }),
                new Scenario("courier-forged-delta", "A delta that gives another list is given up.", r -> {
                    wantingReader(r);
                    int channel = r.tap();
                    Bytes base = StraightDelta.between(signed(r, "nothing-revoked"), signed(r, "alice-revoked"))
                            .slice(2, 34);
                    r.tellReader(channel, 0, offer(100, base, head(r, "alice-revoked")), "the delta has another size");
                    r.tellReader(channel, 1, Bytes.concat(Bytes.of(18), zeros(100)), "100 zeros");
                }),
                new Scenario("courier-part-unasked", "A part that nobody asked for ends the session.", r -> {
                    wantingReader(r);
                    int channel = r.tap();
                    r.tellReader(channel, 0, Bytes.of(18, 0), "a part of one octet");
                }),
                new Scenario("courier-second-offer", "One offer behind one answer is enough.", r -> {
                    wantingReader(r);
                    int channel = r.tap();
                    Bytes offer = offer(0, zeros(32), head(r, "nothing-revoked"));
                    r.tellReader(channel, 0, offer, "an offer");
                    r.tellReader(channel, 1, offer, "and again");
                }),
                new Scenario(
                        "courier-part-too-long", "A part of another size than was asked for ends the session.", r -> {
                            wantingReader(r);
                            int channel = r.tap();
                            r.tellReader(channel, 0, offer(0, zeros(32), head(r, "alice-revoked")), "an offer");
                            r.tellReader(channel, 1, Bytes.concat(Bytes.of(18), zeros(17)), "the table has 16 octets");
                        }));
    }

    private static void carrying(Recorder r, String phone, String... lists) {
        wantingReader(r);
        r.phone(phone).set("carries", Json.texts(List.of(lists)));
    }

    private static void wantingReader(Recorder r) {
        r.reader().putObject("limits").put("courierOctets", READERS_OCTETS);
    }

    private static void carried(Recorder r) {
        r.carry(r.tap());
    }

    private static Bytes offer(int deltaSize, Bytes base, Bytes head) {
        return Bytes.concat(Bytes.of(16, deltaSize >> 8, deltaSize & 255), base, head);
    }

    private static Bytes forged(Recorder r) {
        Bytes head = head(r, "alice-revoked");
        return Bytes.concat(head.slice(0, head.size() - 1), Bytes.of(head.unsigned(head.size() - 1) ^ 1));
    }

    private static Bytes head(Recorder r, String list) {
        return r.world().signedHead(list);
    }

    private static Bytes signed(Recorder r, String list) {
        return r.world().signedList(list);
    }

    private static Bytes zeros(int size) {
        return Bytes.copyOf(new byte[size]);
    }
}

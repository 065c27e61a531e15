package io.lintel.protocol.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.lintel.crypto.Bytes;
import io.lintel.protocol.vectors.straight.ColdLines;
import io.lintel.protocol.vectors.straight.OpenerLines;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Taps that fail: the wrong site, forged and stolen things, and peers that do not follow the protocol's order. */
final class RefusedTaps {
    private static final Bytes INTENT = Bytes.of(1, 0);

    private RefusedTaps() {}

    static List<Scenario> all() {
        return Stream.of(openers(), certificates(), credentials(), messages(), rates())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Scenario> openers() {
        return List.of(
                new Scenario("wrong-project", "The phone holds nothing of the reader's project.", r -> {
                    r.holding("stranger");
                    r.phone("alice").putArray("readers");
                    opener(r, "unknown-project not-opened", opener -> opener, "");
                }),
                new Scenario(
                        "wrong-version",
                        "Version 2, which is not yet.",
                        r -> opener(r, "wrong-suite not-opened", opener -> with(opener, 1, 2), "version 2")),
                new Scenario(
                        "wrong-suite",
                        "Another suite than the project's.",
                        r -> opener(r, "wrong-suite not-opened", opener -> with(opener, 2, 3), "suite 3")),
                new Scenario(
                        "wrong-key-epoch",
                        "A key epoch that the phone has no key of.",
                        r -> opener(r, "unknown-key-epoch not-opened", opener -> with(opener, 4, 9), "key epoch 9")),
                new Scenario("key-epoch-below-minimum", "The phone's list raised the key epoch.", r -> {
                    r.phone("alice").put("list", "key-epoch-raised");
                    opener(r, "unknown-key-epoch not-opened", opener -> opener, "");
                }),
                new Scenario(
                        "opener-forged", "An outsider's opener for a known reader: the phone only asks who.", r -> {
                            int channel = r.open();
                            OpenerLines.Inputs real = r.walk().openerInputs(channel);
                            OpenerLines.Inputs forged = new OpenerLines.Inputs(
                                    real.curve(),
                                    real.transport(),
                                    r.octets("no project key"),
                                    real.readerKey(),
                                    real.header(),
                                    real.ephemeral());
                            r.toPhone(
                                    channel,
                                    OpenerLines.write(forged, Bytes.of(0, 0, 0, 0, 0, 0, 0, 0, 0))
                                            .message());
                            r.mustEnd(channel, null, null);
                        }));
    }

    private static List<Scenario> certificates() {
        return List.of(
                new Scenario(
                        "reader-revoked", "The phone's list revokes the reader; its certificate helps nothing.", r -> {
                            r.phone("alice").put("list", "front-revoked").putArray("readers");
                            r.mustEnd(r.tap(), null, "not-authentic not-opened");
                        }),
                new Scenario("certificate-of-another-reader", "The certificate does not fit the opener's tag.", r -> {
                    r.phone("alice").putArray("readers");
                    int channel = r.open();
                    r.toPhone(channel, r.opener(channel));
                    Bytes back = Json.hex(r.names().reader("back"), "certificate");
                    Bytes padded = ColdLines.padded(back, 192);
                    r.toPhone(channel, r.walk().reader(channel).opener.certificateMessage(padded), "of reader back");
                    r.mustEnd(channel, null, "not-authentic not-opened");
                }),
                new Scenario("certificate-of-another-project", "Only a certificate of the project counts.", r -> {
                    r.phone("alice").putArray("readers");
                    int channel = r.open();
                    r.toPhone(channel, r.opener(channel));
                    Bytes foreign = Json.hex(r.names().reader("foreign"), "certificate");
                    Bytes padded = ColdLines.padded(foreign, 192);
                    r.toPhone(channel, r.walk().reader(channel).opener.certificateMessage(padded), "of project other");
                    r.mustEnd(channel, null, "not-authentic not-opened");
                }));
    }

    private static List<Scenario> credentials() {
        return List.of(
                new Scenario(
                        "credential-of-another-project",
                        "A good credential of another project.",
                        r -> insider(r, "stranger", "stranger")),
                new Scenario(
                        "credential-stolen",
                        "A good credential, shown by a phone that lacks its key.",
                        r -> insider(r, "alice", "bob")),
                new Scenario("credential-forged", "One octet of a good credential was changed.", r -> {
                    Bytes good = Json.hex(credential(r, "alice"), "signed");
                    insider(r, with(good, 20, good.unsigned(20) ^ 1), holder(r, "alice"));
                }),
                new Scenario(
                        "credential-of-an-unknown-reference",
                        "The reader asks for the credential, and gets another.",
                        r -> {
                            int channel = r.open();
                            Bytes reference = ColdLines.reference(INTENT, Json.hex(credential(r, "alice"), "signed"));
                            r.toReader(
                                    channel,
                                    cold(r, channel, holder(r, "alice"), reference)
                                            .message(),
                                    "by reference");
                            Bytes other = ColdLines.padded(Json.hex(credential(r, "bob"), "signed"), 160);
                            r.toReader(channel, r.walk().reader(channel).tap().credential(other), "bob's credential");
                            r.mustEnd(channel, "not-authentic", null);
                        }));
    }

    private static List<Scenario> messages() {
        return List.of(
                forged(
                        "gate-wrong",
                        "The gate is wrong: refused before any key agreement.",
                        r -> message -> with(message, 1, message.unsigned(1) ^ 1)),
                forged(
                        "cold-tag-wrong",
                        "The last octet is wrong.",
                        r -> message -> with(message, message.size() - 1, message.unsigned(message.size() - 1) ^ 1)),
                new Scenario("fast-unknown", "A hint that the reader does not know is answered use-cold.", r -> {
                    int channel = r.openReader();
                    Bytes fast = Bytes.concat(Bytes.of(5), r.octets("hint").slice(0, 26));
                    r.toReader(channel, fast, "made of nothing");
                    r.toReader(channel, fast, "a second fast message");
                    r.mustEnd(channel, "unexpected", null);
                }),
                new Scenario("answer-forged", "The answer's last octet is wrong.", r -> {
                    int channel = r.open();
                    Bytes answer = r.toReader(channel, r.toPhone(channel, r.opener(channel)));
                    r.toPhone(channel, with(answer, 20, answer.unsigned(20) ^ 1), "last octet");
                    r.mustEnd(channel, "granted cold", "not-authentic unknown");
                }),
                new Scenario(
                        "who-refused",
                        "The reader refuses in place of its certificate: nothing was sent that opens.",
                        r -> {
                            r.phone("alice").putArray("readers");
                            int channel = r.open();
                            r.toPhone(channel, r.opener(channel));
                            r.toPhone(channel, Bytes.of(10));
                            r.mustEnd(channel, null, "refused not-opened");
                        }),
                new Scenario("refused", "The reader refuses without a reason.", r -> {
                    int channel = r.open();
                    r.toPhone(channel, r.opener(channel));
                    r.toPhone(channel, Bytes.of(10));
                    r.mustEnd(channel, null, "refused unknown");
                }));
    }

    private static List<Scenario> rates() {
        return List.of(
                new Scenario(
                        "cold-rate-limited", "Too many failed cold taps: the next waits, a fast one does not.", r -> {
                            r.reader().withObject("/limits").put("failedColdBurst", 1);
                            r.tap();
                            insider(r, "alice", "bob");
                            int waiting = r.openReader();
                            r.toReader(waiting, whole(r, waiting, "alice"), "a genuine cold message");
                            r.mustEnd(waiting, "rate-limited", null);
                            r.mustEnd(r.tap(), "granted fast", "granted fast");
                        }),
                new Scenario(
                        "cold-rate-limited-by-leaving",
                        "A phone that is asked for its credential and leaves has failed.",
                        r -> {
                            r.reader().withObject("/limits").put("failedColdBurst", 1);
                            int leaves = r.openReader();
                            Bytes made = ColdLines.reference(INTENT, r.octets("a credential that is none"));
                            r.toReader(
                                    leaves,
                                    cold(r, leaves, holder(r, "bob"), made).message(),
                                    "a reference to nothing");
                            r.record("reader", "disconnected", leaves);
                            r.mustEnd(leaves, "disconnected", null);
                            r.mustEnd(r.tap(), "rate-limited", "refused unknown");
                            r.after(Duration.ofMillis(250)).mustEnd(r.tap(), "granted cold", "granted cold");
                        }));
    }

    static Bytes with(Bytes message, int index, int octet) {
        byte[] changed = message.toByteArray();
        changed[index] = (byte) octet;
        return Bytes.copyOf(changed);
    }

    private static void opener(Recorder r, String ending, UnaryOperator<Bytes> change, String note) {
        int channel = r.open();
        r.toPhone(channel, change.apply(r.opener(channel)), note);
        r.mustEnd(channel, null, ending);
    }

    private static Scenario forged(String id, String title, Function<Recorder, UnaryOperator<Bytes>> change) {
        return new Scenario(id, title, r -> {
            int channel = r.open();
            Bytes cold = r.toPhone(channel, r.opener(channel));
            r.toReader(channel, change.apply(r).apply(cold), title);
            r.mustEnd(channel, "not-authentic", null);
        });
    }

    private static JsonNode credential(Recorder r, String name) {
        return r.names().credential(name);
    }

    private static Bytes holder(Recorder r, String name) {
        return Json.hex(credential(r, name), "holderPrivateKey");
    }

    private static void insider(Recorder r, String credential, String holder) {
        insider(r, Json.hex(credential(r, credential), "signed"), holder(r, holder));
    }

    /** Somebody who holds the project key, shows a credential and proves a key. */
    private static void insider(Recorder r, Bytes credential, Bytes holderPrivate) {
        int channel = r.openReader();
        Bytes payload = ColdLines.whole(INTENT, credential);
        r.toReader(channel, cold(r, channel, holderPrivate, payload).message(), "made by an insider");
        r.mustEnd(channel, "not-authentic", null);
    }

    /** Returns the cold message of the phone that has a credential, with all of it. */
    static Bytes whole(Recorder r, int channel, String credential) {
        Bytes payload = ColdLines.whole(INTENT, Json.hex(credential(r, credential), "signed"));
        return cold(r, channel, holder(r, credential), payload).message();
    }

    static ColdLines cold(Recorder r, int channel, Bytes holderPrivate, Bytes payload) {
        OpenerLines opener = r.walk().reader(channel).opener;
        Bytes readerKey = Json.hex(r.names().reader(), "dhKey");
        Bytes holderKey = r.names().curve.publicKey(holderPrivate);
        ColdLines.Phone phone =
                new ColdLines.Phone(r.octets("insider's ephemeral " + channel), holderPrivate, holderKey);
        return ColdLines.write(opener, readerKey, phone, payload);
    }
}

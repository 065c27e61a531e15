package io.lintel.protocol.vectors;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.vectors.straight.ColdLines;
import io.lintel.protocol.vectors.straight.OpenerLines;
import io.lintel.protocol.vectors.straight.TapLines;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Messages that the protocol does not allow, each where it could be taken for one that it does. */
final class MalformedTaps {
    private static final String READER_MALFORMED = "malformed";
    private static final String PHONE_BEFORE = "malformed not-opened";
    private static final String PHONE_AFTER = "malformed unknown";

    private final List<Scenario> all = new ArrayList<>();

    static List<Scenario> all() {
        MalformedTaps taps = new MalformedTaps();
        taps.toReaderFirst();
        taps.toReaderLater();
        taps.openers();
        taps.certificates();
        taps.toPhoneLater();
        taps.sealedForReader();
        taps.sealedForPhone();
        taps.points();
        return taps.all;
    }

    private void add(String id, String title, Consumer<Recorder> story) {
        all.add(new Scenario("malformed-" + id, title, story));
    }

    /** A message where a reader awaits the phone's first. */
    private void first(String id, String title, String ending, Function<Recorder, Bytes> message) {
        add("reader-" + id, title, r -> {
            int channel = r.open();
            r.toReader(channel, message.apply(r), title);
            r.mustEnd(channel, ending, null);
        });
    }

    private void toReaderFirst() {
        first("empty", "No octet at all.", READER_MALFORMED, r -> Bytes.EMPTY);
        first("kind-0", "Kind 00.", READER_MALFORMED, r -> Bytes.of(0));
        first("kind-12", "Kind 0C, the first unknown one.", READER_MALFORMED, r -> Bytes.of(12));
        first("kind-255", "Kind FF.", READER_MALFORMED, r -> Bytes.of(255));
        first("oversized", "513 octets.", READER_MALFORMED, r -> Bytes.concat(Bytes.of(4), zeros(512)));
        first("who-extended", "A who with a body.", READER_MALFORMED, r -> Bytes.of(2, 0));
        first("fast-truncated", "26 octets.", READER_MALFORMED, r -> Bytes.concat(Bytes.of(5), zeros(25)));
        first("fast-extended", "28 octets.", READER_MALFORMED, r -> Bytes.concat(Bytes.of(5), zeros(27)));
        for (int kind : new int[] {1, 3, 6, 7, 8, 9, 10, 11}) {
            first(
                    "kind-" + kind + "-unexpected",
                    "A kind that no phone sends first.",
                    "unexpected",
                    r -> Bytes.of(kind));
        }
        cold("cold-truncated", "One octet is missing.", cold -> cold.slice(0, cold.size() - 1));
        cold("cold-extended", "One octet too many.", cold -> Bytes.concat(cold, Bytes.of(0)));
        cold("cold-kind-alone", "The kind alone.", cold -> Bytes.of(4));
    }

    private void cold(String id, String title, UnaryOperator<Bytes> change) {
        add("reader-" + id, title, r -> {
            int channel = r.open();
            r.toReader(channel, change.apply(r.toPhone(channel, r.opener(channel))), title);
            r.mustEnd(channel, READER_MALFORMED, null);
        });
    }

    private void toReaderLater() {
        credential("truncated", "One octet is missing.", "malformed", c -> c.slice(0, c.size() - 1));
        credential("extended", "One octet too many.", "malformed", c -> Bytes.concat(c, Bytes.of(0)));
        credential("kind", "A fast message instead.", "unexpected", c -> Bytes.concat(Bytes.of(5), zeros(26)));
        traffic("truncated", "Traffic shorter than a tag.", r -> Bytes.concat(Bytes.of(11), zeros(15)));
        traffic("kind", "A second cold message.", r -> Bytes.concat(Bytes.of(4), zeros(127)));
    }

    private void credential(String id, String title, String ending, UnaryOperator<Bytes> change) {
        add("reader-credential-" + id, title, r -> {
            r.reader().withArray("/directory").add("bob");
            int channel = r.open();
            Bytes asked = r.toReader(channel, r.toPhone(channel, r.opener(channel)));
            r.toReader(channel, change.apply(r.toPhone(channel, asked)), title);
            r.mustEnd(channel, ending, null);
        });
    }

    private void traffic(String id, String title, Function<Recorder, Bytes> message) {
        add("reader-traffic-" + id, title, r -> {
            int channel = r.tap();
            r.toReader(channel, message.apply(r), title);
            r.mustEnd(channel, "granted cold", "granted cold");
        });
    }

    private void openers() {
        opener("empty", "No octet at all.", o -> Bytes.EMPTY);
        opener("kind-12", "Kind 0C, the first unknown one.", o -> RefusedTaps.with(o, 0, 12));
        opener("header-truncated", "28 octets.", o -> o.slice(0, 28));
        opener("truncated", "One octet is missing.", o -> o.slice(0, o.size() - 1));
        opener("extended", "One octet too many.", o -> Bytes.concat(o, Bytes.of(0)));
        opener("key-epoch-0", "Key epoch 0.", o -> RefusedTaps.with(o, 4, 0));
        add("phone-opener-not-first", "An answer before any opener.", r -> {
            int channel = r.open();
            r.toPhone(channel, Bytes.concat(Bytes.of(9), zeros(20)));
            r.mustEnd(channel, null, "unexpected not-opened");
        });
        add("phone-opener-reserved-flag", "A reserved flag in the sealed payload.", r -> {
            int channel = r.open();
            OpenerLines.Inputs inputs = r.walk().openerInputs(channel);
            r.toPhone(
                    channel,
                    OpenerLines.write(inputs, Bytes.of(0, 0, 0, 0, 4, 0, 0, 0, 0))
                            .message(),
                    "flags 04");
            r.mustEnd(channel, null, PHONE_BEFORE);
        });
    }

    private void opener(String id, String title, UnaryOperator<Bytes> change) {
        add("phone-opener-" + id, title, r -> {
            int channel = r.open();
            r.toPhone(channel, change.apply(r.opener(channel)), title);
            r.mustEnd(channel, null, PHONE_BEFORE);
        });
    }

    private void certificates() {
        add("phone-who-refused-extended", "A refusal with a body, in place of a certificate.", r -> {
            r.phone("alice").putArray("readers");
            int channel = r.open();
            r.toPhone(channel, r.opener(channel));
            r.toPhone(channel, Bytes.of(10, 0), "0a 00");
            r.mustEnd(channel, null, PHONE_BEFORE);
        });
        certificate("truncated", "One octet is missing.", (o, padded) -> {
            Bytes whole = o.certificateMessage(padded);
            return whole.slice(0, whole.size() - 1);
        });
        certificate(
                "extended",
                "One octet too many.",
                (o, padded) -> Bytes.concat(o.certificateMessage(padded), Bytes.of(0)));
        certificate(
                "padding",
                "The last octet of the padding is not zero.",
                (o, padded) -> o.certificateMessage(RefusedTaps.with(padded, 192, 1)));
        certificate("length-0", "Length 0.", (o, padded) -> o.certificateMessage(RefusedTaps.with(padded, 0, 0)));
        certificate(
                "length-193",
                "Length 193, of 192.",
                (o, padded) -> o.certificateMessage(RefusedTaps.with(padded, 0, 193)));
    }

    private void certificate(String id, String title, BiFunction<OpenerLines, Bytes, Bytes> message) {
        add("phone-certificate-" + id, title, r -> {
            r.phone("alice").putArray("readers");
            int channel = r.open();
            r.toPhone(channel, r.opener(channel));
            Bytes padded = ColdLines.padded(Json.hex(r.names().reader(), "certificate"), 192);
            r.toPhone(channel, message.apply(r.walk().reader(channel).opener, padded), title);
            r.mustEnd(channel, null, PHONE_BEFORE);
        });
    }

    /** A message where a phone awaits the answer to its cold message. */
    private void answer(String id, String title, String ending, Function<TapLines, Bytes> message) {
        add("phone-" + id, title, r -> {
            int channel = r.open();
            r.toPhone(channel, r.opener(channel));
            r.toPhone(channel, message.apply(r.walk().phone(channel).tap()), title);
            r.mustEnd(channel, null, ending);
        });
    }

    /** A message where a phone that sent a reference awaits the answer. */
    private void asked(String id, String title, Function<TapLines, Bytes> message) {
        add("phone-" + id, title, r -> {
            r.reader().withArray("/directory").add("alice");
            int channel = r.open();
            r.toPhone(channel, r.opener(channel));
            r.toPhone(channel, message.apply(r.walk().phone(channel).tap()), title);
            r.mustEnd(channel, null, PHONE_AFTER);
        });
    }

    private void toPhoneLater() {
        Bytes granted = Bytes.of(1, 0, 0, 0);
        answer(
                "answer-truncated",
                "One octet is missing.",
                PHONE_AFTER,
                tap -> tap.answer(granted).slice(0, 20));
        answer(
                "answer-extended",
                "One octet too many.",
                PHONE_AFTER,
                tap -> Bytes.concat(tap.answer(granted), Bytes.of(0)));
        answer(
                "use-cold-extended",
                "A use-cold with a body, after a cold message: its kind comes first.",
                "unexpected unknown",
                tap -> Bytes.of(6, 0));
        answer("use-cold-after-cold", "Use cold, after a cold message.", "unexpected unknown", tap -> Bytes.of(6));
        answer("refused-extended", "A refusal with a body.", PHONE_AFTER, tap -> Bytes.of(10, 0));
        asked(
                "send-credential-truncated",
                "One octet is missing.",
                tap -> tap.sendCredential().slice(0, 16));
        asked(
                "send-credential-extended",
                "One octet too many.",
                tap -> Bytes.concat(tap.sendCredential(), Bytes.of(0)));
        answer(
                "send-credential-after-whole",
                "The credential was sent already.",
                "unexpected unknown",
                tap -> tap.sendCredential());
        answer("second-opener", "A second opener.", "unexpected unknown", tap -> Bytes.concat(Bytes.of(1), zeros(85)));
        answer("empty", "No octet at all.", PHONE_AFTER, tap -> Bytes.EMPTY);
        answer("kind-12", "Kind 0C, the first unknown one.", PHONE_AFTER, tap -> Bytes.of(12));
        answer("oversized", "513 octets.", PHONE_AFTER, tap -> Bytes.concat(Bytes.of(9), zeros(512)));
        add("phone-send-credential-twice", "The reader asks for the credential a second time.", r -> {
            r.reader().withArray("/directory").add("bob");
            int channel = r.open();
            Bytes asked = r.toReader(channel, r.toPhone(channel, r.opener(channel)));
            r.toPhone(channel, asked);
            r.toPhone(channel, asked, "the same again");
            r.mustEnd(channel, null, "unexpected unknown");
        });
    }

    /** A cold payload that an insider sealed as it should be. */
    private void payload(String id, String title, UnaryOperator<Bytes> change) {
        add("reader-payload-" + id, title, r -> {
            int channel = r.open();
            Bytes holder = Json.hex(r.names().credential("alice"), "holderPrivateKey");
            Bytes credential = Json.hex(r.names().credential("alice"), "signed");
            Bytes payload = change.apply(ColdLines.whole(Bytes.of(1, 0), credential));
            r.toReader(channel, RefusedTaps.cold(r, channel, holder, payload).message(), title);
            r.mustEnd(channel, READER_MALFORMED, null);
        });
    }

    private void sealedForReader() {
        payload("form-0", "Form 0.", p -> RefusedTaps.with(p, 0, 0));
        payload("form-1-long", "Form 1, the reference's, in the length of form 2.", p -> RefusedTaps.with(p, 0, 1));
        payload("form-3", "Form 3.", p -> RefusedTaps.with(p, 0, 3));
        payload("form-2-short", "Form 2 in the length of form 1.", p -> p.slice(0, 23));
        payload("trigger-0", "Trigger 0.", p -> RefusedTaps.with(p, 1, 0));
        payload("trigger-5", "Trigger 5.", p -> RefusedTaps.with(p, 1, 5));
        payload("assurance-4", "A reserved assurance bit.", p -> RefusedTaps.with(p, 2, 4));
        payload("length-0", "A credential of no octets.", p -> RefusedTaps.with(p, 3, 0));
        payload("length-161", "A credential of 161 octets.", p -> RefusedTaps.with(p, 3, 161));
        payload("padding", "The last octet of the padding is not zero.", p -> RefusedTaps.with(p, p.size() - 1, 1));
        sealedTraffic("type-1", "A reserved type below 16.", Bytes.of(1));
        sealedTraffic("close-with-body", "A close with a body.", Bytes.of(0, 0));
        sealedTraffic("empty", "No type.", Bytes.EMPTY);
    }

    private void sealedTraffic(String id, String title, Bytes content) {
        traffic(id, title, r -> {
            TapLines tap = r.walk().phone(1).tap();
            return tap.traffic(tap.toReaderKey(), 0, content);
        });
    }

    private void sealedForPhone() {
        sealedAnswer("outcome-0", "Outcome 0.", Bytes.of(0, 0, 0, 0));
        sealedAnswer("outcome-3", "Outcome 3.", Bytes.of(3, 0, 0, 0));
        sealedAnswer("granted-with-reason", "Granted, and a reason.", Bytes.of(1, 2, 0, 0));
        sealedAnswer("denied-without-reason", "Denied without a reason.", Bytes.of(2, 0, 0, 0));
        sealedAnswer("reason-15", "A reason that is none.", Bytes.of(2, 15, 0, 0));
        sealedAnswer("resumption-2", "A reserved value of the third octet.", Bytes.of(1, 0, 2, 0));
        sealedAnswer("last-octet", "The last octet is not zero.", Bytes.of(1, 0, 0, 1));
    }

    private void sealedAnswer(String id, String title, Bytes content) {
        answer("answer-" + id, title, PHONE_AFTER, tap -> tap.answer(content));
    }

    private void points() {
        for (BadPoints point : BadPoints.values()) {
            add("reader-ephemeral-" + Json.name(point), point.title() + " as the phone's ephemeral.", r -> {
                int channel = r.open();
                Bytes ephemeral = point.encoded(r.names().curve.suite());
                Bytes rest = zeros(2 * 16 + r.names().curve.keySize() + 23);
                Bytes message = ColdLines.message(r.walk().reader(channel).opener, Bytes.concat(ephemeral, rest));
                r.toReader(channel, message, "the gate is right");
                r.mustEnd(channel, "not-authentic", null);
            });
            add("reader-static-" + Json.name(point), point.title() + " as the phone's static key.", r -> {
                int channel = r.open();
                OpenerLines opener = r.walk().reader(channel).opener;
                Bytes key = point.encoded(opener.curve().suite());
                Bytes claimed = Json.hex(r.names().credential("alice"), "signed");
                ColdLines.Phone phone = new ColdLines.Phone(
                        r.octets("insider's ephemeral"),
                        Json.hex(r.names().credential("alice"), "holderPrivateKey"),
                        key);
                Bytes readerKey = Json.hex(r.names().reader(), "dhKey");
                r.toReader(
                        channel,
                        ColdLines.write(opener, readerKey, phone, ColdLines.whole(Bytes.of(1, 0), claimed))
                                .message(),
                        "made by an insider");
                r.mustEnd(channel, "not-authentic", null);
            });
            add("phone-ephemeral-" + Json.name(point), point.title() + " as the reader's ephemeral.", r -> {
                int channel = r.open();
                OpenerLines.Inputs real = r.walk().openerInputs(channel);
                OpenerLines.Inputs bad = new OpenerLines.Inputs(
                        real.curve(),
                        real.transport(),
                        real.projectKey(),
                        real.readerKey(),
                        real.header(),
                        point.encoded(real.curve().suite()));
                r.toPhone(channel, OpenerLines.write(bad, zeros(9)).message(), "made by an insider");
                r.mustEnd(channel, null, r.names().curve.suite() == 1 ? "not-authentic not-opened" : null);
            });
        }
    }

    static Bytes zeros(int size) {
        return Bytes.copyOf(new byte[size]);
    }
}

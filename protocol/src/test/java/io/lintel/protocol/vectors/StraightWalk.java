package io.lintel.protocol.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.lintel.crypto.Bytes;
import io.lintel.protocol.vectors.straight.ColdLines;
import io.lintel.protocol.vectors.straight.FastLines;
import io.lintel.protocol.vectors.straight.OpenerLines;
import io.lintel.protocol.vectors.straight.Plain;
import io.lintel.protocol.vectors.straight.TapLines;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Walks through the events of a vector and makes each message that a side is said to send, from the vector's inputs and
 * the messages before it, by the straight lines alone.
 */
final class StraightWalk {
    private static final int CERTIFICATE_SIZE = 192;
    private static final int CREDENTIAL_SIZE = 160;

    /** The kind and a tag. */
    private static final int SMALLEST_SEALED = 17;

    private final Names names;
    private final Map<Integer, Side> readerSide = new HashMap<>();
    private final Map<Integer, Side> phoneSide = new HashMap<>();
    private final Set<Bytes> ratchets = new LinkedHashSet<>();
    private final Set<Bytes> usedHints = new LinkedHashSet<>();
    private final JsonNode file;
    private final StraightReaderCourier readerCourier;
    private final Map<String, Integer> receipts = new HashMap<>();
    private Bytes stateEpoch;
    private int listEpoch;

    /** What one side of one channel has come to. */
    static final class Side {
        OpenerLines opener;
        ColdLines cold;
        FastLines fast;
        private int sealedToReader;
        private int sealedToPhone;
        private int heard;
        private StraightPhoneCourier courier;
        private final List<Bytes> toSay = new ArrayList<>();

        TapLines tap() {
            return cold != null ? cold.tap() : fast.tap();
        }
    }

    StraightWalk(JsonNode file, JsonNode vector) {
        this.file = file;
        this.names = new Names(file, vector);
        this.readerCourier = new StraightReaderCourier(file, names);
        JsonNode reader = names.readerSetup();
        this.stateEpoch = Json.hex(reader, "stateEpoch");
        this.listEpoch = reader.has("list") ? names.listEpoch(Json.text(reader, "list")) : 0;
    }

    Names names() {
        return names;
    }

    Side reader(int channel) {
        return readerSide.computeIfAbsent(channel, id -> new Side());
    }

    Side phone(int channel) {
        return phoneSide.computeIfAbsent(channel, id -> new Side());
    }

    /** Takes one event; throws {@link AssertionError} where a message is not the one that follows from the inputs. */
    void accept(JsonNode event) {
        boolean reader = Json.text(event, "side").equals("reader");
        switch (Json.text(event, "event")) {
            case "restart" -> stateEpoch = reader ? Json.hex(event, "stateEpoch") : stateEpoch;
            case "install" -> {
                if (event.at("/expect/0/installed").asBoolean()) {
                    readerCourier.installed(Json.text(event, "list"));
                    listEpoch = names.listEpoch(Json.text(event, "list"));
                }
            }
            case "carry" -> carry(event.path("channel").asInt());
            case "receive" -> receive(reader, event);
            default -> {
                // Nothing is told to either side.
            }
        }
        JsonNode decided = event;
        for (JsonNode effect : event.path("expect")) {
            decided = effect.has("decided") ? effect.get("decided") : decided;
            if (effect.has("send")) {
                Bytes sent = Json.hex(effect, "send");
                int channel = event.path("channel").asInt();
                long at = Json.number(event, "at", 0);
                Bytes made = reader ? readerMessage(channel, sent, decided, at) : phoneMessage(channel, sent);
                if (!made.equals(sent)) {
                    throw new AssertionError("the straight lines give " + made + ", the vector says " + sent);
                }
            }
        }
    }

    private void carry(int channel) {
        Side side = phone(channel);
        String name = Json.text(names.channel(channel), "phone");
        Bytes opened = side.opener.payload();
        int epoch = opened.unsigned(5) << 24 | opened.unsigned(6) << 16 | opened.unsigned(7) << 8 | opened.unsigned(8);
        side.courier = new StraightPhoneCourier(
                file, names, Json.texts(names.phone(name), "carries"), epoch, receipts.getOrDefault(name, -1));
        side.toSay.add(side.courier.begin((opened.unsigned(4) & 2) != 0));
    }

    /** Takes what came behind an answer; what does not open tells nothing. */
    private void hear(boolean reader, int channel, Bytes message) {
        Side side = reader ? reader(channel) : phone(channel);
        if ((side.cold == null && side.fast == null) || message.size() < SMALLEST_SEALED) {
            return;
        }
        Bytes key = reader ? side.tap().toReaderKey() : side.tap().toPhoneKey();
        Bytes content;
        try {
            content = Plain.open(key, side.heard, message.slice(0, 1), message.slice(1, message.size()));
        } catch (IllegalArgumentException notAuthentic) {
            return;
        }
        side.heard++;
        if (message.unsigned(0) != 11 || content.isEmpty()) {
            return;
        }
        if (reader) {
            readerCourier.hear(channel, content).ifPresent(side.toSay::add);
        } else if (side.courier != null) {
            if (content.unsigned(0) == 20) {
                receipts.put(Json.text(names.channel(channel), "phone"), names.listEpoch(readerCourier.inForce()));
            }
            side.toSay.addAll(side.courier.hear(content));
        }
    }

    private void receive(boolean reader, JsonNode event) {
        int channel = event.path("channel").asInt();
        Bytes message = Json.hex(event, "message");
        int kind = message.isEmpty() ? 0 : message.unsigned(0);
        if (!reader && kind == 1) {
            phone(channel).opener = heard(names.channel(channel), message);
        } else if (reader && kind == 4) {
            Side side = reader(channel);
            read(side, names.channel(channel), message).ifPresent(cold -> side.cold = cold);
        } else if (reader && kind == 5) {
            reader(channel).fast = fast(reader(channel).opener, message);
        } else if (kind == 11 || kind == (reader ? 8 : 7)) {
            hear(reader, channel, message);
        }
    }

    /** Opens an opener with each reader's key that fits its tag; null where none does. */
    private OpenerLines heard(JsonNode channel, Bytes opener) {
        JsonNode credential = names.credentialOf(channel);
        for (JsonNode reader : names.readers()) {
            try {
                Bytes key = Json.hex(reader, "dhKey");
                if (!Plain.sha256(key).slice(0, 4).equals(opener.slice(9, 13))) {
                    continue;
                }
                Bytes header = opener.slice(0, 29);
                Bytes projectKey = names.projectKey(credential, opener.unsigned(3) << 8 | opener.unsigned(4));
                Bytes ephemeral = opener.slice(29, 29 + names.curve.keySize());
                return OpenerLines.read(
                        new OpenerLines.Inputs(
                                names.curve, Json.text(channel, "transport"), projectKey, key, header, ephemeral),
                        opener);
            } catch (IllegalArgumentException | IndexOutOfBoundsException | NullPointerException notThisReader) {
                // The next key may fit.
            }
        }
        return null;
    }

    private Optional<ColdLines> read(Side side, JsonNode channel, Bytes message) {
        try {
            return Optional.of(ColdLines.read(
                    side.opener,
                    Json.hex(channel, "readerEphemeral"),
                    Json.hex(names.reader(), "dhPrivateKey"),
                    message));
        } catch (IllegalArgumentException | IndexOutOfBoundsException notAuthentic) {
            return Optional.empty();
        }
    }

    /** Finds ratchet and attempt by the hint; null where there is none. */
    private FastLines fast(OpenerLines opener, Bytes message) {
        for (Bytes ratchet : ratchets) {
            for (int attempt = 0; attempt < FastLines.ATTEMPTS; attempt++) {
                if (message.size() >= 9 && FastLines.hint(ratchet, attempt).equals(message.slice(1, 9))) {
                    return new FastLines(opener, ratchet, attempt);
                }
            }
        }
        return null;
    }

    OpenerLines.Inputs openerInputs(int channel) {
        JsonNode node = names.channel(channel);
        JsonNode reader = names.reader();
        int keyEpoch = (int) Json.number(names.readerSetup(), "keyEpoch", 1);
        Bytes key = names.curve.publicKey(Json.hex(reader, "dhPrivateKey"));
        return new OpenerLines.Inputs(
                names.curve,
                Json.text(node, "transport"),
                names.projectKey(reader, keyEpoch),
                key,
                OpenerLines.header(names.curve.suite(), keyEpoch, names.project(reader), key, Json.hex(node, "nonce")),
                names.curve.publicKey(Json.hex(node, "readerEphemeral")));
    }

    private Bytes openerPayload() {
        int flags = (names.readerSetup().path("directory").isEmpty() ? 0 : 1) | (readerCourier.wantsCouriers() ? 2 : 0);
        return Bytes.concat(
                stateEpoch,
                Bytes.of(flags, listEpoch >>> 24, listEpoch >> 16 & 255, listEpoch >> 8 & 255, listEpoch & 255));
    }

    private Bytes readerMessage(int channel, Bytes sent, JsonNode decided, long at) {
        Side side = reader(channel);
        return switch (sent.unsigned(0)) {
            case 1 -> {
                side.opener = OpenerLines.write(openerInputs(channel), openerPayload());
                yield side.opener.message();
            }
            case 3 -> {
                Bytes certificate = Json.hex(names.reader(), "certificate");
                yield side.opener.certificateMessage(ColdLines.padded(certificate, CERTIFICATE_SIZE));
            }
            case 6 -> Bytes.of(6);
            case 7 -> {
                side.sealedToPhone++;
                yield side.tap().sendCredential();
            }
            case 9 -> answer(side, sent, decided);
            case 10 -> Bytes.of(10);
            case 11 -> toCourier(side, sent, at);
            default -> throw new AssertionError("a reader never sends " + sent);
        };
    }

    private Bytes toCourier(Side side, Bytes sent, long at) {
        Bytes content = side.toSay.remove(0);
        if (content.equals(StraightReaderCourier.RECEIPT)) {
            listEpoch = names.listEpoch(readerCourier.inForce());
            Bytes said = Plain.open(
                    side.tap().toPhoneKey(), side.sealedToPhone, sent.slice(0, 1), sent.slice(1, sent.size()));
            content = readerCourier.receipt(said, at);
        }
        return side.tap().traffic(side.tap().toPhoneKey(), side.sealedToPhone++, content);
    }

    private Bytes answer(Side side, Bytes sent, JsonNode decided) {
        Bytes opened = Plain.open(side.tap().answerKey(), 0, Bytes.of(9), sent.slice(1, sent.size()));
        int reason = DenialCodes.code(Json.text(decided, "outcome"));
        boolean kept = opened.get(2) == 0;
        if (kept) {
            ratchets.add(side.cold != null ? side.tap().resumption() : FastLines.step(side.fast.ratchet()));
        }
        return side.tap().answer(Bytes.of(reason == 0 ? 1 : 2, reason, kept ? 0 : 1, 0));
    }

    private Bytes phoneMessage(int channel, Bytes sent) {
        Side side = phone(channel);
        JsonNode node = names.channel(channel);
        return switch (sent.unsigned(0)) {
            case 2 -> Bytes.of(2);
            case 4 -> {
                side.cold = ColdLines.write(side.opener, readerKey(side), phone(node), payload(node, sent));
                yield side.cold.message();
            }
            case 5 -> {
                if (!usedHints.add(sent.slice(1, 9))) {
                    throw new AssertionError("an attempt was used twice");
                }
                side.fast = fast(side.opener, sent);
                yield side.fast.message(Names.intent(node));
            }
            case 8 -> {
                side.sealedToReader++;
                yield side.tap().credential(ColdLines.padded(credential(node), CREDENTIAL_SIZE));
            }
            case 11 -> {
                Bytes content = side.toSay.isEmpty() ? Bytes.of(0) : side.toSay.remove(0);
                yield side.tap().traffic(side.tap().toReaderKey(), side.sealedToReader++, content);
            }
            default -> throw new AssertionError("a phone never sends " + sent);
        };
    }

    private Bytes credential(JsonNode channel) {
        return Json.hex(names.credentialOf(channel), "signed");
    }

    private ColdLines.Phone phone(JsonNode channel) {
        Bytes holder = Json.hex(names.credentialOf(channel), "holderPrivateKey");
        return new ColdLines.Phone(Json.hex(channel, "phoneEphemeral"), holder, names.curve.publicKey(holder));
    }

    private Bytes payload(JsonNode channel, Bytes sent) {
        int withReference = 64 + 2 * names.curve.keySize();
        Bytes intent = Names.intent(channel);
        return sent.size() == withReference
                ? ColdLines.reference(intent, credential(channel))
                : ColdLines.whole(intent, credential(channel));
    }

    /** The reader whose tag the opener names. */
    private Bytes readerKey(Side side) {
        for (JsonNode reader : names.readers()) {
            Bytes key = Json.hex(reader, "dhKey");
            if (Plain.sha256(key).slice(0, 4).equals(side.opener.message().slice(9, 13))) {
                return key;
            }
        }
        throw new AssertionError("no reader fits the opener's tag");
    }
}

package io.lintel.protocol.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.crypto.Bytes;
import io.lintel.protocol.vectors.straight.TapLines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes one tap vector: plays a story with the real sessions, writes down every event and what it brought about, and has
 * the straight lines confirm each message.
 */
final class Recorder {
    /** What the tests' network takes for one message. */
    private static final Duration HOP = Duration.ofMillis(40);

    /** The budget of section 6.4 of spec/revocation.md. */
    private static final int COURIER_OCTETS = 8192;

    private final World world;
    private final ObjectNode file;
    private final ObjectNode vector = Json.object();
    private final Map<String, String> endings = new HashMap<>();
    private long clock = SiteNodes.NOW.toEpochMilli();
    private int channels;
    private Player player;
    private StraightWalk walk;
    private String phone = "alice";
    private String transport = "tcp";
    private List<String> gesture = List.of("list");

    Recorder(World world, ObjectNode file, Scenario scenario) {
        this.world = world;
        this.file = file;
        vector.put("id", scenario.id()).put("title", scenario.title()).put("start", clock);
        Defaults.reader(vector.putObject("reader"), octets("state epoch").slice(0, 4));
        vector.putObject("phones");
        Defaults.phone(phone("alice"), "alice");
        vector.putArray("channels");
        vector.putArray("script");
    }

    ObjectNode vector() {
        return vector;
    }

    World world() {
        return world;
    }

    /** What the set-up names; good before the first event, too. */
    Names names() {
        return new Names(file, vector);
    }

    Bytes octets(String use) {
        return world.keys.octets(Json.text(vector, "id") + " " + use);
    }

    /** The reader's set-up; no effect once an event was played. */
    ObjectNode reader() {
        return vector.withObject("/reader");
    }

    ObjectNode policy() {
        return vector.withObject("/reader/policy");
    }

    ObjectNode phone(String name) {
        return vector.withObject("/phones/" + name);
    }

    /** Gives a phone a credential in place of its usual one. */
    Recorder holding(String credential) {
        Defaults.phone(phone("alice"), credential);
        return this;
    }

    Recorder by(String name) {
        phone = name;
        return this;
    }

    Recorder over(String wireName) {
        transport = wireName;
        return this;
    }

    /** Sets the trigger, then the assurances, of the taps that follow. */
    Recorder meaning(String... triggerAndAssurances) {
        gesture = List.of(triggerAndAssurances);
        return this;
    }

    Recorder after(Duration time) {
        clock += time.toMillis();
        return this;
    }

    /** Opens a channel on both sides, and returns its number. */
    int open() {
        int channel = openReader();
        record("phone", "open", channel);
        return channel;
    }

    int openReader() {
        int id = ++channels;
        ObjectNode node = vector.withArray("/channels").addObject();
        node.put("id", id).put("phone", phone).put("transport", transport);
        node.putObject("intent")
                .put("trigger", gesture.get(0))
                .set("assurances", Json.texts(gesture.subList(1, gesture.size())));
        node.put("nonce", octets("nonce " + id).slice(0, 16).toHex());
        node.put("readerEphemeral", octets("reader ephemeral " + id).toHex());
        node.put("phoneEphemeral", octets("phone ephemeral " + id).toHex());
        JsonNode effects = record("reader", "open", id);
        recycled(node, Json.hex(effects.get(0), "send"));
        walk.accept(lastEvent());
        return id;
    }

    /** The reader may have taken an ephemeral of an earlier opener out of its pool. */
    private void recycled(ObjectNode opened, Bytes opener) {
        Bytes ephemeral = opener.slice(29, 29 + names().curve.keySize());
        for (JsonNode channel : vector.path("channels")) {
            Bytes candidate = Json.hex(channel, "readerEphemeral");
            if (names().curve.publicKey(candidate).equals(ephemeral)) {
                opened.put("readerEphemeral", candidate.toHex());
                return;
            }
        }
        throw new AssertionError("an opener with an ephemeral from nowhere");
    }

    Bytes opener(int channel) {
        return walk.reader(channel).opener.message();
    }

    StraightWalk walk() {
        return walk;
    }

    /** Hands a message to the phone and returns the last one that it sends, or nothing. */
    Bytes toPhone(int channel, Bytes message) {
        return deliver("phone", channel, message, "");
    }

    Bytes toReader(int channel, Bytes message) {
        return deliver("reader", channel, message, "");
    }

    /** The same with a word on what was done to the message. */
    Bytes toPhone(int channel, Bytes message, String note) {
        return deliver("phone", channel, message, note);
    }

    Bytes toReader(int channel, Bytes message, String note) {
        return deliver("reader", channel, message, note);
    }

    private Bytes deliver(String side, int channel, Bytes message, String note) {
        after(HOP);
        ObjectNode event = event(side, "receive", channel).put("message", message.toHex());
        if (!note.isEmpty()) {
            event.put("note", note);
        }
        return lastSent(play(event));
    }

    private static Bytes lastSent(JsonNode effects) {
        Bytes sent = Bytes.EMPTY;
        for (JsonNode effect : effects) {
            sent = effect.has("send") ? Json.hex(effect, "send") : sent;
        }
        return sent;
    }

    /** Carries messages to and fro, beginning with one for the phone, until nobody sends. */
    Recorder converse(int channel, Bytes toPhone) {
        Bytes message = toPhone;
        for (boolean phoneIsNext = true; !message.isEmpty(); phoneIsNext = !phoneIsNext) {
            message = phoneIsNext ? toPhone(channel, message) : toReader(channel, message);
        }
        return this;
    }

    /** A whole tap on a new channel. */
    int tap() {
        int channel = open();
        converse(channel, opener(channel));
        return channel;
    }

    /** Has the phone work as a courier behind the answer, until both are silent. */
    Recorder carry(int channel) {
        List<Bytes> toReader = sent(play(event("phone", "carry", channel).put("octets", COURIER_OCTETS)));
        while (!toReader.isEmpty()) {
            List<Bytes> toPhone = new ArrayList<>();
            for (Bytes message : toReader) {
                after(HOP);
                toPhone.addAll(sent(play(event("reader", "receive", channel).put("message", message.toHex()))));
            }
            toReader = new ArrayList<>();
            for (Bytes message : toPhone) {
                after(HOP);
                toReader.addAll(sent(play(event("phone", "receive", channel).put("message", message.toHex()))));
            }
        }
        return this;
    }

    private static List<Bytes> sent(JsonNode effects) {
        List<Bytes> sent = new ArrayList<>();
        for (JsonNode effect : effects) {
            if (effect.has("send")) {
                sent.add(Json.hex(effect, "send"));
            }
        }
        return sent;
    }

    /** Seals what no honest phone says, as the next message behind the answer, and hands it to the reader. */
    Bytes tellReader(int channel, int number, Bytes content, String note) {
        TapLines tap = walk.phone(channel).tap();
        return toReader(channel, tap.traffic(tap.toReaderKey(), number, content), note);
    }

    /** A tap whose answer does not arrive; returns its channel. */
    int tapWithoutAnswer() {
        int channel = open();
        Bytes answer = toReader(channel, toPhone(channel, opener(channel)));
        if (answer.size() != 21) {
            throw new AssertionError("no answer to lose");
        }
        disconnect(channel);
        return channel;
    }

    Recorder disconnect(int channel) {
        record("phone", "disconnected", channel);
        record("reader", "disconnected", channel);
        return this;
    }

    JsonNode record(String side, String name, int channel) {
        return play(event(side, name, channel));
    }

    Recorder install(String list) {
        play(event("reader", "install", 0).put("list", list));
        return this;
    }

    Recorder restartReader(Bytes stateEpoch) {
        play(event("reader", "restart", 0).put("stateEpoch", stateEpoch.toHex()));
        return this;
    }

    Recorder restartPhone() {
        play(event("phone", "restart", 0).put("phone", phone));
        return this;
    }

    private ObjectNode event(String side, String name, int channel) {
        ObjectNode event = vector.withArray("/script").addObject();
        event.put("at", clock).put("side", side).put("event", name);
        if (channel > 0) {
            event.put("channel", channel);
        }
        return event;
    }

    private JsonNode play(ObjectNode event) {
        if (player == null) {
            player = new Player(world, vector);
            walk = new StraightWalk(file, vector);
        }
        JsonNode effects = player.play(event);
        event.set("expect", effects);
        String side = Json.text(event, "side");
        for (JsonNode effect : effects) {
            Endings.of(effect)
                    .ifPresent(ending ->
                            endings.putIfAbsent(side + event.path("channel").asInt(), ending));
        }
        if (!(side.equals("reader") && Json.text(event, "event").equals("open"))) {
            walk.accept(event);
        }
        return effects;
    }

    private JsonNode lastEvent() {
        JsonNode script = vector.path("script");
        return script.get(script.size() - 1);
    }

    /** States how a channel must have ended for both sides; a vector that tells another story is not written. */
    Recorder mustEnd(int channel, String reader, String phone) {
        String told = endings.get("reader" + channel) + " | " + endings.get("phone" + channel);
        if (!told.equals(reader + " | " + phone)) {
            throw new AssertionError(Json.text(vector, "id") + " channel " + channel + " ended as " + told + ", not as "
                    + reader + " | " + phone);
        }
        return this;
    }

    /** Adds what is derived, takes away what was not used, and returns the vector. */
    ObjectNode finish() {
        for (JsonNode channel : vector.path("channels")) {
            ObjectNode node = (ObjectNode) channel;
            int id = node.path("id").asInt();
            if (!player.hasDrawn(id)) {
                node.remove("phoneEphemeral");
            }
            node.set("derived", Derived.of(walk, id));
        }
        return vector;
    }
}

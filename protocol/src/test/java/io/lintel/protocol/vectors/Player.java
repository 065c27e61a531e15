package io.lintel.protocol.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.DhKeyPair;
import io.lintel.protocol.checkin.ListNews;
import io.lintel.protocol.phone.CheckedIn;
import io.lintel.protocol.phone.CourierBudget;
import io.lintel.protocol.phone.MemoryWalletStore;
import io.lintel.protocol.phone.PhoneSession;
import io.lintel.protocol.phone.TapRequest;
import io.lintel.protocol.phone.Wallet;
import io.lintel.protocol.phone.WalletPorts;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.reader.ReaderMemory;
import io.lintel.protocol.reader.ReaderPorts;
import io.lintel.protocol.reader.ReaderSession;
import io.lintel.protocol.tap.Assurance;
import io.lintel.protocol.tap.Intent;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.tap.Trigger;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plays the events of a vector with the real reader and the real wallets, and tells what they do. */
final class Player {
    private final World world;
    private final JsonNode vector;
    private final Map<Integer, ReaderSession> readerSessions = new HashMap<>();
    private final Map<Integer, PhoneSession> phoneSessions = new HashMap<>();
    private final Map<String, MemoryWalletStore> stores = new HashMap<>();
    private final Map<String, Wallet> wallets = new HashMap<>();
    private final Set<Integer> drawnByPhone = new HashSet<>();
    private final ReaderMemory memory = ReaderMemory.inMemory();
    private Reader reader;
    private Bytes stateEpoch;
    private JsonNode channel;

    Player(World world, JsonNode vector) {
        this.world = world;
        this.vector = vector;
        this.channel = vector;
        JsonNode setup = Json.required(vector, "reader");
        Instant start = Instant.ofEpochMilli(Json.number(vector, "start", 0));
        this.stateEpoch = Json.hex(setup, "stateEpoch");
        this.reader = newReader(start);
        Json.required(vector, "phones").properties().forEach(phone -> enrol(phone.getKey(), phone.getValue(), start));
    }

    private Reader newReader(Instant now) {
        JsonNode setup = Json.required(vector, "reader");
        // Only who keeps something gives receipts.
        boolean keeps = setup.at("/limits/courierOctets").asInt() > 0;
        ReaderPorts ports = new ReaderPorts(
                world.suite,
                () -> ephemeral("readerEphemeral"),
                size -> size == stateEpoch.size() ? stateEpoch : Json.hex(channel, "nonce"),
                ReaderSetup.siteRule(setup),
                keeps ? memory : ReaderMemory.none());
        return new Reader(
                world.identity(Json.text(setup, "identity"), now),
                ReaderSetup.configuration(world, setup, now),
                ports,
                now);
    }

    private void enrol(String name, JsonNode phone, Instant now) {
        stores.put(name, new MemoryWalletStore());
        Wallet wallet = newWallet(name, now);
        wallet.enrol(world.enrolment(phone), now);
        for (String list : Json.texts(phone, "carries")) {
            JsonNode credential = world.credentialNode(Json.text(phone, "credential"));
            CheckedIn.with(
                    wallet,
                    world.trust(Json.text(credential, "project")).project(),
                    Json.number(credential, "serial", 0),
                    new ListNews(
                            Optional.of(world.signedHead(list)), Optional.of(world.signedList(list)), Optional.empty()),
                    now);
        }
        for (String known : Json.texts(phone, "readers")) {
            wallet.learnReader(world.certificate(known), now);
        }
    }

    private Wallet newWallet(String name, Instant now) {
        WalletPorts ports = new WalletPorts(stores.get(name), id -> world.suite, suite -> phoneEphemeral());
        Wallet wallet = new Wallet(ports, now);
        wallets.put(name, wallet);
        return wallet;
    }

    private DhKeyPair phoneEphemeral() {
        drawnByPhone.add(channel.path("id").asInt());
        return ephemeral("phoneEphemeral");
    }

    /** Returns whether the phone has drawn the ephemeral key of a channel. */
    boolean hasDrawn(int channelId) {
        return drawnByPhone.contains(channelId);
    }

    private DhKeyPair ephemeral(String field) {
        return world.keys.dh(Json.hex(channel, field));
    }

    /** Plays one event and returns its effects. */
    ArrayNode play(JsonNode event) {
        channel = channel((int) Json.number(event, "channel", 0));
        Instant now = Instant.ofEpochMilli(Json.number(event, "at", 0));
        return Json.text(event, "side").equals("reader") ? playReader(event, now) : playPhone(event, now);
    }

    private JsonNode channel(int id) {
        for (JsonNode candidate : vector.path("channels")) {
            if (candidate.path("id").asInt() == id) {
                return candidate;
            }
        }
        return vector;
    }

    private ArrayNode playReader(JsonNode event, Instant now) {
        int id = channel.path("id").asInt();
        return switch (Json.text(event, "event")) {
            case "open" -> {
                ReaderSession session = reader.open(transport(), now);
                readerSessions.put(id, session);
                ArrayNode effects = Json.array();
                effects.addObject().put("send", session.opener().toHex());
                yield effects;
            }
            case "restart" -> {
                stateEpoch = Json.hex(event, "stateEpoch");
                reader = newReader(now);
                yield Json.array();
            }
            case "install" -> {
                boolean newer = reader.install(world.signedList(Json.text(event, "list")), now);
                ArrayNode effects = Json.array();
                effects.addObject().put("installed", newer);
                yield effects;
            }
            case "receive" -> Effects.ofReader(readerSessions.get(id).receive(Json.hex(event, "message"), now));
            case "expire" -> Effects.ofReader(readerSessions.get(id).expire(now));
            case "disconnected" -> Effects.ofReader(readerSessions.get(id).disconnected(now));
            default -> throw new IllegalArgumentException("unknown event of a reader: " + event);
        };
    }

    private ArrayNode playPhone(JsonNode event, Instant now) {
        int id = channel.path("id").asInt();
        return switch (Json.text(event, "event")) {
            case "open" -> {
                Wallet wallet = wallets.get(Json.text(channel, "phone"));
                phoneSessions.put(id, wallet.tap(new TapRequest(intent(), transport()), now));
                yield Json.array();
            }
            case "restart" -> {
                newWallet(Json.text(event, "phone"), now);
                yield Json.array();
            }
            case "receive" -> Effects.ofPhone(phoneSessions.get(id).receive(Json.hex(event, "message"), now));
            case "expire" -> Effects.ofPhone(phoneSessions.get(id).expire(now));
            case "disconnected" -> Effects.ofPhone(phoneSessions.get(id).disconnected(now));
            case "carry" -> {
                CourierBudget budget = new CourierBudget(
                        (int) Json.number(event, "octets", 0),
                        CourierBudget.standard().time());
                yield Effects.ofPhone(phoneSessions.get(id).carry(budget, now));
            }
            case "close" -> Effects.ofPhone(phoneSessions.get(id).close());
            default -> throw new IllegalArgumentException("unknown event of a phone: " + event);
        };
    }

    private Transport transport() {
        return Transport.ofWireName(Json.text(channel, "transport")).orElseThrow();
    }

    private Intent intent() {
        JsonNode intent = Json.required(channel, "intent");
        Assurance[] assurances = Json.texts(intent, "assurances").stream()
                .map(name -> Json.constant(Assurance.class, name))
                .toArray(Assurance[]::new);
        return Intent.of(Json.constant(Trigger.class, Json.text(intent, "trigger")), assurances);
    }
}

package io.lintel.protocol.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.link.ConfigurationKeeper;
import io.lintel.protocol.link.DoorEvent;
import io.lintel.protocol.link.EventBatch;
import io.lintel.protocol.link.EventSpool;
import io.lintel.protocol.link.LinkAccount;
import io.lintel.protocol.link.LinkDesk;
import io.lintel.protocol.link.LinkStep;
import io.lintel.protocol.link.LinkedReader;
import io.lintel.protocol.link.ManagerLink;
import io.lintel.protocol.link.ReaderLink;
import io.lintel.protocol.link.ReaderReport;
import io.lintel.protocol.reader.AccessPolicy;
import io.lintel.protocol.reader.PolicySettings;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.reader.ReaderArtefact;
import io.lintel.protocol.reader.ReaderConfiguration;
import io.lintel.protocol.reader.ReaderIdentity;
import io.lintel.protocol.reader.ReaderLimits;
import io.lintel.protocol.reader.ReaderMemory;
import io.lintel.protocol.reader.ReaderPorts;
import io.lintel.protocol.statement.ProjectId;
import io.lintel.protocol.statement.Receipt.ListInForce;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Plays a link with the real reader and the real manager's side, from what the vector says and nothing else. */
final class LinkScript implements LinkDesk, LinkAccount, ConfigurationKeeper {
    static final String READER = "front";
    static final String SOFTWARE = "vector";

    private final World world;
    private final JsonNode vector;
    private final ReaderLink atReader;
    private final ManagerLink atManager;
    private final Reader reader;
    private final List<Sent> sent = new ArrayList<>();
    private long kept;
    private Optional<String> readersEnd = Optional.empty();
    private Optional<String> managersEnd = Optional.empty();

    /** One message, as its sender sent it. */
    record Sent(String from, Bytes message) {}

    LinkScript(World world, JsonNode vector) {
        this.world = world;
        this.vector = vector;
        this.kept = vector.path("reader").path("revision").asLong();
        ReaderIdentity identity = world.identity(READER, SiteNodes.NOW);
        CryptoSuite suite = drawing("readerEphemeral");
        this.reader = reader(identity, suite);
        LinkedReader linked = new LinkedReader(
                reader,
                identity,
                suite,
                world.keys.dh(Json.hex(vector, "managerPrivateKey")).publicKey(),
                spool(),
                this,
                SOFTWARE);
        this.atReader = linked.open(SiteNodes.NOW);
        this.atManager = new ManagerLink(this, SiteNodes.NOW);
    }

    private CryptoSuite drawing(String ephemeral) {
        return world.suite.withDiffieHellman(
                new FixedEphemeral(world.suite.diffieHellman(), Json.hex(vector, ephemeral)));
    }

    private Reader reader(ReaderIdentity identity, CryptoSuite suite) {
        ReaderConfiguration configuration = new ReaderConfiguration(
                world.trust("site"),
                world.projectKey("site", 1),
                PolicySettings.recommended(),
                ReaderLimits.standard(),
                List.of(),
                world.list(vector.path("reader"), SiteNodes.NOW),
                kept);
        ReaderPorts ports = new ReaderPorts(
                suite,
                suite::generateDhKeyPair,
                size -> Bytes.copyOf(new byte[size]),
                AccessPolicy.none(),
                ReaderMemory.inMemory());
        return new Reader(identity, configuration, ports, SiteNodes.NOW);
    }

    private EventSpool spool() {
        EventSpool spool =
                EventSpool.inMemory(10, () -> world.keys.octets("events").slice(0, 8));
        Json.texts(vector.path("reader"), "events")
                .forEach(event -> spool.add(DoorEvent.decode(Bytes.ofHex(event)).orElseThrow()));
        return spool;
    }

    /** Carries messages until nobody has anything to say, and returns all of them. */
    List<Sent> play() {
        Deque<Sent> underWay = new ArrayDeque<>();
        underWay.add(new Sent("reader", atReader.hello()));
        while (!underWay.isEmpty()) {
            Sent next = underWay.remove();
            sent.add(next);
            underWay.addAll(deliver(next));
        }
        return List.copyOf(sent);
    }

    /** Hands one message to the other side, whoever made it, and returns what that says. */
    List<Sent> deliver(Sent message) {
        boolean isForManager = message.from().equals("reader");
        LinkStep step = isForManager
                ? atManager.receive(message.message(), SiteNodes.NOW)
                : atReader.receive(message.message(), SiteNodes.NOW);
        step.end().ifPresent(end -> {
            if (isForManager) {
                managersEnd = Optional.of(Json.name(end));
            } else {
                readersEnd = Optional.of(Json.name(end));
            }
        });
        return step.messages().stream()
                .map(answer -> new Sent(isForManager ? "manager" : "reader", answer))
                .toList();
    }

    /** Returns how the side that hears a sender has ended. */
    String endOfWhoHears(String sender) {
        return (sender.equals("reader") ? managersEnd : readersEnd).orElse("none");
    }

    long listInForce() {
        return reader.listInForce().map(list -> list.value().listEpoch()).orElse(0L);
    }

    @Override
    public Optional<Admission> admit(ProjectId project, int number) {
        CryptoSuite suite = drawing("managerEphemeral");
        return Optional.of(new Admission(
                suite,
                suite.dhKeyPair(
                        SecretBytes.copyOf(Json.hex(vector, "managerPrivateKey").toByteArray())),
                world.identity(READER, SiteNodes.NOW).dh().publicKey(),
                this));
    }

    @Override
    public Optional<Item> listAfter(long epoch) {
        return item("list").filter(list -> list.number() > epoch);
    }

    @Override
    public Optional<Item> deltaFrom(ListInForce base) {
        return item("delta");
    }

    private Optional<Item> item(String what) {
        return Optional.ofNullable(vector.path("manager").get(what)).map(item -> {
            Bytes octets = Json.hex(item, "octets");
            return new Item(item.path("number").asLong(), octets, world.suite.sha256(octets));
        });
    }

    @Override
    public Optional<Configuration> configurationAfter(long revision) {
        return item("configuration")
                .filter(item -> item.number() > revision)
                .map(item -> new Configuration(
                        item.number(), SecretBytes.copyOf(item.octets().toByteArray()), item.hash()));
    }

    @Override
    public long record(EventBatch batch) {
        return batch.last();
    }

    @Override
    public boolean isAdmitted() {
        return true;
    }

    @Override
    public void report(ReaderReport report) {}

    @Override
    public void receipt(Bytes signed) {}

    @Override
    public void count(List<Long> counts) {}

    @Override
    public long revision() {
        return kept;
    }

    @Override
    public void take(SecretBytes artefact) {
        reader.adopt(ReaderArtefact.open(artefact, id -> world.suite));
        kept = vector.path("manager").path("configuration").path("number").asLong();
    }
}

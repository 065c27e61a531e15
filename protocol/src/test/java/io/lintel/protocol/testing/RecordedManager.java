package io.lintel.protocol.testing;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.link.DoorEvent;
import io.lintel.protocol.link.EventBatch;
import io.lintel.protocol.link.LinkAccount;
import io.lintel.protocol.link.LinkAccount.Configuration;
import io.lintel.protocol.link.LinkAccount.Item;
import io.lintel.protocol.link.LinkDesk;
import io.lintel.protocol.link.ReaderReport;
import io.lintel.protocol.reader.ReaderArtefact;
import io.lintel.protocol.revocation.ListDelta;
import io.lintel.protocol.statement.ProjectId;
import io.lintel.protocol.statement.Receipt.ListInForce;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A manager of one reader that keeps everything in memory, and remembers all that it was told. */
public final class RecordedManager implements LinkDesk, LinkAccount {
    public final TestSite site;
    public final ReaderDraft door;
    public final DhKeyPair keys;
    public final List<ReaderReport> reports = new CopyOnWriteArrayList<>();
    public final List<DoorEvent> events = new CopyOnWriteArrayList<>();
    public final List<Bytes> receipts = new CopyOnWriteArrayList<>();
    public final Map<Bytes, Long> highest = new ConcurrentHashMap<>();
    public final List<Signed<RevocationList>> lists = new CopyOnWriteArrayList<>();
    public Optional<ReaderArtefact> artefact = Optional.empty();
    public List<Long> counts = List.of();
    public volatile boolean admits = true;
    public boolean knowsDeltas = true;
    public boolean spoilsDeltas;
    public long lost;
    public int signedConfigurations;

    public RecordedManager(TestSite site, ReaderDraft door) {
        this.site = site;
        this.door = door;
        this.keys = site.suite().generateDhKeyPair();
    }

    public void publish(Signed<RevocationList> list) {
        lists.add(list);
    }

    @Override
    public Optional<Admission> admit(ProjectId project, int reader) {
        boolean known = admits && project.equals(site.project()) && reader == 1;
        return known
                ? Optional.of(new Admission(
                        site.suite(),
                        site.suite().dhKeyPair(keys.privateKey().encoded()),
                        door.identity().dh().publicKey(),
                        this))
                : Optional.empty();
    }

    @Override
    public boolean isAdmitted() {
        return admits;
    }

    @Override
    public void report(ReaderReport report) {
        reports.add(report);
    }

    @Override
    public long record(EventBatch batch) {
        long kept = highest.getOrDefault(batch.series(), 0L);
        lost += Math.max(0, batch.first() - kept - 1);
        for (int i = 0; i < batch.events().size(); i++) {
            if (batch.first() + i > kept) {
                events.add(batch.events().get(i));
            }
        }
        highest.put(batch.series(), Math.max(kept, batch.last()));
        return Math.max(kept, batch.last());
    }

    @Override
    public void receipt(Bytes signed) {
        receipts.add(signed);
    }

    @Override
    public void count(List<Long> told) {
        counts = told;
    }

    @Override
    public Optional<Item> listAfter(long epoch) {
        return newest().filter(list -> list.value().listEpoch() > epoch)
                .map(list -> new Item(list.value().listEpoch(), list.bytes(), list.fingerprint()));
    }

    @Override
    public Optional<Item> deltaFrom(ListInForce base) {
        if (!knowsDeltas) {
            return Optional.empty();
        }
        return lists.stream()
                .filter(list -> list.fingerprint().equals(base.hash()))
                .findAny()
                .flatMap(this::delta)
                .map(octets -> spoilsDeltas ? Bytes.concat(octets, Bytes.of(0)) : octets)
                .map(octets -> new Item(newest().orElseThrow().value().listEpoch(), octets, hash(octets)));
    }

    @Override
    public Optional<Configuration> configurationAfter(long revision) {
        return artefact.filter(one -> one.revision() > revision).map(one -> {
            signedConfigurations++;
            SecretBytes octets = one.encode();
            return new Configuration(one.revision(), octets, hash(Bytes.copyOf(octets.copy())));
        });
    }

    private Optional<Bytes> delta(Signed<RevocationList> base) {
        try {
            return Optional.of(ListDelta.between(base, newest().orElseThrow()).bytes());
        } catch (IllegalArgumentException tooLarge) {
            return Optional.empty();
        }
    }

    private Optional<Signed<RevocationList>> newest() {
        return lists.isEmpty() ? Optional.empty() : Optional.of(lists.get(lists.size() - 1));
    }

    private Bytes hash(Bytes octets) {
        return site.suite().sha256(octets);
    }
}

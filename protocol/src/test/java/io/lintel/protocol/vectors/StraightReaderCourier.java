package io.lintel.protocol.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.lintel.crypto.Bytes;
import io.lintel.protocol.vectors.straight.FieldLines;
import io.lintel.protocol.vectors.straight.Plain;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a reader says to couriers, by spec/revocation.md 6.2 and 6.3; of one reader, over all its channels. */
final class StraightReaderCourier {
    /** A receipt, whose signature no straight line can make. */
    static final Bytes RECEIPT = Bytes.of(20);

    private static final Bytes NOTHING = Bytes.of(17, 0, 0, 0);
    private static final int CHUNK_SIZE = 2048;
    private static final long RECEIPT_AGE_MILLIS = 600_000;

    /** What a channel has come to. */
    private static final class Visit {
        private int octetsLeft;
        private boolean hasOffered;
        private String offered = "";
        private Bytes wanted = NOTHING;
        private Bytes coming = Bytes.EMPTY;
        private int size;
    }

    private final JsonNode file;
    private final Names names;
    private final int octetsPerTap;
    private final Map<Integer, Visit> visits = new HashMap<>();
    private final Map<Integer, Bytes> chunks = new HashMap<>();
    private String inForce;
    private String underWay = "";
    private Optional<Bytes> table = Optional.empty();
    private Bytes receipt = Bytes.EMPTY;
    private long receiptAt;
    private int receipts;

    StraightReaderCourier(JsonNode file, Names names) {
        this.file = file;
        this.names = names;
        this.octetsPerTap = names.readerSetup().at("/limits/courierOctets").asInt();
        this.inForce = names.readerSetup().path("list").asText();
    }

    /** A list that came by another way. */
    void installed(String list) {
        inForce = list;
    }

    boolean wantsCouriers() {
        return octetsPerTap > 0;
    }

    String inForce() {
        return inForce;
    }

    /** What the reader says to a content of traffic; nothing where it waits for more, or ends. */
    Optional<Bytes> hear(int channel, Bytes content) {
        Visit visit = visits.computeIfAbsent(channel, id -> {
            Visit fresh = new Visit();
            fresh.octetsLeft = octetsPerTap;
            return fresh;
        });
        Bytes body = content.slice(1, content.size());
        return switch (content.unsigned(0)) {
            case 16 -> visit.hasOffered ? Optional.empty() : Optional.of(offered(visit, body));
            case 18 -> part(visit, body);
            case 19 -> Optional.of(wantsCouriers() ? RECEIPT : NOTHING);
            default -> Optional.empty();
        };
    }

    private Bytes offered(Visit visit, Bytes body) {
        visit.hasOffered = true;
        Bytes head = body.slice(34, body.size());
        Optional<String> list = listOf(head);
        visit.octetsLeft -= head.size();
        if (list.isEmpty() || names.listEpoch(list.get()) <= names.listEpoch(inForce)) {
            return NOTHING;
        }
        visit.offered = list.get();
        if (!underWay.equals(visit.offered)) {
            underWay = visit.offered;
            table = Optional.empty();
            chunks.clear();
        }
        int size = body.unsigned(0) << 8 | body.unsigned(1);
        boolean isFromOurs = body.slice(2, 34).equals(Plain.sha256(signed(inForce)));
        return size > 0 && isFromOurs && size <= visit.octetsLeft ? want(visit, 1, 0, size) : next(visit);
    }

    /** The list whose head this is; of a forged one, none. */
    private Optional<String> listOf(Bytes head) {
        for (Map.Entry<String, JsonNode> list : file.path("lists").properties()) {
            if (list.getValue().path("head").asText().equals(head.toHex())) {
                return Optional.of(list.getKey());
            }
        }
        return Optional.empty();
    }

    private Bytes signed(String list) {
        return Json.hex(file.at("/lists/" + list), "signed");
    }

    private Bytes want(Visit visit, int what, int chunk, int size) {
        visit.wanted = size <= visit.octetsLeft ? Bytes.of(17, what, chunk >> 8, chunk & 255) : NOTHING;
        visit.coming = Bytes.EMPTY;
        visit.size = size;
        return visit.wanted;
    }

    private Bytes next(Visit visit) {
        Bytes list = signed(visit.offered);
        int count = (list.size() + CHUNK_SIZE - 1) / CHUNK_SIZE;
        if (table.isEmpty()) {
            return want(visit, 2, 0, 16 * count);
        }
        for (int i = 0; i < count; i++) {
            if (!chunks.containsKey(i)) {
                return want(visit, 3, i, Math.min(CHUNK_SIZE, list.size() - i * CHUNK_SIZE));
            }
        }
        inForce = visit.offered;
        return RECEIPT;
    }

    private Optional<Bytes> part(Visit visit, Bytes octets) {
        visit.octetsLeft -= octets.size();
        visit.coming = Bytes.concat(visit.coming, octets);
        if (visit.wanted.equals(NOTHING) || visit.coming.size() > visit.size) {
            return Optional.empty();
        }
        return visit.coming.size() < visit.size ? Optional.empty() : Optional.of(complete(visit));
    }

    private Bytes complete(Visit visit) {
        Bytes list = signed(visit.offered);
        int chunk = visit.wanted.unsigned(2) << 8 | visit.wanted.unsigned(3);
        switch (visit.wanted.unsigned(1)) {
            case 1 -> {
                if (!visit.coming.equals(StraightDelta.between(signed(inForce), list))) {
                    return NOTHING;
                }
                inForce = visit.offered;
                return RECEIPT;
            }
            case 2 -> {
                if (!visit.coming.equals(table(list))) {
                    return NOTHING;
                }
                table = Optional.of(visit.coming);
            }
            default -> {
                if (!visit.coming.equals(chunk(list, chunk))) {
                    return NOTHING;
                }
                chunks.put(chunk, visit.coming);
            }
        }
        return next(visit);
    }

    /** Section 3. */
    static Bytes table(Bytes list) {
        Bytes table = Bytes.EMPTY;
        for (int i = 0; i * CHUNK_SIZE < list.size(); i++) {
            table = Bytes.concat(table, Plain.sha256(chunk(list, i)).slice(0, 16));
        }
        return table;
    }

    static Bytes chunk(Bytes list, int number) {
        return list.slice(number * CHUNK_SIZE, Math.min(list.size(), (number + 1) * CHUNK_SIZE));
    }

    /** The receipt that the reader sends at a time, with the signature of the one that it is said to send. */
    Bytes receipt(Bytes said, long atMillis) {
        Bytes hash = Plain.sha256(signed(inForce));
        boolean isNew = receipt.isEmpty()
                || !hash.equals(BodyFields.content(BodyFields.split(receipt).get(4)))
                || atMillis - receiptAt >= RECEIPT_AGE_MILLIS;
        if (isNew) {
            receipts++;
            receiptAt = atMillis;
            receipt = Bytes.concat(
                    FieldLines.octets(1, names.project(names.reader())),
                    FieldLines.octets(2, Plain.sha256(Json.hex(names.reader(), "dhKey"))),
                    FieldLines.fixed(3, names.listEpoch(inForce)),
                    FieldLines.octets(4, hash),
                    FieldLines.fixed(6, atMillis / 1000),
                    FieldLines.fixed(7, receipts));
        }
        return Bytes.concat(RECEIPT, receipt, said.slice(Math.max(0, said.size() - 64), said.size()));
    }
}

package io.lintel.protocol.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.lintel.crypto.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a phone says as a courier behind one answer, by spec/revocation.md 6.2. */
final class StraightPhoneCourier {
    private static final Bytes CLOSE = Bytes.of(0);
    private static final Bytes RECEIPT_REQUEST = Bytes.of(19);
    private static final int PART_SIZE = 255;

    private final JsonNode file;
    private final Names names;
    private final List<String> lists;
    private final int readersEpoch;
    private final int receiptEpoch;
    private Optional<Bytes> delta = Optional.empty();
    private boolean hasOffered;

    /**
     * Begins when the answer is in.
     *
     * @param lists what the phone's check-ins brought, one after another
     * @param readersEpoch the list epoch of the opener
     * @param receiptEpoch that of the receipt which it has of this reader, -1 for none
     */
    StraightPhoneCourier(JsonNode file, Names names, List<String> lists, int readersEpoch, int receiptEpoch) {
        this.file = file;
        this.names = names;
        this.lists = lists;
        this.readersEpoch = readersEpoch;
        this.receiptEpoch = receiptEpoch;
    }

    Bytes begin(boolean isWanted) {
        if (lists.isEmpty() || !isWanted || names.listEpoch(newest()) <= readersEpoch) {
            return orClose();
        }
        hasOffered = true;
        delta = lists.stream()
                .filter(list -> names.listEpoch(list) == readersEpoch)
                .findFirst()
                .map(base -> StraightDelta.between(signed(base), signed(newest())));
        Bytes base = delta.map(made -> BodyFields.content(BodyFields.split(made).get(1)))
                .orElse(Bytes.copyOf(new byte[32]));
        int size = delta.map(Bytes::size).orElse(0);
        return Bytes.concat(Bytes.of(16, size >> 8, size & 255), base, Json.hex(list(newest()), "head"));
    }

    /** What it says to a content of traffic. */
    List<Bytes> hear(Bytes content) {
        if (content.unsigned(0) != 17) {
            return List.of(CLOSE);
        }
        int chunk = content.unsigned(2) << 8 | content.unsigned(3);
        return switch (content.unsigned(1)) {
            case 0 -> {
                boolean isAskedNow = hasOffered;
                hasOffered = false;
                yield List.of(isAskedNow ? orClose() : CLOSE);
            }
            case 1 -> parts(delta.orElseThrow());
            case 2 -> parts(StraightReaderCourier.table(signed(newest())));
            default -> parts(StraightReaderCourier.chunk(signed(newest()), chunk));
        };
    }

    private Bytes orClose() {
        return receiptEpoch >= readersEpoch ? CLOSE : RECEIPT_REQUEST;
    }

    private static List<Bytes> parts(Bytes octets) {
        List<Bytes> parts = new ArrayList<>();
        for (int at = 0; at < octets.size(); at += PART_SIZE) {
            parts.add(Bytes.concat(Bytes.of(18), octets.slice(at, Math.min(octets.size(), at + PART_SIZE))));
        }
        return parts;
    }

    private String newest() {
        return lists.get(lists.size() - 1);
    }

    private JsonNode list(String name) {
        return file.at("/lists/" + name);
    }

    private Bytes signed(String name) {
        return Json.hex(list(name), "signed");
    }
}

package io.lintel.protocol.vectors;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.vectors.straight.FieldLines;
import io.lintel.protocol.vectors.straight.Plain;
import io.lintel.protocol.vectors.straight.StraightSerials;
import io.lintel.protocol.vectors.straight.StraightSerials.Coded;
import io.lintel.protocol.vectors.straight.StraightSerials.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.LongStream;

/** Deltas between signed lists, step by step as spec/revocation.md 2 tells them. */
final class StraightDelta {
    private static final int SIGNATURE_SIZE = 64;
    private static final int BASE_SERIAL = 8;
    private static final int CODING = 10;
    private static final int SERIALS = 11;

    private StraightDelta() {}

    /** Writes the delta that gives one signed list from another. */
    static Bytes between(Bytes base, Bytes result) {
        SortedMap<Integer, Bytes> to = body(result);
        long baseSerial = fixed(to.get(BASE_SERIAL));
        TreeSet<Long> had = new TreeSet<>(serials(body(base), BASE_SERIAL, CODING, SERIALS));
        had.headSet(baseSerial).clear();
        TreeSet<Long> has = new TreeSet<>(serials(to, BASE_SERIAL, CODING, SERIALS));
        TreeSet<Long> added = new TreeSet<>(has);
        added.removeAll(had);
        had.removeAll(has);
        Coded come = StraightSerials.encode(baseSerial, runs(added));
        Coded gone = StraightSerials.encode(baseSerial, runs(had));
        Bytes list = new EditedBody(result.slice(0, result.size() - SIGNATURE_SIZE))
                .without(CODING)
                .without(SERIALS)
                .octets();
        return Bytes.concat(
                FieldLines.octets(1, Plain.sha256(base)),
                FieldLines.octets(2, Plain.sha256(result)),
                FieldLines.octets(3, list),
                FieldLines.number(4, come.coding()),
                FieldLines.octets(5, come.octets()),
                FieldLines.number(6, gone.coding()),
                FieldLines.octets(7, gone.octets()),
                FieldLines.octets(8, result.slice(result.size() - SIGNATURE_SIZE, result.size())));
    }

    /** Applies a delta that is known to be good to a signed list. */
    static Bytes apply(Bytes base, Bytes octets) {
        SortedMap<Integer, Bytes> delta = BodyFields.split(octets);
        require(Plain.sha256(base).equals(BodyFields.content(delta.get(1))), "the base");
        SortedMap<Integer, Bytes> list = BodyFields.split(BodyFields.content(delta.get(3)));
        long baseSerial = fixed(list.get(BASE_SERIAL));
        TreeSet<Long> serials = new TreeSet<>(serials(body(base), BASE_SERIAL, CODING, SERIALS));
        serials.headSet(baseSerial).clear();
        serials.removeAll(serials(baseSerial, delta.get(6), delta.get(7)));
        serials.addAll(serials(baseSerial, delta.get(4), delta.get(5)));
        Coded written = StraightSerials.encode(baseSerial, runs(serials));
        EditedBody body = new EditedBody(BodyFields.content(delta.get(3)))
                .number(CODING, written.coding())
                .octets(SERIALS, written.octets());
        Bytes result = Bytes.concat(body.octets(), BodyFields.content(delta.get(8)));
        require(Plain.sha256(result).equals(BodyFields.content(delta.get(2))), "the result");
        return result;
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what + " is another");
        }
    }

    private static SortedMap<Integer, Bytes> body(Bytes signed) {
        return BodyFields.split(signed.slice(0, signed.size() - SIGNATURE_SIZE));
    }

    private static List<Long> serials(SortedMap<Integer, Bytes> fields, int base, int coding, int octets) {
        return serials(fixed(fields.get(base)), fields.get(coding), fields.get(octets));
    }

    private static List<Long> serials(long base, Bytes coding, Bytes octets) {
        Coded coded = new Coded((int) BodyFields.number(BodyFields.content(coding)), BodyFields.content(octets));
        return StraightSerials.decode(base, coded).stream()
                .flatMap(run -> LongStream.rangeClosed(run.first(), run.last()).boxed())
                .toList();
    }

    private static List<Run> runs(Set<Long> serials) {
        List<Run> runs = new ArrayList<>();
        for (long serial : serials) {
            int last = runs.size() - 1;
            if (last >= 0 && runs.get(last).last() + 1 == serial) {
                runs.set(last, new Run(runs.get(last).first(), serial));
            } else {
                runs.add(new Run(serial, serial));
            }
        }
        return runs;
    }

    private static long fixed(Bytes field) {
        Bytes octets = BodyFields.content(field);
        long value = 0;
        for (int i = 3; i >= 0; i--) {
            value = value << 8 | octets.unsigned(i);
        }
        return value;
    }
}

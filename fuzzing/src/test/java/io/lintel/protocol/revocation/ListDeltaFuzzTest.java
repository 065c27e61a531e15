package io.lintel.protocol.revocation;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.lintel.crypto.Bytes;
import io.lintel.fuzzing.Form;
import io.lintel.fuzzing.Parser;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.statement.StatementException;
import io.lintel.protocol.statement.Unverified;
import java.util.Optional;

/** Deltas of revocation lists: written as read, and applied to a list with a result or a typed refusal. */
class ListDeltaFuzzTest {
    private static final int LENGTH_SIZE = 2;
    /** The tag and the length of a delta's first field, the hash of the list that it applies to. */
    private static final int BASE_AT = 2;

    private static final int HASH_SIZE = 32;
    private static final Parser<Bytes, Signed<RevocationList>> LIST =
            Parser.of(Unverified::list, StatementException.class);
    private static final Form<ListDelta> DELTA = Form.of(ListDelta::parse, ListDeltaException.class, ListDelta::bytes);

    @FuzzTest
    void whatIsReadIsWrittenTheSame(byte[] data) {
        isRead(Bytes.copyOf(data));
    }

    /** Returns whether it is the length of a list in 2 octets, the list, and a delta. */
    static boolean isRead(Bytes input) {
        if (input.size() < LENGTH_SIZE) {
            return false;
        }
        int behind = Math.min(LENGTH_SIZE + (input.unsigned(0) << 8 | input.unsigned(1)), input.size());
        Optional<Signed<RevocationList>> list = LIST.read(input.slice(LENGTH_SIZE, behind), input.size());
        Optional<ListDelta> delta = DELTA.check(input.slice(behind, input.size()));
        if (list.isPresent() && delta.isPresent()) {
            apply(delta.get(), list.get());
            apply(ListDelta.parse(onto(list.get(), delta.get().bytes())), list.get());
        }
        return list.isPresent() && delta.isPresent();
    }

    /** Names this list in a delta, which a fuzzer cannot: it would have to find its hash. */
    private static Bytes onto(Signed<RevocationList> list, Bytes delta) {
        return Bytes.concat(
                delta.slice(0, BASE_AT), list.fingerprint(), delta.slice(BASE_AT + HASH_SIZE, delta.size()));
    }

    private static void apply(ListDelta delta, Signed<RevocationList> list) {
        Parser<ListDelta, Bytes> applied = Parser.of(each -> each.applyTo(list), ListDeltaException.class);
        applied.read(delta, ListDelta.MAX_SIZE_BYTES);
    }
}

package io.lintel.protocol.revocation;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.fuzzing.Form;
import io.lintel.fuzzing.Parser;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.testing.TestSite;

/** Deltas of revocation lists: written as read, and applied to a list with a result or a typed refusal. */
class ListDeltaFuzzTest {
    private static final Signed<RevocationList> LIST =
            TestSite.of(Suite.X25519, 1).list(3, 5, 6, 900);
    private static final Form<ListDelta> DELTA = Form.of(ListDelta::parse, ListDeltaException.class, ListDelta::bytes);
    private static final Parser<ListDelta, Bytes> APPLIED =
            Parser.of(delta -> delta.applyTo(LIST), ListDeltaException.class);

    @FuzzTest
    void whatIsReadIsWrittenTheSame(byte[] data) {
        DELTA.check(Bytes.copyOf(data)).ifPresent(delta -> APPLIED.read(delta, ListDelta.MAX_SIZE_BYTES));
    }
}

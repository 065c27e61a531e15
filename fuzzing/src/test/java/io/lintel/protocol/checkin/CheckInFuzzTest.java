package io.lintel.protocol.checkin;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.lintel.crypto.Bytes;
import io.lintel.fuzzing.Form;
import io.lintel.fuzzing.Parser;
import io.lintel.protocol.wire.Blocks;

/** What a phone and the manager seal for one another at a check-in. */
class CheckInFuzzTest {
    private static final Form<CheckInRequest> REQUEST =
            Form.of(RequestContent::decode, CheckInException.class, RequestContent::encode);
    private static final Parser<Bytes, CheckInResult> RESPONSE = Parser.ofOptional(ResponseContent::decode);

    /** The fuzzer gives what stands in the blocks; their padding is put around it. */
    @FuzzTest
    void whatIsReadIsWrittenTheSame(byte[] data) {
        if (data.length > Blocks.MAX_CONTENT_SIZE) {
            return;
        }
        Bytes padded = Blocks.pad(data.clone());
        REQUEST.check(padded);
        RESPONSE.read(padded, padded.size());
        Bytes bare = Bytes.copyOf(data);
        REQUEST.check(bare);
        RESPONSE.read(bare, data.length);
    }
}

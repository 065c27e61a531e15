package io.lintel.sdk.ledger.audit;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Exported ledgers that an auditor was handed: a verdict, whatever is in them. */
class LedgerFuzzTest {

    @FuzzTest
    void thereIsAVerdict(byte[] data) throws IOException {
        LedgerVerifier.withMemory(1 << 20).verify(() -> new ByteArrayInputStream(data));
    }
}

package io.lintel.protocol.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.fuzzing.Parser;
import io.lintel.protocol.testing.TestSite;
import java.util.List;

/** Statements of every kind: a value whose known fields are written the same, or malformed. Nothing unsigned is believed. */
class StatementFuzzTest {
    private static final List<StatementCodec<?>> KINDS = List.of(
            StatementKinds.ROOT,
            StatementKinds.ISSUING_KEY,
            StatementKinds.READER_CERTIFICATE,
            StatementKinds.CREDENTIAL,
            StatementKinds.REVOCATION_LIST,
            StatementKinds.READER_CONFIGURATION,
            StatementKinds.LIST_HEAD,
            StatementKinds.RECEIPT);
    private static final ProjectTrust TRUST = TestSite.of(Suite.X25519, 1).trust();
    private static final Parser<Bytes, Signed<Credential>> BELIEVED =
            Parser.of(signed -> TRUST.verifyCredential(signed, TestSite.NOW), StatementException.class);
    private static final Parser<Bytes, ReaderRequest> REQUEST =
            Parser.of(ReaderRequest::decode, StatementException.class);

    @FuzzTest
    void whatIsReadIsWrittenTheSame(byte[] data) {
        Bytes signed = Bytes.copyOf(data);
        KINDS.forEach(kind -> check(kind, signed));
        assertFalse(BELIEVED.read(signed, signed.size()).isPresent());
        REQUEST.read(signed, signed.size()).ifPresent(request -> assertEquals(signed, request.encoded()));
    }

    private static <T> void check(StatementCodec<T> kind, Bytes signed) {
        Parser<Bytes, T> parser = Parser.of(octets -> StatementForm.decode(kind, octets), StatementException.class);
        parser.read(signed, signed.size()).ifPresent(value -> {
            Bytes body = StatementForm.body(signed);
            Bytes known = body.slice(0, FieldScan.endOfKnownFields(body));
            assertEquals(known, StatementForm.encode(kind, value));
        });
    }
}

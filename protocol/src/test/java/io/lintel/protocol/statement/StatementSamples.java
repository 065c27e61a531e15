package io.lintel.protocol.statement;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.SigningKeyPair;
import io.lintel.protocol.serials.SerialSet;
import java.util.List;
import java.util.function.BiFunction;

/**
 * One statement of each kind with all that a test needs to verify it, forge it and break it.
 *
 * @param codec the kind
 * @param issuer the key that signs it
 * @param signed its octets
 * @param verifier what a phone or reader would do with such octets
 */
record StatementSamples(
        TestProject project,
        StatementCodec<?> codec,
        SigningKeyPair issuer,
        Bytes signed,
        BiFunction<ProjectTrust, Bytes, Object> verifier) {
    static List<StatementSamples> of(TestProject project) {
        Credential credential = project.credential(project.newDhKey(), 7);
        SigningKeyPair readerKey = project.suite().generateSigningKeyPair();
        ReaderCertificate reader = project.readerCertificate(readerKey);
        Signed<RevocationList> list = project.sign(project.list(3, SerialSet.of(2, 5, 4_000_000_000L), 7));
        return List.of(
                new StatementSamples(
                        project,
                        StatementKinds.ROOT,
                        project.rootKey(),
                        project.root().bytes(),
                        (trust, bytes) -> ProjectTrust.pin(project.suite(), bytes, List.of())),
                new StatementSamples(
                        project,
                        StatementKinds.ISSUING_KEY,
                        project.rootKey(),
                        project.issuingKey(Purpose.LIST, 2, project.suite().generateSigningKeyPair())
                                .bytes(),
                        ProjectTrust::withIssuingKey),
                new StatementSamples(
                        project,
                        StatementKinds.READER_CERTIFICATE,
                        project.key(Purpose.READER),
                        project.sign(project.readerCertificate()).bytes(),
                        (trust, bytes) -> trust.verifyReaderCertificate(bytes, TestProject.NOW)),
                new StatementSamples(
                        project,
                        StatementKinds.CREDENTIAL,
                        project.key(Purpose.CREDENTIAL),
                        project.sign(credential).bytes(),
                        (trust, bytes) -> trust.verifyCredential(bytes, TestProject.NOW)),
                new StatementSamples(
                        project,
                        StatementKinds.REVOCATION_LIST,
                        project.key(Purpose.LIST),
                        list.bytes(),
                        (trust, bytes) -> trust.verifyList(bytes, TestProject.NOW)),
                new StatementSamples(
                        project,
                        StatementKinds.READER_CONFIGURATION,
                        project.key(Purpose.CONFIGURATION),
                        project.sign(project.configuration()).bytes(),
                        ProjectTrust::verifyConfigurationAsIssued),
                new StatementSamples(
                        project,
                        StatementKinds.LIST_HEAD,
                        project.key(Purpose.LIST),
                        project.sign(project.head(list)).bytes(),
                        (trust, bytes) -> trust.verifyListHead(bytes, TestProject.NOW)),
                new StatementSamples(
                        project,
                        StatementKinds.RECEIPT,
                        readerKey,
                        new StatementSigner(project.suite())
                                .sign(readerKey.privateKey(), project.receipt(reader, list))
                                .bytes(),
                        (trust, bytes) -> trust.verifyReceipt(reader, bytes)));
    }

    Bytes body() {
        return StatementForm.body(signed);
    }

    /** Returns another body with a signature that is right. */
    Bytes resigned(Bytes body) {
        return project.forge(codec, issuer, body);
    }

    Object verify(Bytes octets) {
        return verifier.apply(project.trust(), octets);
    }

    @Override
    public String toString() {
        return codec.kind();
    }
}

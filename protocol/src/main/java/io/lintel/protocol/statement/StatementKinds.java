package io.lintel.protocol.statement;

/** The codecs, one of each kind. */
final class StatementKinds {
    static final StatementCodec<ProjectRoot> ROOT = new ProjectRootCodec();
    static final StatementCodec<IssuingKey> ISSUING_KEY = new IssuingKeyCodec();
    static final StatementCodec<ReaderCertificate> READER_CERTIFICATE = new ReaderCertificateCodec();
    static final StatementCodec<Credential> CREDENTIAL = new CredentialCodec();
    static final StatementCodec<RevocationList> REVOCATION_LIST = new RevocationListCodec();
    static final StatementCodec<ReaderConfigurationStatement> READER_CONFIGURATION = new ReaderConfigurationCodec();
    static final StatementCodec<ListHead> LIST_HEAD = new ListHeadCodec();
    static final StatementCodec<Receipt> RECEIPT = new ReceiptCodec();

    private StatementKinds() {}
}

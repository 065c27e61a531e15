package io.lintel.protocol.statement;

import com.google.protobuf.InvalidProtocolBufferException;
import io.lintel.crypto.Bytes;
import io.lintel.protocol.proto.ReceiptBody;
import io.lintel.protocol.statement.Receipt.ListInForce;
import java.time.Instant;
import java.util.Optional;

/** Kind {@code receipt}: the one that no issuing key signs. */
record ReceiptCodec() implements StatementCodec<Receipt> {
    private static final int NONE = 0;

    @Override
    public String kind() {
        return "receipt";
    }

    @Override
    public int maxSignedSize() {
        return Receipt.MAX_SIGNED_SIZE_BYTES;
    }

    @Override
    public ReceiptBody write(Receipt receipt) {
        return ReceiptBody.newBuilder()
                .setProject(StatementCodec.octets(receipt.project().value()))
                .setReaderKey(StatementCodec.octets(receipt.readerKey()))
                .setListEpoch((int) receipt.listEpoch())
                .setListHash(StatementCodec.octets(
                        receipt.list().map(ListInForce::hash).orElse(Bytes.EMPTY)))
                .setRevision((int) receipt.revision())
                .setClock(receipt.clock().map(StatementCodec::seconds).orElse(NONE))
                .setNumber((int) receipt.number())
                .build();
    }

    @Override
    public Receipt read(byte[] body) throws InvalidProtocolBufferException {
        ReceiptBody receipt = ReceiptBody.parseFrom(body);
        return new Receipt(
                StatementCodec.project(receipt.getProject()),
                StatementCodec.octets(receipt.getReaderKey()),
                list(receipt),
                Integer.toUnsignedLong(receipt.getRevision()),
                clock(receipt.getClock()),
                Integer.toUnsignedLong(receipt.getNumber()));
    }

    private static Optional<ListInForce> list(ReceiptBody receipt) {
        if (receipt.getListEpoch() == NONE && receipt.getListHash().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ListInForce(
                Integer.toUnsignedLong(receipt.getListEpoch()), StatementCodec.octets(receipt.getListHash())));
    }

    private static Optional<Instant> clock(int seconds) {
        return seconds == NONE ? Optional.empty() : Optional.of(StatementCodec.time(seconds));
    }
}

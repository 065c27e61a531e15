package io.lintel.protocol.statement;

import com.google.protobuf.InvalidProtocolBufferException;
import io.lintel.protocol.proto.ListHeadBody;

/** Kind {@code list-head}. */
record ListHeadCodec() implements StatementCodec<ListHead> {
    @Override
    public String kind() {
        return "list-head";
    }

    @Override
    public int maxSignedSize() {
        return ListHead.MAX_SIGNED_SIZE_BYTES;
    }

    @Override
    public ListHeadBody write(ListHead head) {
        return ListHeadBody.newBuilder()
                .setProject(StatementCodec.octets(head.project().value()))
                .setIssuingEpoch(head.issuingEpoch())
                .setListEpoch((int) head.listEpoch())
                .setIssued(StatementCodec.seconds(head.issued()))
                .setGroup(head.group())
                .setSize(head.size())
                .setListHash(StatementCodec.octets(head.listHash()))
                .setTableHash(StatementCodec.octets(head.tableHash()))
                .build();
    }

    @Override
    public ListHead read(byte[] body) throws InvalidProtocolBufferException {
        ListHeadBody head = ListHeadBody.parseFrom(body);
        return new ListHead(
                StatementCodec.project(head.getProject()),
                head.getIssuingEpoch(),
                Integer.toUnsignedLong(head.getListEpoch()),
                StatementCodec.time(head.getIssued()),
                head.getGroup(),
                head.getSize(),
                StatementCodec.octets(head.getListHash()),
                StatementCodec.octets(head.getTableHash()));
    }
}

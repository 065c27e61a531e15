package io.lintel.protocol.statement;

import com.google.protobuf.InvalidProtocolBufferException;
import io.lintel.crypto.Suite;
import io.lintel.protocol.proto.ProjectRootBody;

/** Kind {@code root}. */
record ProjectRootCodec() implements StatementCodec<ProjectRoot> {
    @Override
    public String kind() {
        return "root";
    }

    @Override
    public int maxSignedSize() {
        return 256;
    }

    @Override
    public ProjectRootBody write(ProjectRoot root) {
        return ProjectRootBody.newBuilder()
                .setSuite(root.suite().id())
                .setRootKey(StatementCodec.octets(root.rootKey()))
                .setCreated(StatementCodec.seconds(root.created()))
                .build();
    }

    @Override
    public ProjectRoot read(byte[] body) throws InvalidProtocolBufferException {
        ProjectRootBody root = ProjectRootBody.parseFrom(body);
        return new ProjectRoot(
                StatementCodec.known(Suite.ofId(root.getSuite()), "suite"),
                StatementCodec.octets(root.getRootKey()),
                StatementCodec.time(root.getCreated()));
    }
}

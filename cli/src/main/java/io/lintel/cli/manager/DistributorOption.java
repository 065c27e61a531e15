package io.lintel.cli.manager;

import io.lintel.sdk.model.DistributorId;
import picocli.CommandLine.Option;

/** The option that says which distributor is meant. */
public final class DistributorOption {
    @Option(
            names = "--distributor",
            paramLabel = "ID",
            description =
                    "The distributor's id. Default: the operator itself, which serves sites without a distributor.")
    private String id = DistributorId.OPERATOR.value();

    /** The distributor. */
    public DistributorId id() {
        return new DistributorId(id);
    }
}

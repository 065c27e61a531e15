package io.lintel.protocol.vectors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.crypto.CryptoSuite;
import java.util.ArrayList;
import java.util.List;

/** Makes the files of tap vectors: what happens to well-formed messages, and the malformed ones. */
final class TapVectors {
    private TapVectors() {}

    static ObjectNode outcomes(CryptoSuite suite) {
        List<Scenario> scenarios = new ArrayList<>(GrantedTaps.all());
        scenarios.addAll(DeniedTaps.all());
        scenarios.addAll(RecoveringTaps.all());
        scenarios.addAll(RefusedTaps.all());
        return file(suite, scenarios);
    }

    static ObjectNode malformed(CryptoSuite suite) {
        return file(suite, MalformedTaps.all());
    }

    /** Behind the answer: lists with their heads, and one of more than two chunks. */
    static ObjectNode couriers(CryptoSuite suite) {
        SiteNodes nodes = SiteNodes.filled(suite, "tap");
        nodes.listForCouriers("nothing-revoked");
        nodes.listForCouriers("alice-revoked");
        nodes.longList("many-revoked", 20);
        return file(suite, nodes.file(), CourierTaps.all());
    }

    private static ObjectNode file(CryptoSuite suite, List<Scenario> scenarios) {
        return file(suite, SiteNodes.of(suite, "tap"), scenarios);
    }

    private static ObjectNode file(CryptoSuite suite, ObjectNode file, List<Scenario> scenarios) {
        World world = new World(suite, file);
        var vectors = file.putArray("vectors");
        for (Scenario scenario : scenarios) {
            Recorder recorder = new Recorder(world, file, scenario);
            try {
                scenario.story().accept(recorder);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("vector " + scenario.id() + ": " + e, e);
            }
            vectors.add(recorder.finish());
        }
        return file;
    }
}

package io.lintel.conformance.reader;

import io.lintel.conformance.bench.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** All cases for readers. */
public final class ReaderCases {
    private ReaderCases() {}

    /** Returns the cases that run one after the other. */
    public static List<Trial<ReaderBench>> inOrder() {
        List<Trial<ReaderBench>> all = new ArrayList<>();
        all.addAll(OpenerCases.all());
        all.addAll(ColdCases.all());
        all.addAll(AskedCases.all());
        all.addAll(CredentialCases.all());
        all.addAll(FastCases.all());
        all.addAll(SessionCases.all());
        all.addAll(MalformedCases.all());
        all.addAll(ListCases.all());
        all.addAll(CourierCases.all());
        return List.copyOf(all);
    }

    /** Returns the cases that break the framing of GATT, which run in order as well. */
    public static List<Trial<ReaderBench>> overGatt() {
        return GattCases.all();
    }

    /** Returns the cases that wait for seconds, and may run beside each other and beside those of {@link #inOrder}. */
    public static List<Trial<ReaderBench>> waiting() {
        return TimeCases.waiting();
    }

    /** Returns the cases that need the reader for themselves, one after the other. */
    public static List<Trial<ReaderBench>> alone() {
        List<Trial<ReaderBench>> all = new ArrayList<>(FloodCases.all());
        all.addAll(RestartCases.all());
        return List.copyOf(all);
    }

    /** Returns the fuzzing for a time. */
    public static Trial<ReaderBench> fuzz(Duration time, long seed) {
        return ReaderFuzz.lasting(time, seed);
    }
}

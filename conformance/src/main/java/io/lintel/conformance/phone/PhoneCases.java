package io.lintel.conformance.phone;

import io.lintel.conformance.bench.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** All cases for phones. */
public final class PhoneCases {
    private PhoneCases() {}

    /** Returns the cases in their order; each takes one tap of the phone or more. */
    public static List<Trial<PhoneBench>> all() {
        List<Trial<PhoneBench>> all = new ArrayList<>();
        all.addAll(PhoneColdCases.all());
        all.addAll(PhoneFastCases.all());
        all.addAll(PhoneVisitCases.all());
        all.addAll(PhoneOpenerCases.all());
        all.addAll(PhoneRestartCases.all());
        return List.copyOf(all);
    }

    /** Returns the cases that break the framing of GATT. */
    public static List<Trial<PhoneBench>> overGatt() {
        return PhoneGattCases.all();
    }

    /** Returns the fuzzing for a time. */
    public static Trial<PhoneBench> fuzz(Duration time, long seed) {
        return PhoneFuzz.lasting(time, seed);
    }
}

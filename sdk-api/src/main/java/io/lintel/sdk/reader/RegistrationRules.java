package io.lintel.sdk.reader;

import io.lintel.sdk.model.ReaderDetails;
import io.lintel.sdk.profile.DoorRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a site's profile asks of a reader's details, beyond their bounds. Pure. */
public final class RegistrationRules {

    /** What tells a reader from others. */
    public enum Identity {
        /** Its id or its MAC address: one of them has to be there ({@code C-20}). */
        ID_OR_MAC,
        /** The keys in its certificate: id and MAC address may be missing. */
        KEYS
    }

    private RegistrationRules() {}

    /** Every rule that the details break, each as a sentence that says what to do; empty where they break none. */
    public static List<String> broken(ReaderDetails details, DoorRules rules, Identity identity) {
        List<String> broken = new ArrayList<>();
        if (identity == Identity.ID_OR_MAC
                && details.readerId().isEmpty()
                && details.mac().isEmpty()) {
            broken.add("a reader needs its id or its MAC address; the app shows both in the reader's detail");
        }
        if (details.readerId().isPresent() && !fits(details.readerId().get(), rules)) {
            broken.add(
                    "this reader id does not have the form that the site's profile asks for; copy it from the reader");
        }
        if (isOutside(details.signalPercent(), rules.rangeSteps())) {
            broken.add("the signal range is one of " + rules.rangeSteps() + " percent");
        }
        if (isOutside(details.oneTapPercent(), rules.oneTapSteps())) {
            broken.add("the one-tap signal is one of " + rules.oneTapSteps() + " percent");
        }
        if (!rules.groups() && !details.groups().equals(ReaderDetails.ONLY_GROUP)) {
            broken.add("this site's profile has no reader groups; leave the group out");
        }
        return broken;
    }

    private static boolean fits(String readerId, DoorRules rules) {
        return rules.readerIdPattern().map(readerId::matches).orElse(true);
    }

    private static boolean isOutside(int percent, Set<Integer> steps) {
        return !steps.isEmpty() && !steps.contains(percent);
    }
}

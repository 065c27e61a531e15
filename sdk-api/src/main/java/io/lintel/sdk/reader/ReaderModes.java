package io.lintel.sdk.reader;

import io.lintel.protocol.phone.DoorModes;
import io.lintel.protocol.tap.Trigger;
import io.lintel.sdk.model.ReaderDetails;
import io.lintel.sdk.model.ReaderDetails.Switch;
import java.util.EnumSet;
import java.util.Set;

/** What the customer's settings and a reader's own leave of the ways to open it ({@code RDR-06}, {@code ONE-05}). Pure. */
public final class ReaderModes {

    /** The ways in which nobody chooses the reader: its one-tap switch rules them. */
    private static final Set<Trigger> WITHOUT_CHOICE = EnumSet.of(Trigger.WIDGET, Trigger.DISPLAY, Trigger.AUTOMATIC);

    private ReaderModes() {}

    /**
     * What a phone may do at a reader.
     *
     * @param customers the modes that the customer's settings allow
     */
    public static DoorModes of(ReaderDetails details, Set<Trigger> customers) {
        EnumSet<Trigger> modes = EnumSet.noneOf(Trigger.class);
        modes.addAll(customers);
        if (details.identificationFromApp() == Switch.OFF) {
            modes.remove(Trigger.LIST);
        }
        if (details.oneTap() == Switch.OFF) {
            modes.removeAll(WITHOUT_CHOICE);
        }
        return new DoorModes(modes, details.signalPercent(), details.oneTapPercent());
    }
}

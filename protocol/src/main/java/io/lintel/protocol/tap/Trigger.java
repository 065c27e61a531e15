package io.lintel.protocol.tap;

import java.util.List;
import java.util.Optional;

/** What made the phone answer an opener (ONE-01), as the phone claims it inside the authenticated payload. */
public enum Trigger {
    /** The person tapped a reader in the list of available doors. */
    LIST(1),
    /** One tap from the notification bar or a widget. */
    WIDGET(2),
    /** One tap by lighting up the display. */
    DISPLAY(3),
    /** No gesture: the phone answers by itself, at most once per reader and minute. */
    AUTOMATIC(4);

    private static final List<Trigger> TRIGGERS = List.of(values());

    private final int code;

    Trigger(int code) {
        this.code = code;
    }

    /** Returns the octet on the wire. */
    public int code() {
        return code;
    }

    /** Returns the trigger with a wire octet, or empty where there is none. */
    public static Optional<Trigger> ofCode(int code) {
        return code >= 1 && code <= TRIGGERS.size() ? Optional.of(TRIGGERS.get(code - 1)) : Optional.empty();
    }
}

package io.lintel.sdk.handoff;

import java.time.Instant;

/** What a host system makes of what it was shown as a claim. */
public sealed interface HandOffCheck {

    /**
     * The number was given to the phone that shows it. Take each {@link HandOffClaim#id} once.
     *
     * @param claim what it says
     */
    record Genuine(HandOffClaim claim) implements HandOffCheck {}

    /**
     * It was genuine and is too old: its person scans the project's QR code again and shows the new one.
     *
     * @param at when it stopped counting
     */
    record Expired(Instant at) implements HandOffCheck {}

    /** It is not this project's: forged, damaged, another project's, signed with a key that the host does not hold. */
    record NotGenuine() implements HandOffCheck {}
}

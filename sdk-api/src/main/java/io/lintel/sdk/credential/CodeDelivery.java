package io.lintel.sdk.credential;

import io.lintel.sdk.notification.EmailAddress;
import io.lintel.sdk.notification.PhoneNumber;
import java.util.Optional;

/**
 * Where a new code is told of, as far as the profile has it told ({@code DEV-03}, {@code USR-03}).
 *
 * @param email in place of the person's own address; empty for that one
 * @param text whether a text message goes out as well
 * @param telephone in place of the person's own; empty for that one
 */
public record CodeDelivery(Optional<EmailAddress> email, TextMessage text, Optional<PhoneNumber> telephone) {

    /** To the person, by all ways that the profile has and the person is known by. */
    public static final CodeDelivery TO_PERSON =
            new CodeDelivery(Optional.empty(), TextMessage.WHERE_KNOWN, Optional.empty());

    /** Whether a text message goes out. */
    public enum TextMessage {
        /** Where a telephone is known. */
        WHERE_KNOWN,
        /** It does not. */
        NONE
    }

    /** Refuses a telephone that nothing goes to. */
    public CodeDelivery {
        if (text == TextMessage.NONE && telephone.isPresent()) {
            throw new IllegalArgumentException("there is a telephone, and no text message is wanted");
        }
    }
}

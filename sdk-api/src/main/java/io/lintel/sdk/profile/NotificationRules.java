package io.lintel.sdk.profile;

import static io.lintel.sdk.profile.Rules.present;

import io.lintel.sdk.notification.Channel;
import io.lintel.sdk.notification.Language;

/**
 * What a person is sent when there is a new code for the phone ({@code C-24}).
 *
 * @param email what goes to the person's e-mail address
 * @param sms what goes to the person's telephone
 * @param language the language of it ({@code LNG-01})
 */
public record NotificationRules(Payload email, Payload sms, Language language) {

    /** What one message tells. */
    public enum Payload {
        /** There is no message. */
        NOTHING,
        /** That a code is on its way, without it ({@code NTF-05}). */
        NOTICE,
        /** The code itself. */
        CODE
    }

    /** Refuses missing values. */
    public NotificationRules {
        present(email, "email");
        present(sms, "sms");
        present(language, "language");
    }

    /** What goes out by a channel. */
    public Payload payload(Channel channel) {
        return switch (channel) {
            case EMAIL -> email;
            case SMS -> sms;
        };
    }
}

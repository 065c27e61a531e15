package io.lintel.sdk.notification;

import io.lintel.protocol.activation.ActivationLink;
import java.time.Instant;

/**
 * One message to one person, ready to leave. It holds a secret for the moment: do not keep it, do not log it; {@code
 * toString} shows neither person nor code.
 *
 * @param id names the message at every attempt, so that a receiver can tell a repetition
 * @param recipient whom it goes to
 * @param language the language of its text
 * @param content what it tells
 */
public record OutgoingMessage(NotificationId id, Recipient recipient, Language language, Content content) {

    /** What a message tells. */
    public sealed interface Content permits NewCode, NewCodeNotice {

        /** The site's name, as people know it. */
        String site();
    }

    /**
     * A new code for the phone ({@code ACT-01}).
     *
     * @param site the site's name
     * @param link what the QR code carries; the code in it can also be typed
     * @param expires when the code dies
     */
    public record NewCode(String site, ActivationLink link, Instant expires) implements Content {}

    /**
     * A new code went to the person's e-mail address ({@code NTF-05}).
     *
     * @param site the site's name
     */
    public record NewCodeNotice(String site) implements Content {}

    /** How it travels. */
    public Channel channel() {
        return recipient instanceof EmailAddress ? Channel.EMAIL : Channel.SMS;
    }
}

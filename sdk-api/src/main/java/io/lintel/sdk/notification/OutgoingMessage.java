package io.lintel.sdk.notification;

import io.lintel.protocol.activation.ActivationLink;
import io.lintel.sdk.json.StrictJson;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

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

    /** The version of the JSON form. */
    public static final int SCHEMA = 1;

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

    /** The JSON form, on one line, for servers that send messages themselves. It holds the code and the address. */
    public String json() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("schema", SCHEMA);
        fields.put("id", id.toString());
        fields.put("channel", channel().name());
        fields.put("to", recipient.value());
        fields.put("language", language.code());
        fields.put("site", content.site());
        if (content instanceof NewCode code) {
            fields.put("code", code.link().code().text());
            fields.put("link", code.link().text());
            fields.put("expires", code.expires().toString());
        }
        return StrictJson.writeLine(fields);
    }
}

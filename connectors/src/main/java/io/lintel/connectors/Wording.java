package io.lintel.connectors;

import io.lintel.connectors.Template.Markup;
import io.lintel.sdk.notification.Language;
import io.lintel.sdk.notification.OutgoingMessage;
import io.lintel.sdk.notification.OutgoingMessage.NewCode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;

/** Words messages: the templates of this package, filled. Pure. */
final class Wording {

    private final AppLinks apps;
    private final String signature;

    Wording(AppLinks apps, String signature) {
        this.apps = apps;
        this.signature = signature;
    }

    String subject(OutgoingMessage message) {
        return fill(message, "subject", Markup.TEXT);
    }

    String text(OutgoingMessage message) {
        return fill(message, "body", Markup.TEXT);
    }

    String html(OutgoingMessage message) {
        return fill(message, "body", Markup.HTML);
    }

    /** One short text, for telephones. */
    String shortText(OutgoingMessage message) {
        return fill(message, "short", Markup.TEXT);
    }

    private String fill(OutgoingMessage message, String part, Markup markup) {
        String name = (message.content() instanceof NewCode ? "new-code" : "notice") + "-" + part;
        return Template.load(name, message.language(), markup).fill(values(message));
    }

    private Map<String, String> values(OutgoingMessage message) {
        Map<String, String> values = new HashMap<>();
        values.put("site", message.content().site());
        values.put("android", apps.android().toASCIIString());
        values.put("ios", apps.ios().toASCIIString());
        values.put("signature", signature);
        if (message.content() instanceof NewCode code) {
            values.put("code", code.link().code().text());
            values.put("expires", time(code.expires(), message.language()));
        }
        return values;
    }

    /** One form per language (C-05), and never without its zone (C-04). */
    static String time(Instant instant, Language language) {
        String pattern = switch (language) {
            case EN -> "MM/dd/uuuu HH:mm 'UTC'";
            case CS -> "d. M. uuuu HH:mm 'UTC'";
        };
        return DateTimeFormatter.ofPattern(pattern, language.locale())
                .withZone(ZoneOffset.UTC)
                .format(instant);
    }
}

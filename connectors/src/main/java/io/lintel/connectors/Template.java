package io.lintel.connectors;

import io.lintel.sdk.notification.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with names in braces, which are replaced by values once and never looked into. */
final class Template {

    /** What a template is written in: decides how values are made harmless. */
    enum Markup {
        TEXT("txt"),
        HTML("html");

        private final String suffix;

        Markup(String suffix) {
            this.suffix = suffix;
        }

        String harmless(String value) {
            return switch (this) {
                case TEXT -> value;
                case HTML -> escape(value);
            };
        }
    }

    private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");

    private final String text;
    private final Markup markup;

    private Template(String text, Markup markup) {
        this.text = text;
        this.markup = markup;
    }

    /** Reads the file {@code NAME.LANGUAGE.SUFFIX} of this package. */
    static Template load(String name, Language language, Markup markup) {
        String file = name + "." + language.code() + "." + markup.suffix;
        try (InputStream in = Template.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks the template " + file);
            }
            return new Template(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip(), markup);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Template of(String text, Markup markup) {
        return new Template(text, markup);
    }

    String fill(Map<String, String> values) {
        return NAME.matcher(text).replaceAll(match -> {
            String value = values.get(match.group(1));
            if (value == null) {
                throw new IllegalStateException("the template names {" + match.group(1) + "}, which nothing fills");
            }
            return Matcher.quoteReplacement(markup.harmless(value));
        });
    }

    private static String escape(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}

package io.lintel.sdk.notification;

import java.util.Locale;

/** The languages of what people read ({@code LNG-01}). */
public enum Language {
    /** English. */
    EN(Locale.ENGLISH),
    /** Czech. */
    CS(Locale.forLanguageTag("cs"));

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** The language without a country. */
    public Locale locale() {
        return locale;
    }

    /** The ISO 639-1 code, as files are named. */
    public String code() {
        return locale.getLanguage();
    }
}

package io.lintel.sdk.site;

/** For whom a site publishes revocation lists ({@code spec/revocation.md}, "Publishing"). */
public enum ListScope {
    /** One list, for the readers of all groups. */
    SITE,
    /** The same, and a shorter one for each group of readers that are of no other. */
    GROUPS
}

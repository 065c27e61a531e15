package io.lintel.sdk.organisation;

/** What a customer's installation is for ({@code ACC-16}). */
public enum SystemType {
    /** Testing and demonstration: its id and key are public, so it is unsafe for live use ({@code SYS-09}). */
    DEMO,
    /** Live use. */
    FULL
}

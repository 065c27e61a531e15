package io.lintel.sdk.revocation;

import java.util.OptionalLong;

/**
 * What fell due.
 *
 * @param published the epoch of a fresh list; empty where the newest one still had time
 * @param enforced how many revocations are proven now
 * @param alarms how many alarms were raised
 */
public record RevocationsTended(OptionalLong published, int enforced, int alarms) {}

package io.lintel.sdk.support;

import io.lintel.sdk.support.SupportRequest.Routing;

/**
 * A question that was taken.
 *
 * @param number names it within the customer
 * @param routing who answers, and who got a copy: show it to the person who asked ({@code C-35})
 */
public record SupportAsked(long number, Routing routing) {}

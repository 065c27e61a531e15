package io.lintel.sdk.link;

/**
 * What a site's linked readers may have to be told: another value means that something is new. Only for comparison.
 *
 * @param listEpoch the newest list
 * @param publication the newest publication of readers
 * @param keys the epochs that readers are told to use
 */
public record LinkNews(long listEpoch, long publication, String keys) {}

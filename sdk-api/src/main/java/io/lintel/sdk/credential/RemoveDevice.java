package io.lintel.sdk.credential;

import io.lintel.sdk.model.CustomerId;

/**
 * Asks to remove a device with its credential, such as an old phone ({@code PHN-01}).
 *
 * @param customer whose device
 * @param device the device's number
 */
public record RemoveDevice(CustomerId customer, long device) {}

package io.lintel.sdk.reader;

import io.lintel.protocol.reader.DoorBehaviour;
import io.lintel.sdk.model.CustomerId;

/**
 * Asks that the doors of a site behave so, after the next publication ({@code SYS-13}, {@code SYS-15}).
 *
 * @param customer whose doors
 * @param behaviour LED, buzzer, unlock time and card structure
 */
public record EditReaderProject(CustomerId customer, DoorBehaviour behaviour) {}

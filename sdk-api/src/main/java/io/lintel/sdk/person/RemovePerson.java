package io.lintel.sdk.person;

import io.lintel.sdk.model.CustomerId;

/**
 * Asks to remove a person for good, with all devices and credentials ({@code USR-09}).
 *
 * @param customer whose person
 * @param person the person's number
 */
public record RemovePerson(CustomerId customer, long person) {}

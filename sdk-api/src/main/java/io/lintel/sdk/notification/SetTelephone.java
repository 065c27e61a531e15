package io.lintel.sdk.notification;

import io.lintel.sdk.model.CustomerId;
import java.util.Optional;

/**
 * Says which telephone a person is told by, beside the e-mail address ({@code NTF-06}).
 *
 * @param customer whose person
 * @param person the person's number
 * @param telephone the telephone; empty to forget it
 */
public record SetTelephone(CustomerId customer, long person, Optional<PhoneNumber> telephone) {}

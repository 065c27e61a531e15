package io.lintel.sdk.credential;

import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.model.CustomerId;

/**
 * A credential that exists now and waits for its phone.
 *
 * @param customer whose credential
 * @param serial names it in every later command
 * @param accessNumber what the panel gets
 * @param device the number of its device
 * @param activation what the person needs
 * @param balance the customer's credit after the charge
 */
public record CredentialIssued(
        CustomerId customer,
        long serial,
        long accessNumber,
        long device,
        ActivationTicket activation,
        Buckets balance) {}

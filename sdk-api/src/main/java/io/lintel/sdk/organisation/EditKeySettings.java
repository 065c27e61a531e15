package io.lintel.sdk.organisation;

import io.lintel.sdk.model.CustomerId;

/**
 * Asks to replace what a customer's mobile keys have in common ({@code CFG-09}); keys that exist stay as they are ({@code
 * CFG-04}).
 *
 * @param customer whose
 * @param keys the new settings
 */
public record EditKeySettings(CustomerId customer, KeyEntry keys) {}

/**
 * Questions of people and remains of crashes ({@code SUP-01}..{@code SUP-06}). A person's question goes to the site's admin,
 * an admin's to the operator; with the site's switch on, the operator gets a copy of the former, and answers it not.
 */
@NullMarked
package io.lintel.sdk.support;

import org.jspecify.annotations.NullMarked;

/**
 * Credit: what its commands ask for and answer, pages and statements of books, and {@link io.lintel.sdk.credit.CreditEffect},
 * the rule of when credit comes back.
 */
@NullMarked
package io.lintel.sdk.credit;

import org.jspecify.annotations.NullMarked;

/**
 * The manager's storage port. {@link io.lintel.sdk.store.ManagerStore} runs units of work; inside one, {@link
 * io.lintel.sdk.store.UnitOfWork} gives the tables. Whatever a unit wrote is durable when {@code write} returns, or
 * never was.
 */
@NullMarked
package io.lintel.sdk.store;

import org.jspecify.annotations.NullMarked;

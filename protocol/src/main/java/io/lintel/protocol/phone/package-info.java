/**
 * The phone's side of a tap, for makers of apps. Begin with {@link io.lintel.protocol.phone.Wallet}: open it over a
 * {@link io.lintel.protocol.phone.WalletStore}, {@code enrol} what an activation returned, and for each gesture
 *
 * <pre>{@code
 * PhoneSession session = wallet.tap(new TapRequest(Intent.of(Trigger.LIST), Transport.BLE_GATT), now);
 * for (PhoneEffect effect : session.receive(message, now)) { ... }
 * }</pre>
 *
 * <p>So that credentials stay good, {@link io.lintel.protocol.phone.Memberships} checks in with their managers, and
 * {@link io.lintel.protocol.phone.UsageCounters} counts what sites may want to know.
 *
 * <p>A {@link io.lintel.protocol.phone.TapResult} says how it ended. Nothing here opens sockets, starts threads, reads a
 * clock or writes a file; the transports and the store do.
 */
@NullMarked
package io.lintel.protocol.phone;

import org.jspecify.annotations.NullMarked;

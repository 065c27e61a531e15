/**
 * The protocol over Bluetooth LE, without a Bluetooth stack: a platform's own is bound to {@link io.lintel.transport.ble.BleLink},
 * and {@code docs/bluetooth.md} shows how on Android and iOS.
 *
 * <p>An app finds readers by {@link io.lintel.transport.ble.AdvertisingPayload}, chooses one by {@code
 * io.lintel.transport.ble.proximity}, connects, and taps:
 *
 * <pre>{@code
 * PhoneSession session = wallet.tap(new TapRequest(Intent.of(Trigger.LIST), link.transport()), clock.instant());
 * BleTap tap = BleTap.begin(session, link, clock, alarm, CourierBudget.NONE);
 * tap.result().thenAccept(result -> show(result));
 * }</pre>
 *
 * <p>A reader in Java gives its links to {@code io.lintel.transport.ble.netty.BleReaderServer}. One that has neither Netty nor our handlers
 * begins with {@link io.lintel.transport.ble.Framing}, which cuts messages into packets and puts them together again. {@code
 * io.lintel.transport.ble.simulator} has links without a radio. What is on the air stands in {@code spec/ble.md}.
 *
 * <p>Nothing here opens a radio, starts a thread or reads a clock; but for {@code netty}, all of it runs on Android.
 */
@NullMarked
package io.lintel.transport.ble;

import org.jspecify.annotations.NullMarked;

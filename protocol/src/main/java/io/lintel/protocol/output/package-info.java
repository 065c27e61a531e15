/**
 * What a reader tells the panel after a grant: the access number as Wiegand bits
 * ({@link io.lintel.protocol.output.WiegandFormat}) or as an OSDP card-data reply
 * ({@link io.lintel.protocol.output.OsdpCardData}).
 *
 * <p>A reader configures one {@link io.lintel.protocol.output.WiegandOutput} and asks it at each grant; its bits go out
 * on the D0 and D1 wires, or into an OSDP reply. Driving the wires, and OSDP's framing and secure channel, are not here.
 *
 * <p>Access numbers are personal data, so nothing here prints one. Source of the rules: {@code spec/protocol.md},
 * "Outputs".
 */
@NullMarked
package io.lintel.protocol.output;

import org.jspecify.annotations.NullMarked;

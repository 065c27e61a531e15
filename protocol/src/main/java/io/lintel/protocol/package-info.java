/**
 * The protocol between phone, reader and manager, as sessions that take bytes and a clock reading and return what to do.
 *
 * <ul>
 *   <li>{@code io.lintel.protocol.reader} is for makers of readers, {@code io.lintel.protocol.phone} for makers of apps;
 *       {@code io.lintel.protocol.tap} holds the words that both share.
 *   <li>{@code io.lintel.protocol.statement} is what a project signs: root, issuing keys, reader certificates, credentials,
 *       revocation lists.
 *   <li>{@code io.lintel.protocol.activation} puts a credential on a phone, {@code io.lintel.protocol.output} hands a
 *       number to the panel.
 * </ul>
 *
 * <p>Denials and refusals are values. Failures are a {@link io.lintel.protocol.ProtocolException}. The wire format is
 * specified in spec/protocol.md.
 */
@NullMarked
package io.lintel.protocol;

import org.jspecify.annotations.NullMarked;

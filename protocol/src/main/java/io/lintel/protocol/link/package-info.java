/**
 * The management link: one lasting, encrypted connection from a reader to its manager, both sides ({@code spec/link.md}).
 *
 * <p>A reader keeps a {@link io.lintel.protocol.link.LinkedReader} and opens a {@link io.lintel.protocol.link.ReaderLink} for
 * each connection. A manager answers each with a {@link io.lintel.protocol.link.ManagerLink} over its {@link
 * io.lintel.protocol.link.LinkDesk}. Lists and configurations go to the reader, events and receipts come home, and all of it
 * goes on where a broken connection left it.
 *
 * <p>Sans-IO: sessions take messages and a clock reading and return a {@link io.lintel.protocol.link.LinkStep}.
 */
@NullMarked
package io.lintel.protocol.link;

import org.jspecify.annotations.NullMarked;

/**
 * Files and lists that come from elsewhere: what they would change, and what is wrong with them. Readers are imported this
 * way, see {@link io.lintel.sdk.reader.ImportReaders}.
 */
@NullMarked
package io.lintel.sdk.sync;

import org.jspecify.annotations.NullMarked;

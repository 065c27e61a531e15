/**
 * Storage on files.
 *
 * <p>{@link io.lintel.store.file.FileWalletStore} keeps a phone's wallet, {@link
 * io.lintel.store.file.FilePendingActivations} the activations that it began, and {@link
 * io.lintel.store.file.FileReaderKeys} the keys that a reader made itself, and {@link
 * io.lintel.store.file.FileReaderMemory} its lists. A write is on the disk when it returns, and a file is the old one or the
 * new one after a crash. A damaged file is a clear error and stays as it is; a damaged enrolment leaves the others usable.
 *
 * <p>Nothing is encrypted: the files are readable by their owner alone. A phone that has a key store of its own puts
 * private keys there instead.
 */
@NullMarked
package io.lintel.store.file;

import org.jspecify.annotations.NullMarked;

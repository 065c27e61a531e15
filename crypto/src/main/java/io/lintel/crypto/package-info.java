/**
 * The cryptographic core: {@link io.lintel.crypto.Primitives} chooses a provider for each primitive, and {@link
 * io.lintel.crypto.CryptoSuite} offers what a project's suite can do with them.
 *
 * <p>Public data is {@link io.lintel.crypto.Bytes}, secrets are {@link io.lintel.crypto.SecretBytes}, and a key is of a
 * type that says what it is for; a public key exists only once it was checked. {@link
 * io.lintel.crypto.CryptoException} is the one failure that a peer can cause. Handshakes are in {@code
 * io.lintel.crypto.noise}.
 *
 * <p>What it does not do: hide secrets from whoever reads the memory of the process. {@code SecretBytes} overwrites
 * what it holds, but providers keep copies of their own that Java gives no means to overwrite. Each thread
 * keeps one AES-GCM cipher of a provider, which holds the key that the thread used last, a closed tap's perhaps, until the thread's next
 * use or its end. With a JCA provider a key pair holds the provider's own private key as well, from its making until {@link
 * io.lintel.crypto.DhKeyPair#destroy() destroy} lets go of it. All other keys and copies lie unreferenced until the garbage collector writes over them. Digests
 * are reset behind each use, and what an HMAC pads is overwritten ({@code spec/protocol.md} 15, "What a library holds"). Bouncy Castle's
 * multiplication on P-256 does not take constant time; Conscrypt's and ACCP's does.
 */
@NullMarked
package io.lintel.crypto;

import org.jspecify.annotations.NullMarked;

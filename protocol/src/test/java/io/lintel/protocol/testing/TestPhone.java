package io.lintel.protocol.testing;

import io.lintel.crypto.DhKeyPair;
import io.lintel.protocol.phone.Wallet;
import io.lintel.protocol.phone.WalletStore;
import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.statement.Signed;

/**
 * A phone with one credential, enrolled.
 *
 * @param store what survives the wallet's process
 */
public record TestPhone(
        TestSite site, DhKeyPair holder, Signed<Credential> credential, WalletStore store, Wallet wallet) {

    /** Returns the phone after its wallet's process was started again over the same store. */
    public TestPhone restarted() {
        return over(store);
    }

    /** Returns the phone with another view of its store, and a new process. */
    public TestPhone over(WalletStore view) {
        return new TestPhone(site, holder, credential, view, new Wallet(site.walletPorts(view), TestSite.NOW));
    }

    public long serial() {
        return credential.value().serial();
    }
}

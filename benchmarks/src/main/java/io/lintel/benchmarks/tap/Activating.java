package io.lintel.benchmarks.tap;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.protocol.activation.ActivationCode;
import io.lintel.protocol.activation.ActivationResult.Activated;
import io.lintel.protocol.activation.ManagerActivation;
import io.lintel.protocol.activation.PhoneActivation;
import io.lintel.protocol.activation.VerifiedGrant;
import java.security.SecureRandom;

/**
 * A phone that redeems a code (spec/protocol.md 12), both sides, from its new key to a grant whose signatures it has checked. The
 * manager signs one credential; its store is not part of it.
 */
final class Activating {
    private static final int REQUEST_ID = 16;

    private final Site site;
    private final CryptoSuite suite;
    private final DhKeyPair manager;
    private final ActivationCode code;
    private final Bytes requestId;
    private long serial;

    Activating(Site site, CryptoSuite suite, SecureRandom random) {
        this.site = site;
        this.suite = suite;
        this.manager = suite.generateDhKeyPair();
        this.code = ActivationCode.generate(random);
        byte[] id = new byte[REQUEST_ID];
        random.nextBytes(id);
        this.requestId = Bytes.copyOf(id);
    }

    /** Activates a phone that is new to the site. */
    VerifiedGrant activate() {
        DhKeyPair holder = suite.generateDhKeyPair();
        try (PhoneActivation phone = PhoneActivation.start(
                        suite, manager.publicKey(), code, holder, requestId, suite.generateEphemeral());
                ManagerActivation atManager = ManagerActivation.open(suite, manager, phone.request())) {
            Bytes response = atManager.grant(site.grant(++serial, holder), suite.generateEphemeral());
            if (phone.receive(response) instanceof Activated activated) {
                return VerifiedGrant.of(activated.grant(), suite, holder.publicKey(), Site.NOW);
            }
            throw new IllegalStateException("the manager refused");
        }
    }
}

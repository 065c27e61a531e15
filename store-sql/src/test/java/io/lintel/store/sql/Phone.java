package io.lintel.store.sql;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.protocol.activation.ActivationCode;
import io.lintel.protocol.activation.ActivationLink;
import io.lintel.protocol.activation.ActivationResult;
import io.lintel.protocol.activation.PhoneActivation;
import io.lintel.sdk.Manager;
import io.lintel.sdk.credential.ActivationTicket;
import io.lintel.sdk.site.ProjectActivation;
import java.security.SecureRandom;

/** A phone that redeems a ticket: the same holder key and request id at every attempt. */
final class Phone {

    private final CryptoSuite crypto;
    private final DhKeyPair holder;
    private final Bytes requestId;

    Phone(CryptoSuite crypto, SecureRandom random) {
        this(crypto, crypto.generateDhKeyPair(), newRequestId(random));
    }

    Phone(CryptoSuite crypto, DhKeyPair holder, Bytes requestId) {
        this.crypto = crypto;
        this.holder = holder;
        this.requestId = requestId;
    }

    static Bytes newRequestId(SecureRandom random) {
        byte[] octets = new byte[16];
        random.nextBytes(octets);
        return Bytes.copyOf(octets);
    }

    /** A phone of the same make, with a key and a request of its own. */
    Phone another() {
        return new Phone(crypto, TestBench.RANDOM);
    }

    DhKeyPair holder() {
        return holder;
    }

    Bytes requestId() {
        return requestId;
    }

    CryptoSuite crypto() {
        return crypto;
    }

    PhoneActivation start(ActivationTicket ticket) {
        return start(ticket.managerKey(), ticket.code());
    }

    private PhoneActivation start(Bytes managerKey, ActivationCode code) {
        return PhoneActivation.start(
                crypto, crypto.dhPublicKey(managerKey), code, holder, requestId, crypto.generateDhKeyPair());
    }

    /** Redeems what a link says. */
    ActivationResult redeem(Manager manager, ActivationLink link) {
        try (PhoneActivation activation = start(link.managerKey(), link.code())) {
            return activation.receive(manager.phones().redeem(activation.request(), "test"));
        }
    }

    /** Redeems the code that all phones of a project share. */
    ActivationResult redeem(Manager manager, ProjectActivation project) {
        try (PhoneActivation activation = start(project.managerKey(), project.code())) {
            return activation.receive(manager.phones().redeem(activation.request(), "test"));
        }
    }

    ActivationResult redeem(Manager manager, ActivationTicket ticket) {
        return redeem(manager, ticket, "test");
    }

    /** Redeems from a network of that name. */
    ActivationResult redeem(Manager manager, ActivationTicket ticket, String source) {
        try (PhoneActivation activation = start(ticket)) {
            return activation.receive(manager.phones().redeem(activation.request(), source));
        }
    }
}

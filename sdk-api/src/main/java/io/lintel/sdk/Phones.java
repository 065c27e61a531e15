package io.lintel.sdk;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.command.activation.Redemption;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;

/** What phones ask the manager: bytes in, bytes out. Thread-safe; fails like {@link Manager}. */
public final class Phones {

    private static final String UNKNOWN_SOURCE = "";

    private final Redemption redemption;

    Phones(Redemption redemption) {
        this.redemption = redemption;
    }

    /**
     * Answers a phone's activation request ({@code spec/protocol.md}, "Activation"): bytes in, bytes out, over whatever the
     * vendor's app and server speak. The same request may come again and gets the same credential.
     *
     * @param request the phone's message
     * @param source where it came from, such as an address: wrong codes are limited per source; empty where nobody knows
     * @return the answer, which grants or refuses
     * @throws ManagerException.Refused with {@link ErrorCode#ACTIVATION_NOT_AUTHENTIC} where the request does not open: send
     *     nothing back
     */
    public Bytes redeem(Bytes request, String source) {
        return redemption.redeem(request, source);
    }

    /** The same, for a server that does not tell where requests come from: all share one limit. */
    public Bytes redeem(Bytes request) {
        return redeem(request, UNKNOWN_SOURCE);
    }
}

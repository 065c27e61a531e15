package io.lintel.sdk;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.activation.ActivationLink;
import io.lintel.protocol.checkin.ManagerCheckIn;
import io.lintel.sdk.checkin.LastCheckIn;
import io.lintel.sdk.command.Scope;
import io.lintel.sdk.credential.OpenedLink;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import java.util.Optional;

/**
 * What phones ask the manager: bytes in, bytes out, over whatever the vendor's app and server speak. Thread-safe; fails like
 * {@link Manager}.
 *
 * <p>Every method takes where a request came from, such as an address: requests are limited per source before anything is
 * decrypted ({@link ErrorCode#RATE_LIMITED}, with when to try again), and wrong codes more strictly. It may be empty where
 * nobody knows; all such callers share one, larger, limit.
 */
public final class Phones {

    private static final String UNKNOWN_SOURCE = "";

    private final Session session;
    private final PhoneDesk desk;

    Phones(Session session, PhoneDesk desk) {
        this.session = session;
        this.desk = desk;
    }

    /**
     * Answers whatever a phone may ask: an activation or a check-in, which its first octet tells.
     *
     * @param request the phone's message
     * @param source where it came from
     * @return the answer, or {@link Bytes#EMPTY} where the request does not open: send nothing back
     * @throws ManagerException.Refused with {@link ErrorCode#RATE_LIMITED}: tell the phone to try again later
     */
    public Bytes answer(Bytes request, String source) {
        try {
            return ManagerCheckIn.isCheckIn(request) ? checkIn(request, source) : redeem(request, source);
        } catch (ManagerException.Refused refused) {
            if (refused.code() == ErrorCode.ACTIVATION_NOT_AUTHENTIC
                    || refused.code() == ErrorCode.CHECK_IN_NOT_AUTHENTIC) {
                return Bytes.EMPTY;
            }
            throw refused;
        }
    }

    /**
     * Answers a phone's activation request ({@code spec/protocol.md}, "Activation"). The same request may come again and
     * gets the same credential.
     *
     * @param request the phone's message
     * @param source where it came from
     * @return the answer, which grants or refuses
     * @throws ManagerException.Refused with {@link ErrorCode#ACTIVATION_NOT_AUTHENTIC} where the request does not open: send
     *     nothing back; with {@link ErrorCode#RATE_LIMITED}
     */
    public Bytes redeem(Bytes request, String source) {
        return desk.redemption().redeem(request, source);
    }

    /** The same, for a server that does not tell where requests come from: all share one limit. */
    public Bytes redeem(Bytes request) {
        return redeem(request, UNKNOWN_SOURCE);
    }

    /**
     * Tells that somebody opened an activation link outside the app, such as in a browser on the way to it. It changes nothing,
     * for scanners of mail open links, too; where the site's profile emulates a product whose links work for one click alone,
     * it uses the link up ({@code ACT-12}, {@code ACT-20}).
     *
     * @param link what was opened
     * @param source where the request came from
     * @throws ManagerException.Refused with {@link ErrorCode#RATE_LIMITED}
     */
    public OpenedLink linkOpened(ActivationLink link, String source) {
        return desk.redemption().opened(link, source);
    }

    /**
     * Answers a phone's check-in ({@code spec/protocol.md}, "Check-in"): renews the lease of an active credential, tells the
     * phone of a revoked one to delete it, takes its word that it did, and sends what is new at the site. The same request
     * may come again and changes nothing again.
     *
     * @param request the phone's message
     * @param source where it came from
     * @return the answer, which the phone alone can read
     * @throws ManagerException.Refused with {@link ErrorCode#CHECK_IN_NOT_AUTHENTIC} where the request does not open: send
     *     nothing back; with {@link ErrorCode#RATE_LIMITED}
     */
    public Bytes checkIn(Bytes request, String source) {
        return desk.checkIns().checkIn(request, source);
    }

    /** When a credential's phone checked in last; empty before the first time ({@code DEV-13}, {@code REV-15}). */
    public Optional<LastCheckIn> lastCheckIn(CustomerId customer, long serial) {
        return session.read(
                Action.SEE_CUSTOMER, Scope.of(customer), unit -> unit.checkIns().last(customer, serial));
    }
}

package io.lintel.connectors;

import io.lintel.sdk.notification.Delivery.Failure;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** Reads from a mail library's exceptions what happened. Servers' own words may hold addresses, so they end here. */
final class SmtpFailures {

    /** Reply codes from here on are final (RFC 5321, section 4.2.1). */
    private static final int FIRST_FINAL_CODE = 500;

    private static final int MAX_DEPTH = 20;

    private SmtpFailures() {}

    static Failure of(MessagingException error, SmtpSettings.Security security) {
        List<Throwable> chain = chain(error);
        if (has(chain, AuthenticationFailedException.class)) {
            return Failure.NOT_AUTHENTICATED;
        }
        OptionalInt reply = reply(chain);
        if (reply.isPresent()) {
            if (reply.getAsInt() < FIRST_FINAL_CODE) {
                return Failure.BUSY;
            }
            return has(chain, SMTPAddressFailedException.class) ? Failure.RECIPIENT_REFUSED : Failure.MESSAGE_REFUSED;
        }
        if (has(chain, InterruptedIOException.class)) {
            return Failure.TIMED_OUT;
        }
        if (has(chain, SSLException.class)) {
            return Failure.NOT_TRUSTED;
        }
        boolean noConnection = has(chain, ConnectException.class)
                || has(chain, UnknownHostException.class)
                || has(chain, NoRouteToHostException.class);
        // A server without STARTTLS is told by nothing but the library's words.
        boolean noTls = security == SmtpSettings.Security.STARTTLS && chain.size() == 1;
        return noTls && !noConnection ? Failure.NOT_TRUSTED : Failure.UNREACHABLE;
    }

    private static OptionalInt reply(List<Throwable> chain) {
        return chain.stream()
                .mapToInt(error -> {
                    if (error instanceof SMTPAddressFailedException address) {
                        return address.getReturnCode();
                    }
                    if (error instanceof SMTPSenderFailedException sender) {
                        return sender.getReturnCode();
                    }
                    return error instanceof SMTPSendFailedException send ? send.getReturnCode() : -1;
                })
                .filter(code -> code > 0)
                .findFirst();
    }

    private static boolean has(List<Throwable> chain, Class<? extends Throwable> type) {
        return chain.stream().anyMatch(type::isInstance);
    }

    /** An exception, its next ones and their causes: the library uses both links. */
    private static List<Throwable> chain(Throwable error) {
        List<Throwable> chain = new ArrayList<>(List.of(error));
        for (int i = 0; i < chain.size() && chain.size() < MAX_DEPTH; i++) {
            Throwable current = chain.get(i);
            if (current.getCause() != null && !chain.contains(current.getCause())) {
                chain.add(current.getCause());
            }
            if (current instanceof MessagingException messaging
                    && messaging.getNextException() != null
                    && !chain.contains(messaging.getNextException())) {
                chain.add(messaging.getNextException());
            }
        }
        return chain;
    }
}

package io.lintel.connectors;

import io.lintel.sdk.event.WebhookRequest;
import io.lintel.sdk.event.WebhookSender;
import io.lintel.sdk.notification.Delivery;
import io.lintel.sdk.notification.Delivery.Accepted;
import io.lintel.sdk.notification.Delivery.Failed;
import io.lintel.sdk.notification.Delivery.Failure;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/**
 * Posts events over HTTP. It follows no redirect, reads no response body, and waits for a connection and for an answer no
 * longer than its timeout each. Thread-safe.
 */
public final class HttpWebhookSender implements WebhookSender {

    /** The timeout that suits most receivers. */
    public static final Duration USUAL_TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient client;
    private final Duration timeout;

    private HttpWebhookSender(Duration timeout, SSLContext trust) {
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .sslContext(trust)
                .build();
    }

    /** A sender that trusts the certificates that Java trusts. */
    public static HttpWebhookSender of(Duration timeout) {
        try {
            return of(timeout, SSLContext.getDefault());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java platform has no TLS", e);
        }
    }

    /** A sender with everything given: the context says which servers are trusted. */
    public static HttpWebhookSender of(Duration timeout, SSLContext trust) {
        return new HttpWebhookSender(timeout, trust);
    }

    @Override
    public Delivery post(WebhookRequest request) {
        HttpRequest.Builder http = HttpRequest.newBuilder(request.url())
                .timeout(timeout)
                .POST(BodyPublishers.ofByteArray(request.body().toByteArray()));
        request.headers().forEach(http::setHeader);
        try {
            HttpResponse<Boolean> response = client.send(http.build(), info -> new UnreadBody());
            return delivery(response.statusCode());
        } catch (HttpConnectTimeoutException e) {
            return new Failed(Failure.UNREACHABLE);
        } catch (HttpTimeoutException e) {
            return new Failed(Failure.TIMED_OUT);
        } catch (SSLException e) {
            return new Failed(Failure.NOT_TRUSTED);
        } catch (IOException e) {
            return new Failed(Failure.UNREACHABLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Failed(Failure.TIMED_OUT);
        }
    }

    /** Only an answer that judges the message itself is final: others pass when somebody mends the receiver. */
    private static Delivery delivery(int status) {
        if (status >= 200 && status < 300) {
            return new Accepted();
        }
        return new Failed(
                switch (status) {
                    case 400, 413, 415, 422 -> Failure.MESSAGE_REFUSED;
                    case 401, 403, 407 -> Failure.NOT_AUTHENTICATED;
                    case 408, 409, 423, 425, 429 -> Failure.BUSY;
                    default -> status >= 500 ? Failure.BUSY : Failure.UNREACHABLE;
                });
    }
}

package io.lintel.connectors;

import io.lintel.crypto.SecretBytes;
import io.lintel.sdk.event.WebhookSender;
import io.lintel.sdk.notification.Delivery;
import io.lintel.sdk.statistics.ProjectReport;
import io.lintel.sdk.statistics.StatisticsRecipient;
import java.net.URI;
import java.time.Clock;

/** Posts reports to the operator's server. Thread-safe. */
public final class WebhookStatistics implements StatisticsRecipient {

    private final SignedPost post;

    private WebhookStatistics(SignedPost post) {
        this.post = post;
    }

    /**
     * A recipient at one address.
     *
     * @param secret signs each request; stays the caller's to destroy, after the last report
     */
    public static WebhookStatistics of(WebhookSender sender, URI url, SecretBytes secret, Clock clock) {
        return new WebhookStatistics(new SignedPost(sender, url, secret, clock));
    }

    @Override
    public Delivery send(ProjectReport report) {
        return post.post(report.json());
    }
}

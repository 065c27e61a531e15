package io.lintel.connectors;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Ends a response at its headers: a receiver could otherwise talk without end. */
final class UnreadBody implements BodySubscriber<Boolean> {

    @Override
    public CompletionStage<Boolean> getBody() {
        return CompletableFuture.completedStage(Boolean.TRUE);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.cancel();
    }

    @Override
    public void onNext(List<ByteBuffer> part) {
        // Nothing comes after the cancellation, and what was under way is not wanted.
    }

    @Override
    public void onError(Throwable error) {
        // The status has been read, and nothing else was asked for.
    }

    @Override
    public void onComplete() {
        // Nothing was asked for.
    }
}

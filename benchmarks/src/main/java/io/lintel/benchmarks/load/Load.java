package io.lintel.benchmarks.load;

import io.lintel.transport.session.MessageSession;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Phones that visit a server: all that they do goes through here. Used by one thread. */
final class Load implements AutoCloseable {
    private static final long LONGEST_NANOS = 120_000_000_000L;
    private static final int DIGITS = 3;
    private static final int AT_ONCE = 32;
    private static final long POLL_MILLIS = 20;
    private static final long PAUSE_MILLIS = 1000;

    private final ServerProcess server;
    private final Phones phones;
    private final LoadClient client;

    /** Meets the reader once with every phone, so that both know each other. */
    Load(ServerProcess server) throws IOException, InterruptedException {
        this.server = server;
        this.phones = new Phones(server.handout());
        this.client = new LoadClient(phones.clock());
        for (Visit visit : new Visit[] {Visit.FAST, Visit.COLD}) {
            for (int phone = 0; phone < phones.count(visit); phone++) {
                CompletableFuture<Boolean> done = new CompletableFuture<>();
                var unused = connect(visit, phone, phones.firstTap(visit, phone, done), done);
                require(done);
            }
        }
    }

    private ChannelFuture connect(Visit visit, int phone, MessageSession session, CompletableFuture<Boolean> done) {
        Optional<LoadClient.Tls> tls =
                visit == Visit.TLS ? Optional.of(new LoadClient.Tls(phones.tls(), "phone-" + phone)) : Optional.empty();
        return client.connect(server.handout().ports().of(visit), session, tls, done);
    }

    /** Visits one after the other, so that code is compiled and every phone has its ticket. */
    void warm(Visit visit, int visits) {
        for (int i = 0; i < visits; i++) {
            CompletableFuture<Boolean> done = new CompletableFuture<>();
            int phone = i % phones.count(visit);
            ChannelFuture connection = connect(visit, phone, phones.session(visit, phone, done), done);
            require(done);
            connection.channel().closeFuture().syncUninterruptibly();
        }
    }

    /** Visits as they are due, and measures. */
    Measured run(Visit visit, Arrivals arrivals) throws IOException, InterruptedException {
        Histogram latency = new ConcurrentHistogram(LONGEST_NANOS, DIGITS);
        AtomicLong failed = new AtomicLong();
        CountDownLatch left = new CountDownLatch(arrivals.count());
        BlockingQueue<Integer> free = new ArrayBlockingQueue<>(phones.count(visit));
        IntStream.range(0, phones.count(visit)).forEach(free::add);
        long full = server.fullHandshakes();
        long cpu = server.cpuNanos();
        long begin = System.nanoTime();
        for (int i = 0; i < arrivals.count(); i++) {
            long due = begin + arrivals.due(i);
            sleepUntil(due);
            int phone = free.take();
            CompletableFuture<Boolean> done = new CompletableFuture<>();
            var unused = done.whenComplete((right, failure) -> {
                if (failure == null && right) {
                    latency.recordValue(Math.min(System.nanoTime() - due, LONGEST_NANOS));
                } else {
                    failed.incrementAndGet();
                }
            });
            connect(visit, phone, phones.session(visit, phone, done), done)
                    .channel()
                    .closeFuture()
                    .addListener(closed -> {
                        free.add(phone);
                        left.countDown();
                    });
        }
        left.await();
        return new Measured(
                latency.copy(),
                server.cpuNanos() - cpu,
                arrivals.count() - failed.get(),
                failed.get(),
                server.fullHandshakes() - full);
    }

    private static void sleepUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Taps so often and stays each time: idle sessions, to be closed by {@link #release}. */
    List<Channel> hold(int sessions) {
        List<Channel> held = new ArrayList<>();
        int together = Math.min(AT_ONCE, phones.count(Visit.FAST));
        while (held.size() < sessions) {
            List<CompletableFuture<Boolean>> taps = new ArrayList<>();
            for (int phone = 0; phone < together && held.size() < sessions; phone++) {
                CompletableFuture<Boolean> done = new CompletableFuture<>();
                taps.add(done);
                MessageSession session = new HeldSession(phones.session(Visit.FAST, phone, done));
                held.add(connect(Visit.FAST, phone, session, done).channel());
            }
            taps.forEach(Load::require);
        }
        return held;
    }

    /**
     * Requires that all that is held is still open, at both ends.
     *
     * @throws IllegalStateException if it is not: then what was measured beside it was not measured beside so many
     */
    void requireHeld(List<Channel> held) throws IOException {
        long active = held.stream().filter(Channel::isActive).count();
        long open = server.open();
        if (active < held.size() || open < held.size()) {
            throw new IllegalStateException("of " + held.size() + " idle sessions, " + active
                    + " are open at the phones' end and " + open + " connections at the reader's");
        }
    }

    /**
     * Closes what was held, waits until the reader has closed its ends, and for as long as that may keep it busy still.
     *
     * @throws IllegalStateException if the reader does not close them
     */
    void release(List<Channel> held) throws IOException, InterruptedException {
        held.forEach(LoadClient::close);
        long deadline = System.nanoTime() + LONGEST_NANOS;
        while (server.open() > 0) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the reader keeps connections that its phones have closed");
            }
            Thread.sleep(POLL_MILLIS);
        }
        Thread.sleep(PAUSE_MILLIS);
    }

    private static void require(CompletableFuture<Boolean> done) {
        try {
            if (!done.join()) {
                throw new IllegalStateException("a visit did not go as it should");
            }
        } catch (CompletionException failed) {
            throw new IllegalStateException("a visit failed: " + failed.getCause(), failed);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}

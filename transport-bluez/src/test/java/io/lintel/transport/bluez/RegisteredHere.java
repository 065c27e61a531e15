package io.lintel.transport.bluez;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A registration without a bluetoothd; what it is told to throw, it throws. Like a real one, it ends on the lane. */
final class RegisteredHere implements Registered {
    static final BluetoothAddress ADDRESS = BluetoothAddress.ofPublic("00:AA:01:00:00:01");

    final CompletableFuture<Void> hiding = new CompletableFuture<>();
    final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final Executor lane;
    volatile Runnable atHide = () -> {};
    volatile @Nullable RuntimeException atCheck;
    volatile @Nullable RuntimeException atClose;

    RegisteredHere(Executor lane) {
        this.lane = lane;
    }

    @Override
    public BluetoothAddress address() {
        return ADDRESS;
    }

    @Override
    public void check() {
        throwIfAny(atCheck);
    }

    @Override
    public void hide() {
        hiding.complete(null);
        atHide.run();
    }

    @Override
    public void close() {
        CompletableFuture.runAsync(() -> throwIfAny(atClose), lane).join();
        closed.complete(null);
    }

    private static void throwIfAny(@Nullable RuntimeException failure) {
        if (failure != null) {
            throw failure;
        }
    }
}

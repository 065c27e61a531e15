package io.lintel.transport.bluez;

import static io.lintel.transport.bluez.KernelHere.Comer.COMES_WHEN_DESCRIPTORS_ARE_SHORT;
import static io.lintel.transport.bluez.KernelHere.Comer.FINDS_NO_LISTENER;
import static io.lintel.transport.bluez.KernelHere.Comer.LEAVES_BEFORE_IT_IS_ACCEPTED;
import static io.lintel.transport.bluez.KernelHere.Comer.LEAVES_ONCE_IT_IS_ACCEPTED;
import static io.lintel.transport.bluez.KernelHere.Comer.STAYS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.transport.ble.BleLink;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Phones that come and go at bad moments, and what they leave to the next one. */
final class ChannelListenerTest {
    private static final int LONG_SECONDS = 60;

    private final KernelHere kernel = new KernelHere();
    private final BlockingQueue<BleLink> served = new LinkedBlockingQueue<>();
    private final ChannelListener listener = ChannelListener.open(
            BluetoothAddress.NONE, this::serve, endpoint -> L2capSocket.boundToListen(kernel, endpoint));

    private void serve(BleLink link, String phone) {
        assertEquals(KernelHere.PHONE.objectName(), phone);
        served.add(link);
    }

    @AfterEach
    void close() {
        kernel.end.complete(null);
        listener.close();
    }

    @Test
    void aPhoneThatLeavesOnceItIsAcceptedKeepsNobodyOut() throws Exception {
        kernel.come(LEAVES_ONCE_IT_IS_ACCEPTED, STAYS);

        assertTheNextIsServed();
        assertEquals(List.of(KernelHere.FIRST_ACCEPTED), kernel.closed, "its descriptor alone is given back");
    }

    @Test
    void aPhoneThatLeavesBeforeItIsAcceptedHoldsNobodyUp() throws Exception {
        kernel.come(LEAVES_BEFORE_IT_IS_ACCEPTED, STAYS);

        assertTheNextIsServed();
        Door.until(CompletableFuture.runAsync(listener::close)::isDone);
    }

    @Test
    void aPhoneThatComesWhenDescriptorsAreShortKeepsNobodyOut() throws Exception {
        kernel.come(COMES_WHEN_DESCRIPTORS_ARE_SHORT, STAYS);

        assertTheNextIsServed();
    }

    private void assertTheNextIsServed() throws InterruptedException {
        BleLink next =
                Optional.ofNullable(served.poll(LONG_SECONDS, TimeUnit.SECONDS)).orElseThrow();
        assertEquals(KernelHere.SDU_OCTETS, next.maxPacketOctets());
        listener.check();
    }

    @Test
    void aListenerThatCannotGoOnSaysSo() {
        listener.check();

        kernel.come(FINDS_NO_LISTENER);
        Door.until(() -> !kernel.closed.isEmpty());

        BluetoothException told = assertThrows(BluetoothException.class, listener::check);
        assertEquals("bluetooth.refused", told.errorCode());
        assertTrue(told.getMessage().contains("accept L2CAP channels any longer: accept: errno 77"), told::getMessage);
    }

    @Test
    void aListenerThatIsClosedHasNotFailed() {
        listener.close();

        Door.until(() -> !kernel.closed.isEmpty());
        listener.check();
    }
}

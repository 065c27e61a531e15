package io.lintel.transport.ble;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.crypto.Bytes;
import io.lintel.protocol.tap.Transport;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes {@code spec/vectors/ble.json} with the code of the product. */
final class BleVectors {
    static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final Instant NOW = Instant.ofEpochSecond(1_790_000_000L);
    private static final Bytes PROJECT = Bytes.ofHex("0a0b0c0d");
    private static final Bytes READER = Bytes.ofHex("c0ffee01");

    private final ObjectNode root = JSON.createObjectNode();

    private BleVectors() {}

    static String file() throws IOException {
        BleVectors vectors = new BleVectors();
        vectors.root.put("format", "lintel-vectors/1").put("kind", "ble");
        vectors.advertisements();
        vectors.noAdvertisements();
        vectors.cut();
        vectors.received();
        return JSON.writeValueAsString(vectors.root) + "\n";
    }

    private void advertisements() {
        ArrayNode list = root.putArray("advertisements");
        advertise(list, "gatt-alone", 0, -59, Set.of());
        advertise(list, "with-l2cap", 0x0080, -59, Set.of());
        advertise(list, "busy", 0x00ff, -127, Set.of(AdvertisementFlag.BUSY));
        advertise(list, "out-of-service", 0, 20, EnumSet.allOf(AdvertisementFlag.class));
    }

    private static void advertise(ArrayNode list, String id, int psm, int power, Set<AdvertisementFlag> flags) {
        ReaderAdvertisement reader = new ReaderAdvertisement(PROJECT, READER, psm, power, flags);
        ObjectNode vector = list.addObject().put("id", id);
        vector.put("projectTag", PROJECT.toHex()).put("readerTag", READER.toHex());
        vector.put("psm", psm).put("power", power);
        vector.put("busy", flags.contains(AdvertisementFlag.BUSY));
        vector.put("outOfService", flags.contains(AdvertisementFlag.OUT_OF_SERVICE));
        vector.put("advertisement", AdvertisingPayload.advertisement().toHex());
        vector.put("scanResponse", AdvertisingPayload.scanResponse(reader).toHex());
    }

    private void noAdvertisements() {
        ArrayNode list = root.putArray("notAdvertisements");
        String whole = AdvertisingPayload.scanResponse(new ReaderAdvertisement(PROJECT, READER, 0x80, -59, Set.of()))
                .toHex();
        String before = whole.substring(0, 36);
        refuse(list, "empty", "");
        refuse(list, "no-service-data", AdvertisingPayload.advertisement().toHex());
        refuse(list, "cut-off", whole.substring(0, 58));
        refuse(list, "another-version", before + "20" + whole.substring(38));
        refuse(list, "psm-below", before + whole.substring(36, 54) + "007fc5");
        refuse(list, "psm-above", before + whole.substring(36, 54) + "0100c5");
        refuse(list, "power-above", before + whole.substring(36, 54) + "008015");
        refuse(list, "another-service", whole.replace("723ac7", "723ac8"));
    }

    private static void refuse(ArrayNode list, String id, String payload) {
        if (AdvertisingPayload.parse(Bytes.ofHex(payload)).isPresent()) {
            throw new IllegalStateException(id + " is an advertisement");
        }
        list.addObject().put("id", id).put("payload", payload);
    }

    private void cut() {
        ArrayNode list = root.putArray("cut");
        for (Transport transport : List.of(Transport.BLE_GATT, Transport.BLE_L2CAP)) {
            for (int mtu : new int[] {23, 185, 247, 517}) {
                int room = transport == Transport.BLE_GATT ? mtu - 3 : mtu;
                ObjectNode vector = list.addObject().put("id", transport.wireName() + "-" + mtu);
                vector.put("transport", transport.wireName()).put("mtu", mtu);
                Framing framing = Framing.of(transport, FramingLimits.ofTap());
                ArrayNode messages = vector.putArray("messages");
                for (int size : new int[] {1, 19, 20, 27, 130, 271, 512}) {
                    Bytes message = message(size);
                    messages.add(message.toHex());
                    framing.send(message);
                }
                framing.end(CloseReason.DONE);
                ArrayNode packets = vector.putArray("packets");
                for (Optional<Bytes> next = framing.nextPacket(room);
                        next.isPresent();
                        next = framing.nextPacket(room)) {
                    packets.add(next.get().toHex());
                }
            }
        }
    }

    private static Bytes message(int size) {
        byte[] octets = new byte[size];
        for (int i = 0; i < size; i++) {
            octets[i] = (byte) (size + i);
        }
        return Bytes.copyOf(octets);
    }

    private void received() {
        ArrayNode list = root.putArray("received");
        String first = "80" + message(20).toHex();
        gatt(list, "ended-by-the-peer", "c001", "2105");
        gatt(list, "ended-for-a-reason-to-come", "c001", "2142");
        gatt(list, "empty-packet", "c001", "");
        gatt(list, "header-alone", "c0");
        gatt(list, "end-with-another-mark", "a000");
        gatt(list, "end-too-long", "200000");
        gatt(list, "first-packet-not-zero", "c101");
        gatt(list, "packet-lost", first, "4201");
        gatt(list, "packet-repeated", first, first);
        gatt(list, "packets-swapped", first, "4202", "0101");
        gatt(list, "middle-without-a-beginning", "0001");
        gatt(list, "message-in-a-message", first, "8101");
        gatt(list, "too-long", "80" + message(508).toHex(), "0101020304", "420105");
        gatt(list, "behind-the-end", "2000", "c101");
        receive(list, "empty-message", Transport.BLE_L2CAP, "000101", "0000");
        receive(list, "too-long-message", Transport.BLE_L2CAP, "0201");
        receive(list, "cut-in-the-length", Transport.BLE_L2CAP, "00", "0102");
        receive(list, "two-in-one", Transport.BLE_L2CAP, "0001010001020002", "0304");
    }

    private static void gatt(ArrayNode list, String id, String... packets) {
        receive(list, id, Transport.BLE_GATT, packets);
    }

    private static void receive(ArrayNode list, String id, Transport transport, String... packets) {
        ObjectNode vector = list.addObject().put("id", id).put("transport", transport.wireName());
        ArrayNode in = vector.putArray("packets");
        Framing framing = Framing.of(transport, FramingLimits.ofTap());
        List<FrameEvent> events = new ArrayList<>();
        for (String packet : packets) {
            in.add(packet);
            events.addAll(framing.accept(Bytes.ofHex(packet), NOW));
        }
        ArrayNode out = vector.putArray("messages");
        for (FrameEvent event : events) {
            if (event instanceof FrameEvent.Message message) {
                out.add(message.message().toHex());
            } else if (event instanceof FrameEvent.EndedByPeer ended) {
                vector.put("peerEnds", name(ended.reason()));
            } else if (event instanceof FrameEvent.Failed failed) {
                vector.put("ends", name(failed.reason()));
            }
        }
    }

    private static String name(CloseReason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package io.lintel.transport.ble;

import java.util.ArrayList;
import java.util.List;

/** Sections 4.2 and 5 of {@code spec/ble.md}, straight from the page, on hex digits: shares no code with the product. */
final class PageReceiver {
    private static final List<String> ENDS =
            List.of("done", "malformed", "out-of-order", "too-long", "timed-out", "busy");
    private static final int MAX_OCTETS = 512;

    private final boolean gatt;
    private final List<String> messages = new ArrayList<>();
    private String held = "";
    private boolean inside;
    private int expected;
    private String end = "";

    PageReceiver(String transport) {
        this.gatt = transport.equals("ble-gatt");
    }

    List<String> messages() {
        return messages;
    }

    String end() {
        return end;
    }

    void packet(String hex) {
        if (!end.isEmpty()) {
            return;
        }
        if (gatt) {
            gattPacket(hex);
        } else {
            held += hex;
            stream();
        }
    }

    private void gattPacket(String hex) {
        int header = hex.isEmpty() ? 0 : Integer.parseInt(hex.substring(0, 2), 16);
        boolean first = (header & 0x80) != 0;
        boolean last = (header & 0x40) != 0;
        boolean ends = (header & 0x20) != 0;
        String body = hex.length() < 2 ? "" : hex.substring(2);
        if (body.isEmpty() || (ends && (first || last))) {
            end = "malformed";
        } else if ((header & 0x1f) != expected) {
            end = "out-of-order";
        } else if (ends) {
            int code = Integer.parseInt(body.substring(0, 2), 16);
            end = body.length() != 2 ? "malformed" : "peer " + (code < ENDS.size() ? ENDS.get(code) : "unknown");
        } else if (first == inside) {
            end = "malformed";
        } else if (held.length() + body.length() > 2 * MAX_OCTETS) {
            end = "too-long";
        } else {
            held += body;
            inside = !last;
            if (last) {
                messages.add(held);
                held = "";
            }
        }
        expected = (expected + 1) % 32;
    }

    private void stream() {
        while (held.length() >= 4) {
            int digits = 2 * Integer.parseInt(held.substring(0, 4), 16);
            if (digits == 0 || digits > 2 * MAX_OCTETS) {
                end = digits == 0 ? "malformed" : "too-long";
                return;
            }
            if (held.length() < 4 + digits) {
                return;
            }
            messages.add(held.substring(4, 4 + digits));
            held = held.substring(4 + digits);
        }
    }
}

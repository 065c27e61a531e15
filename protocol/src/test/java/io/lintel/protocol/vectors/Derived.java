package io.lintel.protocol.vectors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.protocol.vectors.straight.ColdLines;
import io.lintel.protocol.vectors.straight.FastLines;
import io.lintel.protocol.vectors.straight.OpenerLines;
import io.lintel.protocol.vectors.straight.TapLines;

/** The values between a tap's inputs and its messages, for whoever looks for the first octet that differs. */
final class Derived {
    private Derived() {}

    /** Returns what is derived on one channel so far; empty before its opener. */
    static ObjectNode of(StraightWalk walk, int channel) {
        ObjectNode node = Json.object();
        StraightWalk.Side reader = walk.reader(channel);
        StraightWalk.Side phone = walk.phone(channel);
        if (reader.opener != null) {
            opener(node.putObject("opener"), reader.opener);
        }
        ColdLines cold = phone.cold != null ? phone.cold : reader.cold;
        if (cold != null) {
            cold(node.putObject("cold"), cold);
        }
        if (phone.fast != null) {
            fast(node.putObject("fast"), phone.fast);
        }
        return node;
    }

    private static void opener(ObjectNode node, OpenerLines opener) {
        node.put("prologue", opener.prologue().toHex());
        node.put("prk", opener.prk().toHex());
        node.put("psk", opener.psk().toHex());
        node.put("gateKey", opener.gateKey().toHex());
        node.put("certificateKey", opener.certificateKey().toHex());
        node.put("payload", opener.payload().toHex());
        node.put("payloadKey", opener.sealingKey().toHex());
        node.put("ck", opener.noise().ck().toHex());
        node.put("h", opener.noise().h().toHex());
    }

    private static void cold(ObjectNode node, ColdLines cold) {
        node.put("ee", cold.shared().ee().toHex());
        node.put("se", cold.shared().se().toHex());
        node.put("es", cold.shared().es().toHex());
        node.put("payload", cold.payload().toHex());
        node.put("payloadKey", cold.payloadKey().toHex());
        node.put("ck", cold.noise().ck().toHex());
        node.put("h", cold.noise().h().toHex());
        tap(node, cold.tap());
        node.put("resumption", cold.tap().resumption().toHex());
    }

    private static void fast(ObjectNode node, FastLines fast) {
        node.put("ratchet", fast.ratchet().toHex());
        node.put("attempt", fast.attempt());
        node.put("openerHash", fast.opener().openerHash().toHex());
        node.put("hint", FastLines.hint(fast.ratchet(), fast.attempt()).toHex());
        tap(node, fast.tap());
        node.put("tapKey", fast.tap().tapKey().toHex());
        node.put("nextRatchet", FastLines.step(fast.ratchet()).toHex());
    }

    private static void tap(ObjectNode node, TapLines tap) {
        node.put("tapSecret", tap.secret().toHex());
        node.put("answerKey", tap.answerKey().toHex());
        node.put("toPhoneKey", tap.toPhoneKey().toHex());
        node.put("toReaderKey", tap.toReaderKey().toHex());
        node.put("rangingKey", tap.rangingKey().toHex());
    }
}

package io.lintel.protocol.vectors;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.protocol.phone.CourierReport;
import io.lintel.protocol.phone.PhoneEffect;
import io.lintel.protocol.phone.TapResult;
import io.lintel.protocol.reader.AccessEvent;
import io.lintel.protocol.reader.ReaderEffect;
import io.lintel.protocol.tap.TapError;
import java.util.List;

/** What sessions ask for, as a vector states it. */
final class Effects {
    private Effects() {}

    static ArrayNode ofReader(List<ReaderEffect> effects) {
        ArrayNode nodes = Json.array();
        for (ReaderEffect effect : effects) {
            if (effect instanceof ReaderEffect.Send send) {
                nodes.addObject().put("send", send.message().toHex());
            } else if (effect instanceof ReaderEffect.Decided decided) {
                decided(nodes.addObject().putObject("decided"), decided.event());
            } else if (effect instanceof ReaderEffect.End end) {
                nodes.addObject().put("end", end.error().map(TapError::code).orElse("in-order"));
            }
        }
        return nodes;
    }

    private static void decided(ObjectNode node, AccessEvent event) {
        node.put("outcome", event.denial().map(Json::name).orElse("granted"));
        node.put("path", Json.name(event.path()));
        node.put("readerNumber", event.readerNumber());
        node.put("serial", event.serial());
        node.put("accessNumber", event.accessNumber());
        node.put("intent", event.intent().encode().toHex());
        node.put("answerTimeMillis", event.answerTime().toMillis());
    }

    static ArrayNode ofPhone(List<PhoneEffect> effects) {
        ArrayNode nodes = Json.array();
        for (PhoneEffect effect : effects) {
            if (effect instanceof PhoneEffect.Send send) {
                nodes.addObject().put("send", send.message().toHex());
            } else if (effect instanceof PhoneEffect.Finished finished) {
                finished(nodes.addObject().putObject("finished"), finished.result());
            } else if (effect instanceof PhoneEffect.Carried carried) {
                carried(nodes.addObject().putObject("carried"), carried.report());
            } else if (effect instanceof PhoneEffect.End) {
                nodes.addObject().put("end", "closed");
            }
        }
        return nodes;
    }

    private static void carried(ObjectNode node, CourierReport report) {
        node.put("octets", report.octets());
        report.receiptEpoch().ifPresent(epoch -> node.put("receiptEpoch", epoch));
    }

    private static void finished(ObjectNode node, TapResult result) {
        if (result instanceof TapResult.Granted granted) {
            node.put("result", "granted").put("path", Json.name(granted.path()));
        } else if (result instanceof TapResult.Denied denied) {
            node.put("result", "denied")
                    .put("path", Json.name(denied.path()))
                    .put("reason", Json.name(denied.reason()));
        } else if (result instanceof TapResult.Failed failed) {
            node.put("result", "failed")
                    .put("error", failed.error().code())
                    .put("outcome", Json.name(failed.outcome()));
        }
    }
}

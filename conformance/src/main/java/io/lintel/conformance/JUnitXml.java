package io.lintel.conformance;

import java.io.Writer;
import java.time.Duration;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a report as build servers read it: one test suite, a test case for each case. */
public final class JUnitXml {
    private JUnitXml() {}

    /** Writes the whole document; the writer stays open. */
    public static void write(ConformanceReport report, Writer out) {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", "lintel.conformance." + report.subject());
            xml.writeAttribute("tests", Integer.toString(report.results().size()));
            xml.writeAttribute("failures", Long.toString(report.count(Outcome.FAILED)));
            xml.writeAttribute("skipped", Long.toString(report.count(Outcome.SKIPPED)));
            xml.writeAttribute("errors", "0");
            xml.writeAttribute(
                    "time",
                    seconds(report.results().stream().map(CaseResult::took).reduce(Duration.ZERO, Duration::plus)));
            for (CaseResult result : report.results()) {
                write(xml, report.subject(), result);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the report cannot be written: " + e.getMessage(), e);
        }
    }

    private static void write(XMLStreamWriter xml, String subject, CaseResult result) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", "lintel.conformance." + subject);
        xml.writeAttribute("name", result.id() + " (" + result.number() + "): " + result.title());
        xml.writeAttribute("time", seconds(result.took()));
        if (result.isFailed()) {
            xml.writeStartElement("failure");
            xml.writeAttribute("type", result.number());
            xml.writeAttribute("message", "breaks " + result.number());
            xml.writeCharacters("expected: " + result.expected() + "\nseen:     " + result.seen());
            xml.writeEndElement();
        } else if (result.outcome() == Outcome.SKIPPED) {
            xml.writeStartElement("skipped");
            xml.writeAttribute("message", result.seen());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toMillis() / 1000.0);
    }
}

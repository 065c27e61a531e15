package io.lintel.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.StringReader;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class JUnitXmlTest {
    @Test
    void writesWhatBuildServersRead() throws Exception {
        ConformanceReport report = new ConformanceReport(
                "reader",
                List.of(
                        result("a", Outcome.PASSED, "", ""),
                        result("b", Outcome.FAILED, "<refused> & \"closed\"", "the message 09"),
                        result("c", Outcome.SKIPPED, "", "no time")));
        StringWriter out = new StringWriter();
        JUnitXml.write(report, out);
        Element suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(out.toString())))
                .getDocumentElement();
        assertEquals("3", suite.getAttribute("tests"));
        assertEquals("1", suite.getAttribute("failures"));
        assertEquals("1", suite.getAttribute("skipped"));
        Element failure = (Element) suite.getElementsByTagName("failure").item(0);
        assertEquals("TAP-3-3", failure.getAttribute("type"));
        assertEquals("expected: <refused> & \"closed\"\nseen:     the message 09", failure.getTextContent());
    }

    @Test
    void thePageForPeopleEscapesWhatWasSeen() {
        String page = HtmlPage.of(
                new ConformanceReport("phone", List.of(result("b", Outcome.FAILED, "<refused> & \"closed\"", "09"))));
        assertEquals(1, page.split("&lt;refused&gt; &amp; &quot;closed&quot;", -1).length - 1);
    }

    private static CaseResult result(String id, Outcome outcome, String expected, String seen) {
        return new CaseResult(id, "a title", "TAP-3-3", outcome, expected, seen, Duration.ofMillis(5));
    }
}

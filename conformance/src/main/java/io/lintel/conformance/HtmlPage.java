package io.lintel.conformance;

import java.util.Locale;

/** Writes a report as one page for people, without anything that it would load. */
public final class HtmlPage {
    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <title>Lintel conformance</title>
            <style>
            body { font: 15px/1.4 sans-serif; margin: 2em; }
            table { border-collapse: collapse; }
            td, th { border-bottom: 1px solid #ddd; padding: .3em .8em; text-align: left; vertical-align: top; }
            code { overflow-wrap: anywhere; }
            .failed td:first-child { background: #c62828; color: #fff; }
            .passed td:first-child { background: #2e7d32; color: #fff; }
            .skipped td:first-child { background: #bbb; }
            </style>
            </head>
            <body>
            """;

    private HtmlPage() {}

    /** Returns the page. */
    public static String of(ConformanceReport report) {
        StringBuilder page = new StringBuilder(HEAD);
        page.append("<h1>Conformance of a ").append(escaped(report.subject())).append("</h1>\n<p>");
        for (Outcome outcome : Outcome.values()) {
            page.append(report.count(outcome)).append(' ').append(word(outcome)).append(". ");
        }
        page.append("The numbers are those of the specification.</p>\n<table>\n")
                .append("<tr><th>outcome</th><th>number</th><th>case</th><th>expected</th><th>seen</th></tr>\n");
        report.results().forEach(result -> row(page, result));
        return page.append("</table>\n</body>\n</html>\n").toString();
    }

    private static void row(StringBuilder page, CaseResult result) {
        page.append("<tr class=\"").append(word(result.outcome())).append("\"><td>");
        page.append(word(result.outcome())).append("</td><td>").append(escaped(result.number()));
        page.append("</td><td><code>").append(escaped(result.id())).append("</code><br>");
        page.append(escaped(result.title())).append("</td><td>").append(escaped(result.expected()));
        page.append("</td><td><code>").append(escaped(result.seen())).append("</code></td></tr>\n");
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

package io.lintel.cli.conformance;

import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandFailure;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.TextFile;
import io.lintel.conformance.CaseResult;
import io.lintel.conformance.ConformanceReport;
import io.lintel.conformance.HtmlPage;
import io.lintel.conformance.JUnitXml;
import io.lintel.conformance.Outcome;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells of cases while they run and of all of them at the end.
 *
 * @param junit where to write them as JUnit XML
 * @param html where to write them as a page
 */
record Told(Shell shell, Optional<Path> junit, Optional<Path> html) {
    private static final int OUTCOME_WIDTH = 8;
    private static final int ID_WIDTH = 44;
    private static final int NUMBER_WIDTH = 12;

    /** Tells one result. */
    void tell(CaseResult result) {
        Answer answer = Answer.saying(line(result));
        if (result.isFailed()) {
            answer.line("         expected " + result.expected()).line("         saw " + result.seen());
        } else if (result.outcome() == Outcome.SKIPPED) {
            answer.line("         " + result.seen());
        }
        shell.print(answer.fact("event", "case")
                .fact("id", result.id())
                .fact("number", result.number())
                .fact("title", result.title())
                .fact("outcome", word(result.outcome()))
                .fact("expected", result.expected())
                .fact("seen", result.seen())
                .fact("millis", result.took().toMillis()));
    }

    private static String line(CaseResult result) {
        return pad(word(result.outcome()), OUTCOME_WIDTH)
                + " " + pad(result.id(), ID_WIDTH)
                + " " + pad(result.number(), NUMBER_WIDTH)
                + " " + result.title();
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    /** Tells all of them; the process ends as refused where one failed, and where none could be tried. */
    Integer tell(ConformanceReport report) {
        if (report.results().isEmpty()) {
            throw CommandFailure.usage("cli.conformance-no-case", "There is no case whose id begins like that.");
        }
        junit.ifPresent(file -> {
            StringWriter xml = new StringWriter();
            JUnitXml.write(report, xml);
            TextFile.write(file, xml.toString());
        });
        html.ifPresent(file -> TextFile.write(file, HtmlPage.of(report)));
        Answer answer = Answer.saying(report.count(Outcome.PASSED) + " passed, " + report.count(Outcome.FAILED)
                        + " failed, " + report.count(Outcome.SKIPPED)
                        + " skipped. spec/README.md says where the numbers stand.")
                .fact("event", "report")
                .fact("subject", report.subject())
                .fact("passed", report.count(Outcome.PASSED))
                .fact("failed", report.count(Outcome.FAILED))
                .fact("skipped", report.count(Outcome.SKIPPED));
        if (!report.isConformant()) {
            answer.refused();
        }
        shell.print(answer);
        return answer.exitCode().number();
    }
}

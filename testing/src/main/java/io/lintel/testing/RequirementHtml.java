package io.lintel.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The report as one page of HTML that needs nothing else: a table, and a choice of the state to show. */
final class RequirementHtml {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Lintel: requirements</title>
            <style>
            :root { color-scheme: light dark; }
            body { font: 1rem/1.4 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; }
            fieldset { border: 1px solid; margin: 1rem 0; }
            label { margin-right: 1.5rem; white-space: nowrap; }
            table { border-collapse: collapse; width: 100%; }
            th, td { border-bottom: 1px solid; padding: .4rem .6rem; text-align: left; vertical-align: top; }
            thead th { position: sticky; top: 0; background: Canvas; }
            ul { margin: .3rem 0 0; padding-left: 1.2rem; }
            code { overflow-wrap: anywhere; }
            .failed { font-weight: bold; }
            </style>
            </head>
            <body>
            <h1>Requirements</h1>
            <p>{all} rules. The states are explained in <code>docs/requirements.md</code>.</p>
            <fieldset id="filter"><legend>Show</legend>{choices}</fieldset>
            <p role="status" id="shown"></p>
            <table>
            <caption>Each requirement with its state, and the tests that carry its id with their outcome</caption>
            <thead><tr><th scope="col">Id</th><th scope="col">State</th><th scope="col">Requirement</th>\
            <th scope="col">Tests</th></tr></thead>
            <tbody>
            {rows}</tbody>
            </table>
            <script>
            const rows = [...document.querySelectorAll("tbody tr")];
            document.getElementById("filter").addEventListener("change", event => {
              rows.forEach(row => { row.hidden = event.target.value !== "all" && row.className !== event.target.value; });
              document.getElementById("shown").textContent =
                  rows.filter(row => !row.hidden).length + " of " + rows.length + " shown";
            });
            </script>
            </body>
            </html>
            """;

    private RequirementHtml() {}

    static String of(List<RequirementRow> rows) {
        StringBuilder body = new StringBuilder();
        rows.forEach(row -> body.append(row(row)));
        return PAGE.replace("{all}", Integer.toString(rows.size()))
                .replace("{choices}", choices(rows))
                .replace("{rows}", body);
    }

    private static String choices(List<RequirementRow> rows) {
        List<String> choices = new ArrayList<>();
        choices.add(choice("all", "all", rows.size(), " checked"));
        for (RequirementState state : RequirementState.values()) {
            int count = (int) rows.stream().filter(row -> row.state() == state).count();
            choices.add(choice(state.cssClass(), state.name(), count, ""));
        }
        return String.join("", choices);
    }

    private static String choice(String value, String name, int count, String checked) {
        return String.format(
                Locale.ROOT,
                "%n<label><input type=\"radio\" name=\"state\" value=\"%s\"%s> %s (%d)</label>",
                value,
                checked,
                name,
                count);
    }

    private static String row(RequirementRow row) {
        String note = row.note().isEmpty() ? "" : "<br><small>" + escape(row.note()) + "</small>";
        return String.format(
                Locale.ROOT,
                "<tr class=\"%s\" id=\"%s\"><th scope=\"row\">%s</th><td>%s</td><td>%s%s</td><td>%s</td></tr>%n",
                row.state().cssClass(),
                row.id(),
                row.id(),
                row.state(),
                escape(row.title()),
                note,
                tests(row.tests()));
    }

    private static String tests(Map<String, Tally> tests) {
        if (tests.isEmpty()) {
            return "none";
        }
        StringBuilder list = new StringBuilder("<details><summary>")
                .append(tests.size() == 1 ? "1 test" : tests.size() + " tests")
                .append("</summary><ul>");
        tests.forEach((name, tally) -> list.append(String.format(
                Locale.ROOT,
                "<li><code>%s</code> <span class=\"%s\">%s</span></li>",
                escape(name),
                tally.outcome().name().toLowerCase(Locale.ROOT),
                tally.describe())));
        return list.append("</ul></details>").toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

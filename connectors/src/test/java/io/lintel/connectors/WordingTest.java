package io.lintel.connectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lintel.connectors.Template.Markup;
import io.lintel.sdk.notification.Language;
import io.lintel.testing.Requirement;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordingTest {

    @Test
    @Requirement({"LNG-03", "LNG-04"})
    void timesHaveOneFormPerLanguageAndAlwaysTheirZone() {
        assertEquals("04/07/2021 23:45 UTC", Wording.time(Messages.EXPIRES, Language.EN));
        assertEquals("7. 4. 2021 23:45 UTC", Wording.time(Messages.EXPIRES, Language.CS));
    }

    @Test
    void valueIsNeverReadAsATemplateOrAsMarkup() {
        Template template = Template.of("<p>{site}</p>", Markup.HTML);

        assertEquals("<p>{code}$1&lt;b&gt;</p>", template.fill(Map.of("site", "{code}$1<b>", "code", "secret")));
    }

    @Test
    void nameThatNothingFillsIsAFaultOfOurs() {
        assertThrows(
                IllegalStateException.class,
                () -> Template.of("{nothing}", Markup.TEXT).fill(Map.of()));
    }
}

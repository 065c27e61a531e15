package io.lintel.testing.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** What one module's pom and module descriptor name. */
record ModuleFiles(String module, List<Dependency> dependencies, List<Requires> requires, List<String> exports) {

    private static final Pattern REQUIRES = Pattern.compile("^\\s*requires\\s+([^;]+);", Pattern.MULTILINE);
    private static final Pattern EXPORTS = Pattern.compile("^\\s*exports\\s+([^;\\s]+)[^;]*;", Pattern.MULTILINE);

    static ModuleFiles read(Path repository, String module) throws IOException {
        Path directory = repository.resolve(module);
        Path descriptor = directory.resolve("src/main/java/module-info.java");
        String text = Files.exists(descriptor) ? Files.readString(descriptor) : "";
        return new ModuleFiles(
                module,
                parseDependencies(parse(directory.resolve("pom.xml"))),
                parseRequires(text),
                parseExports(text));
    }

    /** The modules that the root pom lists. */
    static List<String> modulesOf(Path repository) throws IOException {
        Element project = parse(repository.resolve("pom.xml"));
        List<String> modules = new ArrayList<>();
        for (Element list : children(project, "modules")) {
            children(list, "module")
                    .forEach(module -> modules.add(module.getTextContent().strip()));
        }
        return modules;
    }

    private static List<Requires> parseRequires(String descriptor) {
        List<Requires> requires = new ArrayList<>();
        Matcher matcher = REQUIRES.matcher(descriptor);
        while (matcher.find()) {
            List<String> words = List.of(matcher.group(1).strip().split("\\s+"));
            requires.add(new Requires(words.get(words.size() - 1), words.contains("transitive")));
        }
        return requires;
    }

    /** Qualified exports included: who is let in is outside as well. */
    private static List<String> parseExports(String descriptor) {
        return EXPORTS.matcher(descriptor).results().map(each -> each.group(1)).toList();
    }

    private static List<Dependency> parseDependencies(Element project) {
        List<Dependency> dependencies = new ArrayList<>();
        for (Element list : children(project, "dependencies")) {
            for (Element each : children(list, "dependency")) {
                Map<String, String> fields = new HashMap<>();
                for (Node field = each.getFirstChild(); field != null; field = field.getNextSibling()) {
                    fields.put(field.getNodeName(), field.getTextContent().strip());
                }
                dependencies.add(new Dependency(
                        fields.getOrDefault("groupId", ""),
                        fields.getOrDefault("artifactId", ""),
                        fields.getOrDefault("scope", "compile"),
                        Boolean.parseBoolean(fields.get("optional"))));
            }
        }
        return dependencies;
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> children = new ArrayList<>();
        for (Node each = parent.getFirstChild(); each != null; each = each.getNextSibling()) {
            if (each instanceof Element element && element.getTagName().equals(name)) {
                children.add(element);
            }
        }
        return children;
    }

    private static Element parse(Path pom) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newDocumentBuilder().parse(pom.toFile()).getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(pom + " is not a pom", e);
        }
    }

    /** One dependency of a pom, as written there. */
    record Dependency(String groupId, String artifactId, String scope, boolean optional) {}

    /** One {@code requires} of a module descriptor. */
    record Requires(String jpmsModule, boolean isTransitive) {}
}

package io.lintel.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The numbers before the sentences of {@code spec/*.md}, each with the page that it stands on. A number between backticks is
 * an example or a reference, and counts for nothing.
 */
final class SpecNumbers {
    /** The form of a number: page, section, number. */
    static final Pattern FORM = Pattern.compile("(?:TAP|LIST|LINK|BLE)-\\d+(?:\\.\\d+)?-\\d+");

    private static final Pattern TAG = Pattern.compile("(?<!`)\\[(" + FORM.pattern() + ")](?!`)");

    private final Map<String, String> pages = new TreeMap<>(SpecNumbers::compare);
    private final List<String> problems = new ArrayList<>();

    private SpecNumbers() {}

    static SpecNumbers read(Path repository) throws IOException {
        SpecNumbers numbers = new SpecNumbers();
        try (Stream<Path> files = Files.list(repository.resolve("spec"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                numbers.add(String.valueOf(file.getFileName()), Files.readString(file));
            }
        }
        return numbers;
    }

    static SpecNumbers of(String page, String text) {
        SpecNumbers numbers = new SpecNumbers();
        numbers.add(page, text);
        return numbers;
    }

    private void add(String page, String text) {
        Matcher tags = TAG.matcher(text);
        while (tags.find()) {
            String before = pages.putIfAbsent(tags.group(1), page);
            if (before != null) {
                problems.add(tags.group(1) + " stands twice, in " + before + " and in " + page
                        + ". Give the newer sentence the next free number of its section.");
            }
        }
    }

    /** The pages by number, in the order of pages, sections and numbers. */
    Map<String, String> pages() {
        return pages;
    }

    /** Numbers that stand twice, for people. */
    List<String> problems() {
        return problems;
    }

    /** Compares part by part, numbers as numbers. */
    static int compare(String one, String other) {
        String[] ones = one.split("[-.]", -1);
        String[] others = other.split("[-.]", -1);
        for (int i = 0; i < Math.min(ones.length, others.length); i++) {
            int order = i == 0
                    ? ones[i].compareTo(others[i])
                    : Integer.compare(Integer.parseInt(ones[i]), Integer.parseInt(others[i]));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(ones.length, others.length);
    }
}

package io.lintel.cli.manager;

import io.lintel.sdk.Manager;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/** Collects the pages of a long list. */
public final class Pages {
    private Pages() {}

    /**
     * Reads page after page.
     *
     * @param page the page after a number
     * @param number the number of an item
     */
    public static <T> List<T> all(LongFunction<List<T>> page, ToLongFunction<T> number) {
        List<T> all = new ArrayList<>();
        List<T> next;
        do {
            next = page.apply(all.isEmpty() ? 0 : number.applyAsLong(all.get(all.size() - 1)));
            all.addAll(next);
        } while (next.size() == Manager.MAX_PAGE);
        return all;
    }
}

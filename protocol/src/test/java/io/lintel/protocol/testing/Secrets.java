package io.lintel.protocol.testing;

import io.lintel.crypto.SecretBytes;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every object of ours that can be reached from some roots: what it says of itself, and the secrets among them. */
public final class Secrets {
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private Secrets(Object... roots) {
        Deque<Object> open = new ArrayDeque<>(List.of(roots));
        while (!open.isEmpty()) {
            Object next = open.remove();
            if (seen.add(next)) {
                open.addAll(parts(next));
            }
        }
    }

    public static Secrets reachableFrom(Object... roots) {
        return new Secrets(roots);
    }

    /** Returns how many objects were reached. */
    public int objects() {
        return seen.size();
    }

    /** Returns the live secrets, as hex. */
    public List<String> hex() {
        return secrets().stream()
                .filter(secret -> !secret.isDestroyed() && secret.size() > 0)
                .map(secret -> HexFormat.of().formatHex(secret.copy()))
                .distinct()
                .toList();
    }

    /** Returns the secrets, dead and alive; the set holds objects, not values. */
    public Set<SecretBytes> secrets() {
        Set<SecretBytes> secrets = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Object object : seen) {
            if (object instanceof SecretBytes secret) {
                secrets.add(secret);
            }
        }
        return secrets;
    }

    /** Returns the text of every object. */
    public List<String> texts() {
        return seen.stream().map(String::valueOf).toList();
    }

    private static Collection<Object> parts(Object object) {
        if (object instanceof Collection<?> collection) {
            return withoutNulls(collection);
        }
        if (object instanceof Map<?, ?> map) {
            List<Object> parts = withoutNulls(map.keySet());
            parts.addAll(withoutNulls(map.values()));
            return parts;
        }
        if (object instanceof Optional<?> optional) {
            return withoutNulls(optional.stream().toList());
        }
        if (object.getClass().isArray()) {
            return object instanceof Object[] array ? withoutNulls(Arrays.asList(array)) : List.of();
        }
        return object.getClass().getName().startsWith("io.lintel.") ? fields(object) : List.of();
    }

    private static List<Object> fields(Object object) {
        List<Object> parts = new ArrayList<>();
        for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())
                        && !field.getType().isPrimitive()
                        && type.getName().startsWith("io.lintel.")) {
                    parts.add(read(field, object));
                }
            }
        }
        return withoutNulls(parts);
    }

    private static Object read(Field field, Object object) {
        try {
            field.setAccessible(true);
            return field.get(object);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Object> withoutNulls(Collection<?> parts) {
        List<Object> present = new ArrayList<>();
        for (Object part : parts) {
            if (part != null) {
                present.add(part);
            }
        }
        return present;
    }
}

package io.lintel.sdk.sync;

/**
 * A field that gets another value. The values may be personal data: {@code toString} shows the field alone.
 *
 * @param field its name in the file
 * @param before the value that is there, empty where there is none
 * @param after the value that the file has
 */
public record FieldChange(String field, String before, String after) {

    @Override
    public String toString() {
        return "FieldChange[" + field + "]";
    }
}

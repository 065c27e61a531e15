package io.lintel.sdk.key;

/** Keys of a site that are rotated together. The names are stored; they never change. */
public enum KeySet {
    /** The project encryption key, which readers and phones share ({@code KEY-01}): its epochs are the key epochs. */
    PROJECT,
    /** The keys that sign credentials, reader certificates, lists and configurations: theirs are the issuing epochs. */
    ISSUING
}

-- Readers as administrators register them, and as they were published to phones. A reader that has a certificate has a
-- row of the same number in table reader; one that was removed keeps it, so that its keys stay taken.

ALTER TABLE reader ADD COLUMN removed_at BIGINT;

CREATE TABLE registered_reader (
    customer_id TEXT NOT NULL REFERENCES site,
    number BIGINT NOT NULL,
    name TEXT NOT NULL,
    reader_id TEXT,
    mac TEXT,
    reader_groups TEXT NOT NULL,
    technology TEXT NOT NULL,
    from_app TEXT NOT NULL,
    one_tap TEXT NOT NULL,
    signal_percent BIGINT NOT NULL,
    one_tap_percent BIGINT NOT NULL,
    publication TEXT NOT NULL,
    revision BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (customer_id, number),
    UNIQUE (customer_id, reader_id),
    UNIQUE (customer_id, mac)
) ${clustered};

CREATE INDEX registered_reader_by_publication ON registered_reader (customer_id, publication, number);

CREATE INDEX registered_reader_by_colour ON registered_reader (customer_id, technology, reader_groups);

CREATE TABLE published_reader (
    customer_id TEXT NOT NULL REFERENCES site,
    number BIGINT NOT NULL,
    name TEXT NOT NULL,
    reader_id TEXT,
    mac TEXT,
    reader_groups TEXT NOT NULL,
    technology TEXT NOT NULL,
    from_app TEXT NOT NULL,
    one_tap TEXT NOT NULL,
    signal_percent BIGINT NOT NULL,
    one_tap_percent BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    PRIMARY KEY (customer_id, number)
) ${clustered};

CREATE TABLE reader_publication (
    customer_id TEXT NOT NULL REFERENCES site,
    revision BIGINT NOT NULL,
    published_at BIGINT NOT NULL,
    PRIMARY KEY (customer_id, revision)
) ${clustered};

-- Every reader that was enrolled before is registered from now on.
INSERT INTO registered_reader (customer_id, number, name, reader_id, mac, reader_groups, technology, from_app, one_tap,
    signal_percent, one_tap_percent, publication, revision, changed_at)
SELECT customer_id, number, name, NULL, NULL, reader_groups, technology, 'INHERITED', 'INHERITED', 10, 40, 'PENDING', 0,
    enrolled_at
FROM reader;

-- People who were removed keep their rows. People whom a host system's list names, and what else it says of them.
ALTER TABLE person ADD COLUMN removed_at BIGINT;

-- The address in lower case: people are found by it whatever its case.
ALTER TABLE person ADD COLUMN email_key TEXT;

UPDATE person SET email_key = lower(email);

CREATE INDEX person_by_email ON person (email_key);

CREATE TABLE host_person (
    customer_id TEXT NOT NULL,
    person BIGINT NOT NULL,
    access_number BIGINT,
    sync_id TEXT,
    PRIMARY KEY (customer_id, person),
    UNIQUE (customer_id, sync_id),
    FOREIGN KEY (customer_id, person) REFERENCES person (customer_id, number)
) ${clustered};

CREATE INDEX credential_by_person ON credential (customer_id, person);

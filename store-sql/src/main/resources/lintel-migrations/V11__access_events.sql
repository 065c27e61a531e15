-- What happened at doors. Credential and person are empty where the credential was forgotten before the record came.
CREATE TABLE access_event (
    customer_id TEXT NOT NULL REFERENCES customer,
    number BIGINT NOT NULL,
    reader BIGINT NOT NULL,
    serial BIGINT,
    person BIGINT,
    occurred_at BIGINT NOT NULL,
    received_at BIGINT NOT NULL,
    denial TEXT,
    path TEXT NOT NULL,
    transport TEXT NOT NULL,
    cause TEXT NOT NULL,
    PRIMARY KEY (customer_id, number)
) ${clustered};

CREATE INDEX access_event_by_credential ON access_event (customer_id, serial, number);

CREATE INDEX access_event_by_person ON access_event (customer_id, person, number);

-- How far each reader's events have come: what tells a repetition from a new one.
CREATE TABLE event_series (
    customer_id TEXT NOT NULL REFERENCES customer,
    reader_key ${octets} NOT NULL,
    series ${octets} NOT NULL,
    highest BIGINT NOT NULL,
    lost BIGINT NOT NULL,
    PRIMARY KEY (customer_id, reader_key, series)
) ${clustered};

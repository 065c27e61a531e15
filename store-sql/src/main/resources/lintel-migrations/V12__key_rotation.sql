-- Where the keys of a site stand. Without a row: at the site's key epoch, and at the first issuing epoch.
CREATE TABLE key_epochs (
    customer_id TEXT NOT NULL REFERENCES site,
    key_set TEXT NOT NULL,
    newest BIGINT NOT NULL,
    readers BIGINT NOT NULL,
    signing BIGINT NOT NULL,
    minimum BIGINT NOT NULL,
    PRIMARY KEY (customer_id, key_set)
) ${clustered};

-- Which keys the configurations of a reader told it to use: a row whenever that became another.
CREATE TABLE configured_keys (
    customer_id TEXT NOT NULL REFERENCES site,
    reader BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    key_epoch BIGINT NOT NULL,
    issuing_keys BIGINT NOT NULL,
    certificate BIGINT NOT NULL,
    PRIMARY KEY (customer_id, reader, revision)
) ${clustered};

-- Which keys the phone of a credential says that it holds.
CREATE TABLE phone_keys (
    customer_id TEXT NOT NULL,
    serial BIGINT NOT NULL,
    key_epoch BIGINT NOT NULL,
    issuing_keys BIGINT NOT NULL,
    credential BIGINT NOT NULL,
    list_epoch BIGINT NOT NULL,
    said_at BIGINT NOT NULL,
    PRIMARY KEY (customer_id, serial),
    FOREIGN KEY (customer_id, serial) REFERENCES credential (customer_id, serial)
) ${clustered};

-- Readers whose keys somebody else may hold.
CREATE TABLE compromised_reader (
    customer_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    key_fingerprint ${octets} NOT NULL,
    certificate_ends BIGINT NOT NULL,
    key_epoch BIGINT NOT NULL,
    list_epoch BIGINT NOT NULL,
    reported_at BIGINT NOT NULL,
    PRIMARY KEY (customer_id, number),
    UNIQUE (customer_id, key_fingerprint),
    FOREIGN KEY (customer_id, number) REFERENCES reader (customer_id, number)
) ${clustered};

-- Every table carries the customer's id: it is the partition key.
-- Times are seconds since 1970, UTC. Keys, signatures and ids of the protocol are octets.

CREATE TABLE distributor (
    distributor_id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE customer (
    customer_id TEXT NOT NULL PRIMARY KEY,
    distributor_id TEXT NOT NULL REFERENCES distributor,
    name TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE site (
    customer_id TEXT NOT NULL PRIMARY KEY REFERENCES customer,
    project_id BLOB NOT NULL UNIQUE,
    suite INTEGER NOT NULL,
    profile_name TEXT NOT NULL,
    profile_version INTEGER NOT NULL,
    profile TEXT NOT NULL,
    key_epoch INTEGER NOT NULL,
    root BLOB NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE issuing_key (
    customer_id TEXT NOT NULL REFERENCES site,
    position INTEGER NOT NULL,
    statement BLOB NOT NULL,
    PRIMARY KEY (customer_id, position)
) STRICT;

-- Private and symmetric keys, apart from everything else.
CREATE TABLE secret_key (
    customer_id TEXT NOT NULL REFERENCES customer,
    kind TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    octets BLOB NOT NULL,
    PRIMARY KEY (customer_id, kind, epoch)
) STRICT;

CREATE TABLE counter (
    customer_id TEXT NOT NULL REFERENCES customer,
    name TEXT NOT NULL,
    value INTEGER NOT NULL,
    PRIMARY KEY (customer_id, name)
) STRICT;

CREATE TABLE person (
    customer_id TEXT NOT NULL REFERENCES site,
    number INTEGER NOT NULL,
    given_name TEXT NOT NULL,
    family_name TEXT NOT NULL,
    email TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (customer_id, number)
) STRICT;

CREATE TABLE device (
    customer_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    person INTEGER NOT NULL,
    name TEXT NOT NULL,
    status TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (customer_id, number),
    FOREIGN KEY (customer_id, person) REFERENCES person (customer_id, number)
) STRICT;

CREATE TABLE credential (
    customer_id TEXT NOT NULL,
    serial INTEGER NOT NULL,
    access_number INTEGER NOT NULL,
    person INTEGER NOT NULL,
    device INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_until INTEGER,
    reader_groups TEXT NOT NULL,
    technology TEXT NOT NULL,
    state TEXT NOT NULL,
    activation INTEGER NOT NULL,
    activation_ends INTEGER NOT NULL,
    issued_at INTEGER NOT NULL,
    PRIMARY KEY (customer_id, serial),
    FOREIGN KEY (customer_id, person) REFERENCES person (customer_id, number),
    FOREIGN KEY (customer_id, device) REFERENCES device (customer_id, number)
) STRICT;

CREATE INDEX credential_by_access_number ON credential (customer_id, access_number);

CREATE INDEX credential_by_state ON credential (customer_id, state, serial);

CREATE TABLE credential_statement (
    customer_id TEXT NOT NULL,
    serial INTEGER NOT NULL,
    number INTEGER NOT NULL,
    holder_key BLOB NOT NULL,
    lease_end INTEGER NOT NULL,
    statement BLOB NOT NULL,
    PRIMARY KEY (customer_id, serial, number),
    FOREIGN KEY (customer_id, serial) REFERENCES credential (customer_id, serial)
) STRICT;

-- Written before its credential, hence the deferred key.
CREATE TABLE activation (
    customer_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    serial INTEGER NOT NULL,
    command_id BLOB NOT NULL,
    code_hash BLOB NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    status TEXT NOT NULL,
    status_at INTEGER,
    request_id BLOB,
    holder_key BLOB,
    PRIMARY KEY (customer_id, number),
    FOREIGN KEY (customer_id, serial) REFERENCES credential (customer_id, serial) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE reader (
    customer_id TEXT NOT NULL REFERENCES site,
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    reader_groups TEXT NOT NULL,
    technology TEXT NOT NULL,
    dh_key BLOB NOT NULL,
    signing_key BLOB NOT NULL,
    certificate BLOB NOT NULL,
    enrolled_at INTEGER NOT NULL,
    PRIMARY KEY (customer_id, number),
    UNIQUE (customer_id, dh_key),
    UNIQUE (customer_id, signing_key)
) STRICT;

CREATE TABLE revocation_list (
    customer_id TEXT NOT NULL REFERENCES site,
    epoch INTEGER NOT NULL,
    issued_at INTEGER NOT NULL,
    statement BLOB NOT NULL,
    PRIMARY KEY (customer_id, epoch)
) STRICT;

CREATE TABLE command (
    customer_id TEXT NOT NULL REFERENCES customer,
    command_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    digest BLOB NOT NULL,
    done_at INTEGER NOT NULL,
    PRIMARY KEY (customer_id, command_id)
) STRICT;

CREATE TABLE command_fact (
    customer_id TEXT NOT NULL,
    command_id BLOB NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (customer_id, command_id, name),
    FOREIGN KEY (customer_id, command_id) REFERENCES command (customer_id, command_id)
) STRICT;

CREATE TABLE audit_event (
    customer_id TEXT NOT NULL REFERENCES customer,
    number INTEGER NOT NULL,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    command_id BLOB NOT NULL,
    PRIMARY KEY (customer_id, number)
) STRICT;

CREATE TABLE outbox_event (
    customer_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    delivered_at INTEGER,
    PRIMARY KEY (customer_id, number),
    FOREIGN KEY (customer_id, number) REFERENCES audit_event (customer_id, number)
) STRICT;

-- What was written here stays as it was written.
CREATE TRIGGER audit_event_is_final BEFORE UPDATE ON audit_event BEGIN
    SELECT RAISE(ABORT, 'audit rows never change');
END;

CREATE TRIGGER audit_event_stays BEFORE DELETE ON audit_event BEGIN
    SELECT RAISE(ABORT, 'audit rows never change');
END;

-- The operator serves customers itself, and owns what belongs to no customer.
INSERT INTO distributor (distributor_id, name, created_at) VALUES ('0000000000000000', 'Operator', 0);

INSERT INTO customer (customer_id, distributor_id, name, created_at)
VALUES ('0000000000000000', '0000000000000000', 'Operator', 0);

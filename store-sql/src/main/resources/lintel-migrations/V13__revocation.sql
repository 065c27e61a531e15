-- How long a revoked credential may still open doors: what was signed, what was revoked, what readers were told, and what
-- they said that they enforce. Nothing here names a person, and a purge leaves it: readers far away do not forget either.

-- Beside the octets, which are dropped when they are old: what a receipt is held against.
ALTER TABLE revocation_list ADD COLUMN hash ${octets};

ALTER TABLE revocation_list ADD COLUMN expires_at BIGINT;

ALTER TABLE revocation_list ADD COLUMN base_serial BIGINT NOT NULL DEFAULT 1;

ALTER TABLE revocation_list ADD COLUMN head ${octets};

CREATE INDEX revocation_list_by_hash ON revocation_list (customer_id, hash);

-- The latest times and all groups that any statement of a credential ever had; no time for one that never ends.
CREATE TABLE signed_reach (
    customer_id TEXT NOT NULL REFERENCES site,
    serial BIGINT NOT NULL,
    lease_end BIGINT,
    valid_until BIGINT,
    reader_groups TEXT NOT NULL,
    PRIMARY KEY (customer_id, serial)
) ${clustered};

INSERT INTO signed_reach (customer_id, serial, lease_end, valid_until, reader_groups)
SELECT c.customer_id, c.serial, MAX(s.lease_end), c.valid_until, c.reader_groups
FROM credential c JOIN credential_statement s ON s.customer_id = c.customer_id AND s.serial = c.serial
GROUP BY c.customer_id, c.serial, c.valid_until, c.reader_groups;

-- 4294967295 is the last second that a statement can name: such a lease has no end.
UPDATE signed_reach SET lease_end = NULL WHERE lease_end >= 4294967295;

CREATE TABLE revocation (
    customer_id TEXT NOT NULL REFERENCES site,
    serial BIGINT NOT NULL,
    epoch BIGINT NOT NULL,
    revoked_at BIGINT NOT NULL,
    phone_at BIGINT,
    proof TEXT NOT NULL,
    proven_at BIGINT,
    alarms TEXT NOT NULL,
    PRIMARY KEY (customer_id, serial)
) ${clustered};

CREATE INDEX revocation_by_proof ON revocation (customer_id, proof, serial);

CREATE INDEX revocation_by_epoch ON revocation (customer_id, epoch);

-- The newest list names all that was revoked before; when exactly it was first named, nobody wrote down.
INSERT INTO revocation (customer_id, serial, epoch, revoked_at, proof, alarms)
SELECT c.customer_id, c.serial, l.epoch, COALESCE(c.removed_at, l.issued_at), 'NONE', ''
FROM credential c JOIN revocation_list l ON l.customer_id = c.customer_id
WHERE c.state IN ('REVOKE_PENDING', 'REVOKED', 'LOST', 'DELETED')
AND l.epoch = (SELECT MAX(epoch) FROM revocation_list n WHERE n.customer_id = c.customer_id);

INSERT INTO revocation (customer_id, serial, epoch, revoked_at, proof, alarms)
SELECT p.customer_id, p.serial, l.epoch, l.issued_at, 'NONE', ''
FROM purged_serial p JOIN revocation_list l ON l.customer_id = p.customer_id
WHERE l.epoch = (SELECT MAX(epoch) FROM revocation_list n WHERE n.customer_id = p.customer_id);

-- For which groups a reader was certified, and which list was the newest then: it never got an older one with that.
CREATE TABLE certification (
    customer_id TEXT NOT NULL REFERENCES site,
    reader BIGINT NOT NULL,
    list_epoch BIGINT NOT NULL,
    reader_groups TEXT NOT NULL,
    PRIMARY KEY (customer_id, reader, list_epoch)
) ${clustered};

INSERT INTO certification (customer_id, reader, list_epoch, reader_groups)
SELECT customer_id, number, 0, reader_groups FROM reader;

-- What a configuration told a reader. Rows go when the reader's receipt names a later one.
CREATE TABLE told_configuration (
    customer_id TEXT NOT NULL REFERENCES site,
    revision BIGINT NOT NULL,
    reader BIGINT NOT NULL,
    lag_seconds BIGINT,
    stale_seconds BIGINT,
    PRIMARY KEY (customer_id, revision)
) ${clustered};

CREATE INDEX told_configuration_by_reader ON told_configuration (customer_id, reader, revision);

-- Receipts of readers: of each reader the newest, and the first of each list epoch.
CREATE TABLE receipt (
    customer_id TEXT NOT NULL REFERENCES site,
    reader BIGINT NOT NULL,
    number BIGINT NOT NULL,
    list_epoch BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    clock BIGINT,
    received_at BIGINT NOT NULL,
    received_by TEXT NOT NULL,
    statement ${octets} NOT NULL,
    PRIMARY KEY (customer_id, reader, number)
) ${clustered};

-- Who took a credential back, and when.
ALTER TABLE credential ADD COLUMN removed_by TEXT;

ALTER TABLE credential ADD COLUMN removed_at BIGINT;

CREATE INDEX credential_by_device ON credential (customer_id, device, serial);

-- Serials of credentials that were forgotten: they stay on every revocation list.
CREATE TABLE purged_serial (
    customer_id TEXT NOT NULL REFERENCES site,
    serial BIGINT NOT NULL,
    PRIMARY KEY (customer_id, serial)
) ${clustered};

-- The code of a site where people register themselves: one that is open, and those before it.
CREATE TABLE project_code (
    customer_id TEXT NOT NULL REFERENCES site,
    number BIGINT NOT NULL,
    command_id ${octets} NOT NULL,
    code_hash ${octets} NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    expires_at BIGINT,
    uses BIGINT NOT NULL,
    voided_at BIGINT,
    PRIMARY KEY (customer_id, number)
) ${clustered};

-- What phones got with it, each for its key.
CREATE TABLE project_redemption (
    customer_id TEXT NOT NULL,
    holder_key ${octets} NOT NULL,
    code BIGINT NOT NULL,
    serial BIGINT NOT NULL,
    redeemed_at BIGINT NOT NULL,
    PRIMARY KEY (customer_id, holder_key),
    FOREIGN KEY (customer_id, code) REFERENCES project_code (customer_id, number),
    FOREIGN KEY (customer_id, serial) REFERENCES credential (customer_id, serial) DEFERRABLE INITIALLY DEFERRED
) ${clustered};

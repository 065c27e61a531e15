-- That the database was put back to an earlier state: what was given away since nobody here knows of.
CREATE TABLE restoration (
    customer_id TEXT NOT NULL REFERENCES site,
    known_epoch BIGINT NOT NULL,
    lost_epoch BIGINT NOT NULL,
    first_serial BIGINT NOT NULL,
    last_serial BIGINT NOT NULL,
    as_of BIGINT NOT NULL,
    restored_at BIGINT NOT NULL,
    reviewed_at BIGINT,
    PRIMARY KEY (customer_id, lost_epoch)
) ${clustered};

-- Readers that were heard of a higher list epoch than the newest, and the highest that each said.
CREATE TABLE reader_ahead (
    customer_id TEXT NOT NULL REFERENCES site,
    reader BIGINT NOT NULL,
    list_epoch BIGINT NOT NULL,
    noticed_at BIGINT NOT NULL,
    PRIMARY KEY (customer_id, reader)
) ${clustered};

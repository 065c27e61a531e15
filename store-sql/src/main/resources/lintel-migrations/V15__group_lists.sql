-- For whom a site publishes lists.
ALTER TABLE site ADD COLUMN list_scope TEXT NOT NULL DEFAULT 'SITE';

-- Lists of single reader groups: beside the list for all groups of the same epoch, which says the rest of them.
CREATE TABLE group_list (
    customer_id TEXT NOT NULL REFERENCES site,
    reader_group BIGINT NOT NULL,
    epoch BIGINT NOT NULL,
    statement ${octets} NOT NULL,
    head ${octets},
    hash ${octets} NOT NULL,
    PRIMARY KEY (customer_id, reader_group, epoch)
) ${clustered};

CREATE INDEX group_list_by_hash ON group_list (customer_id, hash);

CREATE INDEX group_list_by_epoch ON group_list (customer_id, epoch);

-- The only group that the list of a receipt is for, 0 for all.
ALTER TABLE receipt ADD COLUMN list_group BIGINT NOT NULL DEFAULT 0;

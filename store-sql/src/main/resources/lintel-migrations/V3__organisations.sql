-- What all mobile keys of a customer have in common. The modes of identification are names with commas between.
CREATE TABLE customer_settings (
    customer_id TEXT NOT NULL PRIMARY KEY REFERENCES customer,
    key_name TEXT NOT NULL,
    prefix TEXT,
    default_valid_until BIGINT,
    duplicates TEXT NOT NULL,
    identification TEXT NOT NULL
) ${clustered};

INSERT INTO customer_settings (customer_id, key_name, duplicates, identification)
SELECT customer_id, name, 'REFUSED', 'LIST,WIDGET,DISPLAY,AUTOMATIC' FROM customer;

-- The customer in whose workspace a distributor's login acted.
ALTER TABLE audit_event ADD COLUMN workspace TEXT;

ALTER TABLE person ADD COLUMN title TEXT NOT NULL DEFAULT '';

-- What the phone shows for a credential; empty for the site's key name.
ALTER TABLE credential ADD COLUMN key_name TEXT;

-- Where a message goes in place of the person's own address: personal data.
ALTER TABLE notification ADD COLUMN recipient TEXT;

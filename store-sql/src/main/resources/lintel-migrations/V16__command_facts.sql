-- What a command leaves for its repetition stands in its own row: it is only ever read with it, and each row more is a
-- place more, at random, that a commit has to write.

ALTER TABLE command ADD COLUMN facts TEXT NOT NULL DEFAULT '';

UPDATE command SET facts = COALESCE((
    SELECT string_agg(f.name || '=' || replace(replace(f.value, '\', '\\'), '
', '\n'), '
') FROM command_fact f WHERE f.customer_id = command.customer_id AND f.command_id = command.command_id), '');

DROP TABLE command_fact;

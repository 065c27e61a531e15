-- What was signed for serials that were purged before it was written down, nobody knows: the worst counts, without an end and for
-- every group (0). What was purged later without ever being signed was proven in the very moment of its revocation.
INSERT INTO signed_reach (customer_id, serial, lease_end, valid_until, reader_groups)
SELECT r.customer_id, r.serial, NULL, NULL, '0'
FROM revocation r
JOIN purged_serial p ON p.customer_id = r.customer_id AND p.serial = r.serial
LEFT JOIN signed_reach s ON s.customer_id = r.customer_id AND s.serial = r.serial
WHERE s.serial IS NULL AND (r.proof = 'NONE' OR r.proven_at <> r.revoked_at);

UPDATE revocation SET proof = 'NONE', proven_at = NULL
WHERE EXISTS (
    SELECT 1 FROM signed_reach s
    WHERE s.customer_id = revocation.customer_id AND s.serial = revocation.serial AND s.reader_groups = '0');

-- The home that a breach is about. Version 3 kept the referral alone, and a breach opened its rule for every home of that referral. What is
-- on record of a placement is about the home where it is.

ALTER TABLE breach ADD COLUMN setting_id INTEGER REFERENCES setting (id);

UPDATE breach SET setting_id = (SELECT setting_id FROM placement WHERE placement.id = breach.placement_id ORDER BY row DESC LIMIT 1)
WHERE placement_id IS NOT NULL;

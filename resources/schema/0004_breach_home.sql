-- The home that a breach is about. Version 3 kept the referral alone, and a breach opened its rule for every home of that referral. What is
-- on record of a placement is about the home where it is.

ALTER TABLE breach ADD COLUMN setting_id INTEGER REFERENCES setting (id);

UPDATE breach SET setting_id = (SELECT setting_id FROM placement WHERE placement.id = breach.placement_id ORDER BY row DESC LIMIT 1)
WHERE placement_id IS NOT NULL;

-- Of a referral to which one home alone was offered, it is about that one. Elsewhere somebody has to say which.
UPDATE breach SET setting_id = (SELECT min(setting_id) FROM offer WHERE offer.referral_id = breach.referral_id
  GROUP BY referral_id HAVING count(DISTINCT setting_id) = 1)
WHERE setting_id IS NULL AND referral_id IS NOT NULL;

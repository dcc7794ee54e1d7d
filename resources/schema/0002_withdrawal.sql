-- Why a referral was withdrawn, by whom and when. Version 1 kept the reason among what explains a choice of fewer than three; who withdrew
-- it and when stands in the history. A day is England's: one hour after UTC from 01:00 UTC on the last Sunday of March to 01:00 UTC on the
-- last of October.

ALTER TABLE referral ADD COLUMN withdrawal INTEGER NOT NULL DEFAULT 0 CHECK (withdrawal IN (0, 1));
ALTER TABLE referral ADD COLUMN withdrawal_reason TEXT;
ALTER TABLE referral ADD COLUMN withdrawal_by_id INTEGER REFERENCES person (id);
ALTER TABLE referral ADD COLUMN withdrawal_on TEXT CHECK (withdrawal_on IS date(withdrawal_on));

UPDATE referral SET
  withdrawal = 1,
  withdrawal_reason = fewer_than_three,
  withdrawal_by_id = (SELECT h.who_id FROM history h JOIN history_payload p USING (number)
    WHERE h.entity = 'referral' AND h.entity_id = referral.id
      AND json_valid(p.payload) AND json_extract(p.payload, '$.after.stage') = 'withdrawn'
    ORDER BY h.number DESC LIMIT 1),
  withdrawal_on = (SELECT date(moment, CASE
      WHEN moment >= date(substr(moment, 1, 4) || '-03-25', 'weekday 0') || 'T01:00:00Z'
        AND moment < date(substr(moment, 1, 4) || '-10-25', 'weekday 0') || 'T01:00:00Z' THEN '+1 hour'
      ELSE '+0 hours' END)
    FROM (SELECT coalesce((SELECT h.at FROM history h JOIN history_payload p USING (number)
      WHERE h.entity = 'referral' AND h.entity_id = referral.id
        AND json_valid(p.payload) AND json_extract(p.payload, '$.after.stage') = 'withdrawn'
      ORDER BY h.number DESC LIMIT 1), entered_at) AS moment)),
  fewer_than_three = ''
WHERE stage = 'withdrawn' AND fewer_than_three <> '';

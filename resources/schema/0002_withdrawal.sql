-- Why a referral was withdrawn, by whom and when. Version 1 kept the reason among what explains a choice of fewer than three; who withdrew
-- it and when stands in the history.

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
  withdrawal_on = coalesce((SELECT date(h.at) FROM history h JOIN history_payload p USING (number)
    WHERE h.entity = 'referral' AND h.entity_id = referral.id
      AND json_valid(p.payload) AND json_extract(p.payload, '$.after.stage') = 'withdrawn'
    ORDER BY h.number DESC LIMIT 1), date(entered_at)),
  fewer_than_three = ''
WHERE stage = 'withdrawn' AND fewer_than_three <> '';

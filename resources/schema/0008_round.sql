-- The referral round in files: what was sent and by which reference it is known, what came back, and what version 7 had no place for in
-- between: answers to questions, interviews, support that an offer adds at a price, rounds of negotiation, and what those not chosen were
-- told.

CREATE TABLE contact_entry_8 (
  approach_id INTEGER NOT NULL REFERENCES approach (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??Z'),
  by_person_id INTEGER NOT NULL REFERENCES person (id),
  outcome TEXT NOT NULL CHECK (outcome IN ('noAnswer', 'callBack', 'saidYes', 'saidNo', 'question', 'sent', 'weAsked', 'reminded', 'told')),
  note TEXT NOT NULL,
  answer TEXT NOT NULL,
  answered_at TEXT CHECK (answered_at GLOB '????-??-??T??:??:??Z'),
  PRIMARY KEY (approach_id, position)
) STRICT, WITHOUT ROWID;
INSERT INTO contact_entry_8 SELECT approach_id, position, at, by_person_id, outcome, note, '', NULL FROM contact_entry;
DROP TABLE contact_entry;
ALTER TABLE contact_entry_8 RENAME TO contact_entry;

ALTER TABLE offer ADD COLUMN told_at TEXT CHECK (told_at GLOB '????-??-??T??:??:??Z');
ALTER TABLE offer ADD COLUMN told_why TEXT CHECK (told_why IN ('furtherAway', 'needsLessWellMet', 'siblingsParted', 'schoolLost',
  'childsWish', 'cost', 'otherChildrenThere', 'startsTooLate', 'otherReason'));

CREATE TABLE offer_package (
  offer_id INTEGER NOT NULL REFERENCES offer (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  a_week INTEGER NOT NULL,
  domains TEXT NOT NULL,
  adds INTEGER NOT NULL,
  PRIMARY KEY (offer_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE interview_note (
  offer_id INTEGER NOT NULL REFERENCES offer (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??Z'),
  by_person_id INTEGER NOT NULL REFERENCES person (id),
  with_whom TEXT NOT NULL,
  child_id INTEGER NOT NULL REFERENCES child (id),
  domain TEXT NOT NULL CHECK (domain IN ('physicalHealth', 'emotionalHealth', 'behaviour', 'education', 'communication', 'identity',
    'socialRelationships', 'selfCare', 'leisure')),
  level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 5),
  words TEXT NOT NULL,
  PRIMARY KEY (offer_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE negotiation_round (
  offer_id INTEGER NOT NULL REFERENCES offer (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??Z'),
  by_person_id INTEGER NOT NULL REFERENCES person (id),
  item TEXT NOT NULL CHECK (item IN ('coreFee', 'additionalSupport', 'education', 'other', 'wrapAround', 'transport', 'retainer',
    'introductions', 'oneOff', 'healthContribution', 'educationContribution')),
  charge TEXT NOT NULL CHECK (charge IN ('weekly', 'once')),
  before INTEGER NOT NULL,
  asked INTEGER NOT NULL,
  words TEXT NOT NULL,
  won INTEGER,
  answer TEXT NOT NULL,
  answered_at TEXT CHECK (answered_at GLOB '????-??-??T??:??:??Z'),
  PRIMARY KEY (offer_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE sent_pack (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  referral_id INTEGER NOT NULL REFERENCES referral (id),
  reference TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??Z'),
  by_person_id INTEGER NOT NULL REFERENCES person (id),
  referral_version INTEGER NOT NULL
) STRICT;

CREATE INDEX sent_pack_referral ON sent_pack (referral_id);

CREATE TABLE sent_pack_person (
  sent_pack_id INTEGER NOT NULL REFERENCES sent_pack (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  child_id INTEGER NOT NULL REFERENCES child (id),
  PRIMARY KEY (sent_pack_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE sent_form (
  sent_pack_id INTEGER NOT NULL REFERENCES sent_pack (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  reference TEXT NOT NULL UNIQUE,
  approach_id INTEGER REFERENCES approach (id),
  PRIMARY KEY (sent_pack_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE choice_file (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  choice_id INTEGER NOT NULL REFERENCES choice (id),
  code TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??Z'),
  by_person_id INTEGER NOT NULL REFERENCES person (id),
  expires_at TEXT NOT NULL CHECK (expires_at GLOB '????-??-??T??:??:??Z'),
  answered_at TEXT CHECK (answered_at GLOB '????-??-??T??:??:??Z'),
  document TEXT NOT NULL
) STRICT;

CREATE INDEX choice_file_choice ON choice_file (choice_id);

CREATE TABLE choice_remark (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  choice_id INTEGER NOT NULL REFERENCES choice (id),
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??Z'),
  by_person_id INTEGER NOT NULL REFERENCES person (id),
  wants_more INTEGER NOT NULL CHECK (wants_more IN (0, 1)),
  words TEXT NOT NULL,
  answer TEXT NOT NULL,
  answered_at TEXT CHECK (answered_at GLOB '????-??-??T??:??:??Z')
) STRICT;

CREATE INDEX choice_remark_choice ON choice_remark (choice_id);

CREATE TABLE taken_file (
  digest TEXT PRIMARY KEY,
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??Z'),
  by_person_id INTEGER NOT NULL REFERENCES person (id),
  reference TEXT NOT NULL
) STRICT, WITHOUT ROWID;

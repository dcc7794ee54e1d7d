-- Why a version of the policy was saved, which version was in use since when, and the weights that a referral has of its own.

ALTER TABLE policy ADD COLUMN note TEXT NOT NULL DEFAULT '';

-- The last row is in force. Without a policy: the default that comes with the program. Version 4 kept neither who nor when.
CREATE TABLE policy_use (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  policy_id INTEGER REFERENCES policy (id),
  by_person_id INTEGER REFERENCES person (id),
  at TEXT CHECK (at GLOB '????-??-??T??:??:??Z')
) STRICT;

INSERT INTO policy_use (policy_id) SELECT policy_id FROM policy_in_use;

DROP TABLE policy_in_use;

-- Added and read, never changed: the last of a referral is in force, and one without shares takes the referral back to the policy.
CREATE TABLE weight_adjustment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  referral_id INTEGER NOT NULL REFERENCES referral (id),
  by_person_id INTEGER NOT NULL REFERENCES person (id),
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??Z'),
  reason TEXT NOT NULL,
  after_offers INTEGER NOT NULL CHECK (after_offers IN (0, 1)),
  orders TEXT NOT NULL
) STRICT;

CREATE INDEX weight_adjustment_referral ON weight_adjustment (referral_id);

CREATE TABLE weight_share (
  adjustment_id INTEGER NOT NULL REFERENCES weight_adjustment (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  criterion TEXT NOT NULL,
  millionths INTEGER NOT NULL CHECK (millionths BETWEEN 0 AND 1000000),
  PRIMARY KEY (adjustment_id, position)
) STRICT, WITHOUT ROWID;

-- What the ranking proposed when a choice was sent, what was put in its place and why; and what was put before a manager where no option
-- suited. Version 6 kept neither: choices from before have nothing here.

CREATE TABLE choice_proposed (
  choice_id INTEGER NOT NULL REFERENCES choice (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  option_id INTEGER NOT NULL REFERENCES option (id),
  PRIMARY KEY (choice_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX choice_proposed_option ON choice_proposed (option_id);

CREATE TABLE choice_swap (
  choice_id INTEGER NOT NULL REFERENCES choice (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  proposed_id INTEGER NOT NULL REFERENCES option (id),
  instead_id INTEGER REFERENCES option (id),
  code TEXT CHECK (code IN ('childsWish', 'socialWorkerAsked', 'providerInDoubt', 'othersThere', 'nearerToPeople', 'startsSooner', 'cost',
    'otherReason')),
  words TEXT NOT NULL,
  PRIMARY KEY (choice_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX choice_swap_proposed ON choice_swap (proposed_id);
CREATE INDEX choice_swap_instead ON choice_swap (instead_id);

CREATE TABLE escalation (
  referral_id INTEGER NOT NULL REFERENCES referral (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  by_id INTEGER NOT NULL REFERENCES person (id),
  to_id INTEGER NOT NULL REFERENCES person (id),
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??Z'),
  tried TEXT NOT NULL,
  found TEXT NOT NULL,
  outcome TEXT CHECK (outcome IN ('widen', 'spotPurchase', 'hold', 'otherStep')),
  outcome_words TEXT NOT NULL,
  settled_by_id INTEGER REFERENCES person (id),
  settled_at TEXT CHECK (settled_at GLOB '????-??-??T??:??:??Z'),
  PRIMARY KEY (referral_id, position)
) STRICT, WITHOUT ROWID;

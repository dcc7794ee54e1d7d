-- What is typed and not saved yet. Not a record: without history, gone once it is saved or thrown away. An id is never used again, and the
-- version counts how often it was kept, so that a form acts only on the draft that it has seen.
CREATE TABLE draft (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL CHECK (version BETWEEN 1 AND 9007199254740991),
  by_person_id INTEGER NOT NULL REFERENCES person (id),
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??Z'),
  referral_id INTEGER REFERENCES referral (id),
  typed TEXT NOT NULL
) STRICT;

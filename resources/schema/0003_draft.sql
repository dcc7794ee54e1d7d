-- What is typed and not saved yet. Not a record: without history, gone once it is saved or thrown away.
CREATE TABLE draft (
  id INTEGER PRIMARY KEY,
  by_person_id INTEGER NOT NULL REFERENCES person (id),
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??Z'),
  referral_id INTEGER REFERENCES referral (id),
  typed TEXT NOT NULL
) STRICT;

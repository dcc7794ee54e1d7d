-- The first schema of a case file. Frozen once released: what changes later is a file of its own beside this one.
--
-- Dates are ISO 8601 text, moments UTC text to the second, money whole pence, enumerations their stable text of src/domain. Lists whose
-- order matters carry a position. Ids are never used twice.

-- The authority and its people

CREATE TABLE authority (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  responsible INTEGER NOT NULL CHECK (responsible IN (0, 1))
) STRICT;

CREATE UNIQUE INDEX authority_responsible ON authority (responsible) WHERE responsible = 1;

CREATE TABLE team (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL
) STRICT;

CREATE TABLE person (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('placementOfficer', 'socialWorker', 'teamManager', 'budgetHolder', 'nominatedOfficer', 'director',
    'manager', 'dutyWorker')),
  team_id INTEGER REFERENCES team (id),
  agrees_up_to INTEGER,
  telephone TEXT NOT NULL,
  email TEXT NOT NULL,
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  version INTEGER NOT NULL CHECK (version BETWEEN 1 AND 9007199254740991)
) STRICT;

-- Children

CREATE TABLE sibling_group (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  must_stay_together INTEGER NOT NULL CHECK (must_stay_together IN (0, 1)),
  reason TEXT NOT NULL
) STRICT;

CREATE TABLE child (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  number TEXT NOT NULL,
  name TEXT NOT NULL,
  known_as TEXT NOT NULL,
  born TEXT NOT NULL CHECK (born IS date(born)),
  sex TEXT NOT NULL CHECK (sex IN ('female', 'male', 'other')),
  ethnicity TEXT NOT NULL,
  legal_status TEXT NOT NULL,
  legal_status_since TEXT CHECK (legal_status_since IS date(legal_status_since)),
  looked_after_since TEXT CHECK (looked_after_since IS date(looked_after_since)),
  aim TEXT NOT NULL CHECK (aim IN ('returnHome', 'longTermFostering', 'adoption', 'familyAndFriends', 'independence', 'residential',
    'notYetSet')),
  home_postcode TEXT NOT NULL,
  home_east INTEGER,
  home_north INTEGER,
  home_authority TEXT NOT NULL,
  school TEXT NOT NULL,
  school_postcode TEXT NOT NULL,
  school_east INTEGER,
  school_north INTEGER,
  school_authority TEXT NOT NULL,
  sibling_group_id INTEGER REFERENCES sibling_group (id),
  social_worker_id INTEGER REFERENCES person (id),
  team_id INTEGER REFERENCES team (id),
  disabled INTEGER NOT NULL CHECK (disabled IN (0, 1)),
  unaccompanied_asylum_seeker INTEGER NOT NULL CHECK (unaccompanied_asylum_seeker IN (0, 1)),
  strengths TEXT NOT NULL,
  notes TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version BETWEEN 1 AND 9007199254740991)
) STRICT;

CREATE UNIQUE INDEX child_number ON child (number) WHERE number <> '';

CREATE INDEX child_sibling_group ON child (sibling_group_id);

CREATE TABLE need (
  child_id INTEGER NOT NULL REFERENCES child (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  domain TEXT NOT NULL CHECK (domain IN ('physicalHealth', 'emotionalHealth', 'behaviour', 'education', 'communication', 'identity',
    'socialRelationships', 'selfCare', 'leisure')),
  level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 5),
  essential INTEGER NOT NULL CHECK (essential IN (0, 1)),
  evidence TEXT NOT NULL,
  evidence_on TEXT CHECK (evidence_on IS date(evidence_on)),
  desired_outcome TEXT NOT NULL,
  PRIMARY KEY (child_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE risk (
  child_id INTEGER NOT NULL REFERENCES child (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('selfHarm', 'criminalExploitation', 'sexualExploitation', 'goingMissing', 'violenceToOthers',
    'sexualHarmToOthers', 'fireSetting', 'substanceUse', 'bullying', 'allegations')),
  level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 5),
  evidence TEXT NOT NULL,
  evidence_on TEXT CHECK (evidence_on IS date(evidence_on)),
  PRIMARY KEY (child_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE wish (
  child_id INTEGER NOT NULL REFERENCES child (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  words TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('feature', 'noFeature', 'keepSchool', 'nearPerson', 'withSiblings', 'wordsOnly')),
  feature TEXT NOT NULL,
  person TEXT NOT NULL,
  within_miles REAL NOT NULL,
  PRIMARY KEY (child_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE contact (
  child_id INTEGER NOT NULL REFERENCES child (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  relationship TEXT NOT NULL,
  place_postcode TEXT NOT NULL,
  place_east INTEGER,
  place_north INTEGER,
  place_authority TEXT NOT NULL,
  visits_a_month REAL NOT NULL,
  PRIMARY KEY (child_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE no_go_area (
  child_id INTEGER NOT NULL REFERENCES child (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  area TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (child_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE identity_point (
  child_id INTEGER NOT NULL REFERENCES child (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  feature TEXT NOT NULL,
  PRIMARY KEY (child_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE medical_exclusion (
  child_id INTEGER NOT NULL REFERENCES child (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  feature TEXT NOT NULL,
  PRIMARY KEY (child_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE keep_apart (
  child_id INTEGER NOT NULL REFERENCES child (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  other_id INTEGER NOT NULL REFERENCES child (id),
  PRIMARY KEY (child_id, position)
) STRICT, WITHOUT ROWID;

-- The market

CREATE TABLE provider (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  sector TEXT NOT NULL CHECK (sector IN ('inHouse', 'otherAuthority', 'private', 'voluntary', 'health', 'parents')),
  to_ask INTEGER NOT NULL CHECK (to_ask IN (0, 1)),
  asks_for TEXT CHECK (asks_for IN ('fosteringHousehold', 'childrensHome', 'secureHome', 'supportedAccommodation', 'residentialSchool',
    'familyCentre', 'withParents', 'otherArrangement')),
  framework TEXT NOT NULL,
  registration INTEGER NOT NULL CHECK (registration IN (0, 1)),
  registration_urn TEXT,
  registration_status TEXT CHECK (registration_status IN ('active', 'suspended', 'cancelled', 'resigned', 'pending', 'none')),
  registration_since TEXT CHECK (registration_since IS date(registration_since)),
  registration_suspended_from TEXT CHECK (registration_suspended_from IS date(registration_suspended_from)),
  registration_places INTEGER,
  registration_inspection INTEGER CHECK (registration_inspection IN (0, 1)),
  registration_inspection_grade TEXT CHECK (registration_inspection_grade IN ('outstanding', 'good', 'requiresImprovement', 'inadequate',
    'strong', 'inconsistent', 'seriousWeaknesses')),
  registration_inspection_on TEXT CHECK (registration_inspection_on IS date(registration_inspection_on)),
  telephone TEXT NOT NULL,
  out_of_hours_telephone TEXT NOT NULL,
  email TEXT NOT NULL,
  embargoed INTEGER NOT NULL CHECK (embargoed IN (0, 1)),
  source TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version BETWEEN 1 AND 9007199254740991)
) STRICT;

CREATE TABLE provider_area (
  provider_id INTEGER NOT NULL REFERENCES provider (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  authority TEXT NOT NULL,
  PRIMARY KEY (provider_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  provider_id INTEGER NOT NULL REFERENCES provider (id),
  name TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('fosteringHousehold', 'childrensHome', 'secureHome', 'supportedAccommodation', 'residentialSchool',
    'familyCentre', 'withParents', 'otherArrangement')),
  arrangement TEXT CHECK (arrangement IN ('careHome', 'hospital', 'familyCentre', 'schoolWithAccommodation', 'holidayScheme',
    'educationInstitution', 'unregistered')),
  connected_person INTEGER NOT NULL CHECK (connected_person IN (0, 1)),
  approved_by_responsible_authority INTEGER NOT NULL CHECK (approved_by_responsible_authority IN (0, 1)),
  temporary_approval_from TEXT CHECK (temporary_approval_from IS date(temporary_approval_from)),
  place_postcode TEXT NOT NULL,
  place_east INTEGER,
  place_north INTEGER,
  place_authority TEXT NOT NULL,
  registration INTEGER NOT NULL CHECK (registration IN (0, 1)),
  registration_urn TEXT,
  registration_status TEXT CHECK (registration_status IN ('active', 'suspended', 'cancelled', 'resigned', 'pending', 'none')),
  registration_since TEXT CHECK (registration_since IS date(registration_since)),
  registration_suspended_from TEXT CHECK (registration_suspended_from IS date(registration_suspended_from)),
  registration_places INTEGER,
  registration_inspection INTEGER CHECK (registration_inspection IN (0, 1)),
  registration_inspection_grade TEXT CHECK (registration_inspection_grade IN ('outstanding', 'good', 'requiresImprovement', 'inadequate',
    'strong', 'inconsistent', 'seriousWeaknesses')),
  registration_inspection_on TEXT CHECK (registration_inspection_on IS date(registration_inspection_on)),
  terms_limits_known INTEGER NOT NULL CHECK (terms_limits_known IN (0, 1)),
  terms_age_from INTEGER,
  terms_age_to INTEGER,
  terms_sexes TEXT NOT NULL,
  terms_children INTEGER,
  terms_short_breaks_only INTEGER NOT NULL CHECK (terms_short_breaks_only IN (0, 1)),
  terms_parent_and_child INTEGER NOT NULL CHECK (terms_parent_and_child IN (0, 1)),
  terms_solo INTEGER NOT NULL CHECK (terms_solo IN (0, 1)),
  terms_emergencies INTEGER NOT NULL CHECK (terms_emergencies IN (0, 1)),
  terms_excludes TEXT NOT NULL,
  terms_words TEXT NOT NULL,
  residents_known INTEGER NOT NULL CHECK (residents_known IN (0, 1)),
  vacancy INTEGER NOT NULL CHECK (vacancy IN (0, 1)),
  vacancy_places INTEGER,
  vacancy_free_from TEXT CHECK (vacancy_free_from IS date(vacancy_free_from)),
  vacancy_confirmed_on TEXT CHECK (vacancy_confirmed_on IS date(vacancy_confirmed_on)),
  willingness_state TEXT NOT NULL CHECK (willingness_state IN ('notKnown', 'taking', 'notTaking')),
  willingness_until TEXT CHECK (willingness_until IS date(willingness_until)),
  willingness_said TEXT NOT NULL,
  carers INTEGER,
  own_bedroom INTEGER CHECK (own_bedroom IN (0, 1)),
  sharing_assessed INTEGER CHECK (sharing_assessed IN (0, 1)),
  offers_days INTEGER,
  proof_form_b INTEGER CHECK (proof_form_b BETWEEN 0 AND 4),
  proof_form_c INTEGER CHECK (proof_form_c BETWEEN 0 AND 4),
  proof_feedback INTEGER CHECK (proof_feedback BETWEEN 0 AND 4),
  record_placements INTEGER NOT NULL,
  record_lasted INTEGER NOT NULL,
  weekly_rate INTEGER,
  telephone TEXT NOT NULL,
  source TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version BETWEEN 1 AND 9007199254740991)
) STRICT;

CREATE INDEX setting_provider ON setting (provider_id);

CREATE INDEX setting_urn ON setting (registration_urn) WHERE registration_urn <> '';

CREATE TABLE capability (
  setting_id INTEGER NOT NULL REFERENCES setting (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  domain TEXT NOT NULL CHECK (domain IN ('physicalHealth', 'emotionalHealth', 'behaviour', 'education', 'communication', 'identity',
    'socialRelationships', 'selfCare', 'leisure')),
  level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 5),
  basis TEXT NOT NULL CHECK (basis IN ('claimed', 'verified', 'evidenced')),
  source TEXT NOT NULL,
  on_day TEXT CHECK (on_day IS date(on_day)),
  PRIMARY KEY (setting_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting_feature (
  setting_id INTEGER NOT NULL REFERENCES setting (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  feature TEXT NOT NULL,
  present INTEGER NOT NULL CHECK (present IN (0, 1)),
  PRIMARY KEY (setting_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE resident (
  setting_id INTEGER NOT NULL REFERENCES setting (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  child_id INTEGER REFERENCES child (id),
  age INTEGER,
  sex TEXT CHECK (sex IN ('female', 'male', 'other')),
  fostered INTEGER NOT NULL CHECK (fostered IN (0, 1)),
  PRIMARY KEY (setting_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE limit_exemption (
  setting_id INTEGER NOT NULL REFERENCES setting (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  children TEXT NOT NULL,
  by_authority TEXT NOT NULL,
  valid_from TEXT NOT NULL CHECK (valid_from IS date(valid_from)),
  valid_to TEXT CHECK (valid_to IS date(valid_to)),
  PRIMARY KEY (setting_id, position)
) STRICT, WITHOUT ROWID;

-- Referrals

CREATE TABLE referral (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  number TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('oneChild', 'siblingGroup', 'parentAndChild', 'shortBreaks')),
  urgency TEXT NOT NULL CHECK (urgency IN ('sameDay', 'underFiveDays', 'planned')),
  stage TEXT NOT NULL CHECK (stage IN ('draft', 'qualityChecked', 'inHouseAsked', 'sectorAsked', 'offersIn', 'shortlisted', 'choiceSent',
    'decided', 'placed', 'ended', 'withdrawn')),
  needed_by TEXT NOT NULL CHECK (needed_by IS date(needed_by)),
  needed_by_minute INTEGER CHECK (needed_by_minute BETWEEN 0 AND 1439),
  needed_days INTEGER,
  entered_at TEXT NOT NULL CHECK (entered_at GLOB '????-??-??T??:??:??Z'),
  owner_id INTEGER REFERENCES person (id),
  social_worker_id INTEGER REFERENCES person (id),
  team_id INTEGER REFERENCES team (id),
  leaving_because TEXT NOT NULL,
  authorisation_owed INTEGER NOT NULL CHECK (authorisation_owed IN (0, 1)),
  authorisation_given_by TEXT NOT NULL,
  authorisation_given_on TEXT CHECK (authorisation_given_on IS date(authorisation_given_on)),
  authorisation_basis TEXT NOT NULL CHECK (authorisation_basis IN ('section20', 'careOrder', 'interimCareOrder', 'placementOrder',
    'emergencyProtectionOrder', 'policeProtection', 'pace', 'remand', 'notYetKnown')),
  authorisation_consent_given_by TEXT NOT NULL,
  authorisation_consent_withdrawn INTEGER NOT NULL CHECK (authorisation_consent_withdrawn IN (0, 1)),
  authorisation_basis_ends TEXT CHECK (authorisation_basis_ends GLOB '????-??-??T??:??:??Z'),
  together TEXT NOT NULL CHECK (together IN ('notASiblingGroup', 'mustStayTogether', 'togetherIfPossible', 'mayPart')),
  setting_types TEXT NOT NULL,
  within_miles_of_home REAL,
  within_miles_of_school REAL,
  solo_required INTEGER NOT NULL CHECK (solo_required IN (0, 1)),
  school_should_be_kept INTEGER NOT NULL CHECK (school_should_be_kept IN (0, 1)),
  connected_person_found INTEGER CHECK (connected_person_found IN (0, 1)),
  connected_person_note TEXT NOT NULL,
  in_plain_words TEXT NOT NULL,
  fewer_than_three TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version BETWEEN 1 AND 9007199254740991)
) STRICT;

CREATE UNIQUE INDEX referral_number ON referral (number) WHERE number <> '';

CREATE TABLE referral_member (
  referral_id INTEGER NOT NULL REFERENCES referral (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  child_id INTEGER NOT NULL REFERENCES child (id),
  looked_after INTEGER NOT NULL CHECK (looked_after IN (0, 1)),
  PRIMARY KEY (referral_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX referral_member_child ON referral_member (child_id);

CREATE TABLE owed_step (
  referral_id INTEGER NOT NULL REFERENCES referral (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  what TEXT NOT NULL,
  due TEXT NOT NULL CHECK (due IS date(due)),
  done_on TEXT CHECK (done_on IS date(done_on)),
  PRIMARY KEY (referral_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE waiver (
  referral_id INTEGER NOT NULL REFERENCES referral (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  gate TEXT NOT NULL,
  candidate TEXT NOT NULL,
  by_person_id INTEGER NOT NULL REFERENCES person (id),
  on_day TEXT NOT NULL CHECK (on_day IS date(on_day)),
  reason TEXT NOT NULL,
  PRIMARY KEY (referral_id, position)
) STRICT, WITHOUT ROWID;

-- Asking and answering

CREATE TABLE approach (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  referral_id INTEGER NOT NULL REFERENCES referral (id),
  provider_id INTEGER NOT NULL REFERENCES provider (id),
  setting_id INTEGER REFERENCES setting (id),
  asked_at TEXT NOT NULL CHECK (asked_at GLOB '????-??-??T??:??:??Z'),
  asked_by_id INTEGER NOT NULL REFERENCES person (id),
  answer_due TEXT CHECK (answer_due GLOB '????-??-??T??:??:??Z'),
  state TEXT NOT NULL CHECK (state IN ('asked', 'answered', 'declined', 'silent', 'withdrawn')),
  declined TEXT CHECK (declined IN ('full', 'tooFar', 'age', 'risk', 'behaviour', 'health', 'notAMatchWithOthers', 'staffing',
    'noAnswerGiven', 'other')),
  version INTEGER NOT NULL CHECK (version BETWEEN 1 AND 9007199254740991)
) STRICT;

CREATE INDEX approach_referral ON approach (referral_id);

CREATE TABLE contact_entry (
  approach_id INTEGER NOT NULL REFERENCES approach (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??Z'),
  by_person_id INTEGER NOT NULL REFERENCES person (id),
  outcome TEXT NOT NULL CHECK (outcome IN ('noAnswer', 'callBack', 'saidYes', 'saidNo', 'question', 'sent')),
  note TEXT NOT NULL,
  PRIMARY KEY (approach_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE offer (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  referral_id INTEGER NOT NULL REFERENCES referral (id),
  provider_id INTEGER NOT NULL REFERENCES provider (id),
  setting_id INTEGER NOT NULL REFERENCES setting (id),
  approach_id INTEGER REFERENCES approach (id),
  received_on TEXT NOT NULL CHECK (received_on IS date(received_on)),
  stands_until TEXT CHECK (stands_until GLOB '????-??-??T??:??:??Z'),
  available_from TEXT CHECK (available_from IS date(available_from)),
  offers_days INTEGER,
  emergency INTEGER NOT NULL CHECK (emergency IN (0, 1)),
  own_bedroom INTEGER CHECK (own_bedroom IN (0, 1)),
  sharing_assessed INTEGER CHECK (sharing_assessed IN (0, 1)),
  impact_assessed INTEGER CHECK (impact_assessed IN (0, 1)),
  conditions TEXT NOT NULL,
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  version INTEGER NOT NULL CHECK (version BETWEEN 1 AND 9007199254740991)
) STRICT;

CREATE INDEX offer_referral ON offer (referral_id);

CREATE TABLE offer_child (
  offer_id INTEGER NOT NULL REFERENCES offer (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  child_id INTEGER NOT NULL REFERENCES child (id),
  PRIMARY KEY (offer_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE need_answer (
  offer_id INTEGER NOT NULL REFERENCES offer (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  child_id INTEGER NOT NULL REFERENCES child (id),
  domain TEXT NOT NULL CHECK (domain IN ('physicalHealth', 'emotionalHealth', 'behaviour', 'education', 'communication', 'identity',
    'socialRelationships', 'selfCare', 'leisure')),
  level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 5),
  basis TEXT NOT NULL CHECK (basis IN ('claimed', 'verified', 'evidenced')),
  evidence TEXT NOT NULL,
  PRIMARY KEY (offer_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE offer_feature (
  offer_id INTEGER NOT NULL REFERENCES offer (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  feature TEXT NOT NULL,
  present INTEGER NOT NULL CHECK (present IN (0, 1)),
  PRIMARY KEY (offer_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE minutes_to_school (
  offer_id INTEGER NOT NULL REFERENCES offer (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  child_id INTEGER NOT NULL REFERENCES child (id),
  minutes INTEGER NOT NULL,
  PRIMARY KEY (offer_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE keeps_school (
  offer_id INTEGER NOT NULL REFERENCES offer (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  child_id INTEGER NOT NULL REFERENCES child (id),
  keeps INTEGER NOT NULL CHECK (keeps IN (0, 1)),
  PRIMARY KEY (offer_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE quote_line (
  offer_id INTEGER NOT NULL REFERENCES offer (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  item TEXT NOT NULL CHECK (item IN ('coreFee', 'additionalSupport', 'education', 'other', 'wrapAround', 'transport', 'retainer',
    'introductions', 'oneOff', 'healthContribution', 'educationContribution')),
  charge TEXT NOT NULL CHECK (charge IN ('weekly', 'once', 'inTheFee', 'none', 'notKnown')),
  amount_low INTEGER NOT NULL,
  amount_high INTEGER,
  from_day INTEGER NOT NULL,
  days INTEGER,
  words TEXT NOT NULL,
  PRIMARY KEY (offer_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE option (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  referral_id INTEGER NOT NULL REFERENCES referral (id),
  label TEXT NOT NULL
) STRICT;

CREATE INDEX option_referral ON option (referral_id);

CREATE TABLE option_offer (
  option_id INTEGER NOT NULL REFERENCES option (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  offer_id INTEGER NOT NULL REFERENCES offer (id),
  PRIMARY KEY (option_id, position)
) STRICT, WITHOUT ROWID;

-- Deciding

CREATE TABLE choice (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  referral_id INTEGER NOT NULL REFERENCES referral (id),
  sent_by_id INTEGER NOT NULL REFERENCES person (id),
  sent_to_id INTEGER NOT NULL REFERENCES person (id),
  sent_at TEXT NOT NULL CHECK (sent_at GLOB '????-??-??T??:??:??Z'),
  decide_by TEXT NOT NULL CHECK (decide_by IS date(decide_by)),
  fewer_than_three TEXT NOT NULL
) STRICT;

CREATE INDEX choice_referral ON choice (referral_id);

CREATE TABLE choice_option (
  choice_id INTEGER NOT NULL REFERENCES choice (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  option_id INTEGER NOT NULL REFERENCES option (id),
  PRIMARY KEY (choice_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX choice_option_option ON choice_option (option_id);

CREATE TABLE choice_reason (
  choice_id INTEGER NOT NULL REFERENCES choice (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (choice_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  referral_id INTEGER NOT NULL REFERENCES referral (id),
  choice_id INTEGER NOT NULL REFERENCES choice (id),
  chosen_option_id INTEGER REFERENCES option (id),
  decided_by_id INTEGER NOT NULL REFERENCES person (id),
  agreed_by_id INTEGER REFERENCES person (id),
  budget_agreed_by_id INTEGER REFERENCES person (id),
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??Z'),
  by_telephone INTEGER NOT NULL CHECK (by_telephone IN (0, 1)),
  confirmed_at TEXT CHECK (confirmed_at GLOB '????-??-??T??:??:??Z'),
  childs_view_heard INTEGER NOT NULL CHECK (childs_view_heard IN (0, 1)),
  childs_view TEXT NOT NULL,
  frozen TEXT NOT NULL,
  amends_reason TEXT NOT NULL
) STRICT;

CREATE INDEX decision_referral ON decision (referral_id);

CREATE TABLE decision_reason (
  decision_id INTEGER NOT NULL REFERENCES decision (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  option_id INTEGER NOT NULL REFERENCES option (id),
  code TEXT CHECK (code IN ('furtherAway', 'needsLessWellMet', 'siblingsParted', 'schoolLost', 'childsWish', 'cost', 'otherChildrenThere',
    'startsTooLate', 'otherReason')),
  words TEXT NOT NULL,
  PRIMARY KEY (decision_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE approval (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  referral_id INTEGER NOT NULL REFERENCES referral (id),
  option_id INTEGER REFERENCES option (id),
  rule INTEGER NOT NULL,
  by_person_id INTEGER NOT NULL REFERENCES person (id),
  on_day TEXT NOT NULL CHECK (on_day IS date(on_day)),
  reference TEXT NOT NULL
) STRICT;

CREATE INDEX approval_referral ON approval (referral_id);

-- Living there. A row is true of the world for its valid days and was known to the case file from recorded_at until superseded_at; the
-- key table holds what stays the same over corrections. Rows are only ever added; superseded_at is set once.

CREATE TABLE placement_key (
  id INTEGER PRIMARY KEY AUTOINCREMENT
) STRICT;

CREATE TABLE placement (
  id INTEGER NOT NULL REFERENCES placement_key (id),
  row INTEGER NOT NULL,
  child_id INTEGER NOT NULL REFERENCES child (id),
  setting_id INTEGER NOT NULL REFERENCES setting (id),
  provider_id INTEGER NOT NULL REFERENCES provider (id),
  referral_id INTEGER REFERENCES referral (id),
  decision_id INTEGER REFERENCES decision (id),
  team_id INTEGER REFERENCES team (id),
  stay_from TEXT NOT NULL CHECK (stay_from IS date(stay_from)),
  stay_to TEXT CHECK (stay_to IS date(stay_to)),
  planned_end TEXT CHECK (planned_end IS date(planned_end)),
  place_code TEXT NOT NULL,
  provider_code TEXT NOT NULL,
  end_reason TEXT NOT NULL,
  ended_unplanned INTEGER NOT NULL CHECK (ended_unplanned IN (0, 1)),
  emergency_beyond_approval INTEGER NOT NULL CHECK (emergency_beyond_approval IN (0, 1)),
  recorded_at TEXT NOT NULL CHECK (recorded_at GLOB '????-??-??T??:??:??Z'),
  superseded_at TEXT CHECK (superseded_at GLOB '????-??-??T??:??:??Z'),
  PRIMARY KEY (id, row)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX placement_current ON placement (id) WHERE superseded_at IS NULL;

CREATE INDEX placement_child ON placement (child_id);

CREATE TABLE contract_term_key (
  id INTEGER PRIMARY KEY AUTOINCREMENT
) STRICT;

CREATE TABLE contract_term (
  id INTEGER NOT NULL REFERENCES contract_term_key (id),
  row INTEGER NOT NULL,
  placement_id INTEGER NOT NULL REFERENCES placement_key (id),
  item TEXT NOT NULL CHECK (item IN ('coreFee', 'additionalSupport', 'education', 'other', 'wrapAround', 'transport', 'retainer',
    'introductions', 'oneOff', 'healthContribution', 'educationContribution')),
  once INTEGER NOT NULL CHECK (once IN (0, 1)),
  amount INTEGER NOT NULL,
  valid_from TEXT NOT NULL CHECK (valid_from IS date(valid_from)),
  valid_to TEXT CHECK (valid_to IS date(valid_to)),
  clause TEXT NOT NULL,
  recorded_at TEXT NOT NULL CHECK (recorded_at GLOB '????-??-??T??:??:??Z'),
  superseded_at TEXT CHECK (superseded_at GLOB '????-??-??T??:??:??Z'),
  PRIMARY KEY (id, row)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX contract_term_current ON contract_term (id) WHERE superseded_at IS NULL;

CREATE INDEX contract_term_placement ON contract_term (placement_id);

CREATE TABLE funding_share_key (
  id INTEGER PRIMARY KEY AUTOINCREMENT
) STRICT;

CREATE TABLE funding_share (
  id INTEGER NOT NULL REFERENCES funding_share_key (id),
  row INTEGER NOT NULL,
  placement_id INTEGER NOT NULL REFERENCES placement_key (id),
  funder TEXT NOT NULL CHECK (funder IN ('socialCare', 'health', 'education', 'otherAuthority')),
  basis_points INTEGER NOT NULL CHECK (basis_points BETWEEN 0 AND 10000),
  valid_from TEXT NOT NULL CHECK (valid_from IS date(valid_from)),
  valid_to TEXT CHECK (valid_to IS date(valid_to)),
  recorded_at TEXT NOT NULL CHECK (recorded_at GLOB '????-??-??T??:??:??Z'),
  superseded_at TEXT CHECK (superseded_at GLOB '????-??-??T??:??:??Z'),
  PRIMARY KEY (id, row)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX funding_share_current ON funding_share (id) WHERE superseded_at IS NULL;

CREATE INDEX funding_share_placement ON funding_share (placement_id);

CREATE TABLE breach (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rule INTEGER NOT NULL,
  placement_id INTEGER REFERENCES placement_key (id),
  referral_id INTEGER REFERENCES referral (id),
  authorised_by_id INTEGER REFERENCES person (id),
  order_number TEXT NOT NULL,
  told TEXT NOT NULL,
  from_day TEXT NOT NULL CHECK (from_day IS date(from_day)),
  review_on TEXT CHECK (review_on IS date(review_on)),
  ended_on TEXT CHECK (ended_on IS date(ended_on)),
  words TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version BETWEEN 1 AND 9007199254740991)
) STRICT;

-- Around the work

CREATE TABLE done_mark (
  key TEXT PRIMARY KEY,
  on_day TEXT NOT NULL CHECK (on_day IS date(on_day)),
  by_person_id INTEGER REFERENCES person (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE policy (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 2147483647),
  json TEXT NOT NULL,
  saved_by_id INTEGER REFERENCES person (id),
  saved_at TEXT NOT NULL CHECK (saved_at GLOB '????-??-??T??:??:??Z'),
  UNIQUE (name, number)
) STRICT;

CREATE TABLE policy_in_use (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  policy_id INTEGER NOT NULL REFERENCES policy (id)
) STRICT;

CREATE TABLE import_batch (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  source TEXT NOT NULL,
  rows_read INTEGER NOT NULL,
  added INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  unchanged INTEGER NOT NULL,
  rejected INTEGER NOT NULL,
  by_person_id INTEGER REFERENCES person (id),
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??Z')
) STRICT;

CREATE TABLE bin (
  entity TEXT NOT NULL CHECK (entity IN ('authority', 'team', 'person', 'siblingGroup', 'child', 'provider', 'setting', 'referral',
    'approach', 'offer', 'option', 'choice', 'decision', 'approval', 'placement', 'contractTerm', 'fundingShare', 'breach', 'doneMark',
    'policy', 'postcodes', 'areas', 'importBatch', 'property')),
  id INTEGER NOT NULL,
  by_person_id INTEGER REFERENCES person (id),
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??Z'),
  reason TEXT NOT NULL,
  PRIMARY KEY (entity, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE property (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Geography

CREATE TABLE postcode (
  postcode TEXT PRIMARY KEY,
  east INTEGER,
  north INTEGER,
  authority TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE authority_area (
  code TEXT PRIMARY KEY,
  name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE area_cell (
  code TEXT NOT NULL REFERENCES authority_area (code) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  east INTEGER NOT NULL,
  north INTEGER NOT NULL,
  PRIMARY KEY (code, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE adjoining (
  a TEXT NOT NULL,
  b TEXT NOT NULL,
  PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;

-- Finding things by the beginnings of words

CREATE TABLE search_entry (
  entity TEXT NOT NULL CHECK (entity IN ('authority', 'team', 'person', 'siblingGroup', 'child', 'provider', 'setting', 'referral',
    'approach', 'offer', 'option', 'choice', 'decision', 'approval', 'placement', 'contractTerm', 'fundingShare', 'breach', 'doneMark',
    'policy', 'postcodes', 'areas', 'importBatch', 'property')),
  id INTEGER NOT NULL,
  title TEXT NOT NULL,
  detail TEXT NOT NULL,
  PRIMARY KEY (entity, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE search_word (
  word TEXT NOT NULL,
  entity TEXT NOT NULL,
  id INTEGER NOT NULL,
  PRIMARY KEY (word, entity, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX search_word_entry ON search_word (entity, id);

-- Who did what. Entries are chained; payloads may be emptied.

CREATE TABLE history (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??Z'),
  who_id INTEGER REFERENCES person (id),
  entity TEXT NOT NULL CHECK (entity IN ('authority', 'team', 'person', 'siblingGroup', 'child', 'provider', 'setting', 'referral',
    'approach', 'offer', 'option', 'choice', 'decision', 'approval', 'placement', 'contractTerm', 'fundingShare', 'breach', 'doneMark',
    'policy', 'postcodes', 'areas', 'importBatch', 'property')),
  entity_id INTEGER NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('added', 'changed', 'removed', 'corrected', 'binned', 'unbinned', 'replaced', 'purged')),
  digest BLOB NOT NULL,
  hash BLOB NOT NULL
) STRICT;

CREATE INDEX history_entity ON history (entity, entity_id);

CREATE TABLE history_payload (
  number INTEGER PRIMARY KEY REFERENCES history (number),
  salt BLOB NOT NULL,
  payload TEXT NOT NULL
) STRICT;

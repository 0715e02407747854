-- Vänbok's register, schema 3: visits, cost-sharing agreements, budget, deadlines, school fund. Written as 0002.sql is.

PRAGMA user_version = 3;
UPDATE meta SET min_reader_version = 3;

-- Visits and cost-sharing agreements

-- A cost-sharing agreement (överenskommelse om kostnadsfördelning) with one place (P12).
CREATE TABLE agreement (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- The place.
  place_id INTEGER NOT NULL REFERENCES place (id) ON DELETE RESTRICT,
  -- What has been done with it; how it stands on a day is told by its days.
  state TEXT NOT NULL CHECK (state IN ('draft', 'signed', 'dormant', 'paused', 'terminated')),
  -- Legal name of the other party.
  counterpart TEXT NOT NULL CHECK (length(counterpart) <= 200),
  -- Who signs for the municipality, with title.
  our_signatory TEXT NOT NULL CHECK (length(our_signatory) <= 200),
  -- Who signs for the other party, with title.
  their_signatory TEXT NOT NULL CHECK (length(their_signatory) <= 200),
  -- The day the last party signed.
  signed_on TEXT CHECK (signed_on IS date(signed_on, '+0 days') AND signed_on >= '0001'),
  -- First day; obligatory once signed.
  valid_from TEXT CHECK (valid_from IS date(valid_from, '+0 days') AND valid_from >= '0001'),
  -- Last day by its own words; NULL for no end.
  valid_to TEXT CHECK (valid_to IS date(valid_to, '+0 days') AND valid_to >= '0001'),
  -- Months of notice; NULL when it says nothing of notice (U3).
  notice_months INTEGER CHECK (notice_months BETWEEN 0 AND 120),
  -- The day it is to be looked over.
  review_on TEXT CHECK (review_on IS date(review_on, '+0 days') AND review_on >= '0001'),
  -- The day it became dormant or paused.
  rests_from TEXT CHECK (rests_from IS date(rests_from, '+0 days') AND rests_from >= '0001'),
  -- The day notice was given.
  terminated_on TEXT CHECK (terminated_on IS date(terminated_on, '+0 days') AND terminated_on >= '0001'),
  -- The last day after notice, or by what both agreed on.
  ends_on TEXT CHECK (ends_on IS date(ends_on, '+0 days') AND ends_on >= '0001'),
  -- Why it was ended, dormant or paused.
  end_reason TEXT NOT NULL CHECK (length(end_reason) <= 20000),
  -- Agreed place of arrival in the host's country.
  arrival_place TEXT NOT NULL CHECK (length(arrival_place) <= 200),
  -- The language that prevails when the texts differ.
  prevailing TEXT NOT NULL CHECK (prevailing IN ('sv', 'en')),
  -- Where the signed paper lies.
  original_at TEXT NOT NULL CHECK (length(original_at) <= 200),
  -- The scan of the signed text.
  document_id INTEGER REFERENCES document (id) ON DELETE RESTRICT,
  -- The version that this one replaces from its first day.
  replaces_id INTEGER REFERENCES agreement (id) ON DELETE RESTRICT,
  -- What the cooperation is about.
  areas TEXT NOT NULL CHECK (length(areas) <= 20000),
  -- Free text.
  note TEXT NOT NULL CHECK (length(note) <= 20000),
  CHECK (state = 'draft' OR (signed_on IS NOT NULL AND valid_from IS NOT NULL)),
  CHECK (valid_to IS NULL OR valid_from IS NULL OR valid_to >= valid_from),
  CHECK (state <> 'terminated' OR ends_on IS NOT NULL),
  CHECK ((state IN ('dormant', 'paused')) = (rests_from IS NOT NULL)),
  CHECK (replaces_id IS NULL OR replaces_id <> id)
) STRICT;
CREATE TRIGGER agreement_kept BEFORE DELETE ON agreement
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER agreement_counted BEFORE UPDATE ON agreement WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;

-- Who pays one kind of cost; fixed once the agreement is signed.
CREATE TABLE agreement_line (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- The agreement.
  agreement_id INTEGER NOT NULL REFERENCES agreement (id) ON DELETE RESTRICT,
  -- The kind of cost; once in an agreement.
  cost_type TEXT NOT NULL CHECK (cost_type IN ('travel', 'local_transport', 'lodging', 'food', 'programme', 'interpreting', 'insurance', 'visa', 'gifts', 'daily_allowance', 'companions', 'youth_lodging')),
  -- Who pays it.
  payer TEXT NOT NULL CHECK (payer IN ('guest', 'host', 'shared', 'own', 'other')),
  -- The guest's per cent of a shared cost.
  guest_share INTEGER NOT NULL CHECK (guest_share BETWEEN 0 AND 100),
  -- The most, in öre for each unit; NULL for no ceiling.
  ceiling_ore INTEGER CHECK (ceiling_ore BETWEEN 1 AND 99999999900),
  -- What the ceiling is counted for.
  ceiling_unit TEXT NOT NULL CHECK (ceiling_unit IN ('', 'night', 'day', 'person', 'item', 'visit')),
  -- Free text.
  note TEXT NOT NULL CHECK (length(note) <= 200),
  CHECK ((ceiling_ore IS NULL) = (ceiling_unit = ''))
) STRICT;
CREATE TRIGGER agreement_line_kept BEFORE DELETE ON agreement_line
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER agreement_line_counted BEFORE UPDATE ON agreement_line WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;

-- A visit from idea to settlement, or a digital contact (P10–P14).
CREATE TABLE visit (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- "B 2026-02", running in a year; digital contacts "D 2026-11".
  number TEXT NOT NULL CHECK (length(number) BETWEEN 1 AND 200),
  -- Incoming, outgoing or digital.
  form TEXT NOT NULL CHECK (form IN ('incoming', 'outgoing', 'digital')),
  -- The guideline version in force when it was registered.
  guideline_id INTEGER NOT NULL REFERENCES guideline_version (id) ON DELETE RESTRICT,
  -- The day the stage began.
  stage_since TEXT NOT NULL CHECK (stage_since IS date(stage_since, '+0 days') AND stage_since >= '0001'),
  -- Where it stands.
  stage TEXT NOT NULL CHECK (stage IN ('idea', 'approved', 'planned', 'carried_out', 'reported', 'closed', 'cancelled')),
  -- The place; NULL for a town that is not registered.
  place_id INTEGER REFERENCES place (id) ON DELETE RESTRICT,
  -- The other party when the place is not registered.
  elsewhere TEXT NOT NULL CHECK (length(elsewhere) <= 200),
  -- What it is for (P11).
  purpose TEXT NOT NULL CHECK (length(purpose) <= 20000),
  -- Keys of the guideline's goals, as JSON.
  areas TEXT NOT NULL CHECK (areas GLOB '[[]*]'),
  -- Numbers of Agenda 2030 goals, as JSON.
  agenda_goals TEXT NOT NULL CHECK (agenda_goals GLOB '[[]*]'),
  -- Why a digital meeting is not enough (P10).
  why_not_digital TEXT NOT NULL CHECK (length(why_not_digital) <= 20000),
  -- First day; a trip is counted by it (P13).
  starts_on TEXT CHECK (starts_on IS date(starts_on, '+0 days') AND starts_on >= '0001'),
  -- Last day.
  ends_on TEXT CHECK (ends_on IS date(ends_on, '+0 days') AND ends_on >= '0001'),
  -- The board that bears the costs (P14).
  bearer TEXT NOT NULL CHECK (length(bearer) <= 200),
  -- Where our money comes from.
  funding TEXT NOT NULL CHECK (funding IN ('own', 'project', 'other')),
  -- Name of the project that pays.
  project TEXT NOT NULL CHECK (length(project) <= 200),
  -- The day the purpose was approved.
  approved_on TEXT CHECK (approved_on IS date(approved_on, '+0 days') AND approved_on >= '0001'),
  -- The officer who approved it.
  approved_by TEXT NOT NULL CHECK (length(approved_by) <= 200),
  -- Written reason for going on where a rule stops and leaves room.
  approval_reason TEXT NOT NULL CHECK (length(approval_reason) <= 20000),
  -- The agreement in force on its first day; frozen when it is carried out.
  agreement_id INTEGER REFERENCES agreement (id) ON DELETE RESTRICT,
  -- Kilometres to the place when it was carried out.
  distance_km INTEGER CHECK (distance_km BETWEEN 0 AND 25000),
  -- The report day that the months give.
  report_counted_on TEXT CHECK (report_counted_on IS date(report_counted_on, '+0 days') AND report_counted_on >= '0001'),
  -- The report day that counts.
  report_due_on TEXT CHECK (report_due_on IS date(report_due_on, '+0 days') AND report_due_on >= '0001'),
  -- The day the report came in.
  reported_on TEXT CHECK (reported_on IS date(reported_on, '+0 days') AND reported_on >= '0001'),
  -- What it gave.
  outcome TEXT NOT NULL CHECK (length(outcome) <= 20000),
  -- What to do otherwise.
  lessons TEXT NOT NULL CHECK (length(lessons) <= 20000),
  -- The day the costs were settled; they are fixed since then.
  settled_on TEXT CHECK (settled_on IS date(settled_on, '+0 days') AND settled_on >= '0001'),
  -- Why the settlement deviates from the agreement.
  deviation TEXT NOT NULL CHECK (length(deviation) <= 20000),
  -- The day it was closed.
  closed_on TEXT CHECK (closed_on IS date(closed_on, '+0 days') AND closed_on >= '0001'),
  -- The day it was cancelled.
  cancelled_on TEXT CHECK (cancelled_on IS date(cancelled_on, '+0 days') AND cancelled_on >= '0001'),
  -- Why.
  cancel_reason TEXT NOT NULL CHECK (length(cancel_reason) <= 20000),
  -- Free text.
  note TEXT NOT NULL CHECK (length(note) <= 20000),
  CHECK (place_id IS NOT NULL OR elsewhere <> ''),
  CHECK ((starts_on IS NULL) = (ends_on IS NULL) AND coalesce(ends_on >= starts_on, 1)),
  CHECK ((stage = 'cancelled') = (cancelled_on IS NOT NULL) AND (cancelled_on IS NULL OR cancel_reason <> '')),
  CHECK (stage NOT IN ('carried_out', 'reported') OR (starts_on IS NOT NULL AND approved_on IS NOT NULL)),
  CHECK ((stage = 'closed') = (closed_on IS NOT NULL)),
  CHECK (stage <> 'reported' OR reported_on IS NOT NULL),
  CHECK (agreement_id IS NULL OR place_id IS NOT NULL)
) STRICT;
CREATE TRIGGER visit_kept BEFORE DELETE ON visit
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER visit_counted BEFORE UPDATE ON visit WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;

-- One or more who take part: number and age group; a name only for an adult in service.
CREATE TABLE visit_people (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- The visit.
  visit_id INTEGER NOT NULL REFERENCES visit (id) ON DELETE RESTRICT,
  -- Guest or host.
  side TEXT NOT NULL CHECK (side IN ('guest', 'host')),
  -- Why they take part.
  role TEXT NOT NULL CHECK (role IN ('project_leader', 'substitute', 'official', 'elected', 'youth', 'companion', 'interpreter')),
  -- Name of one adult in service; empty for everybody else.
  name TEXT NOT NULL CHECK (length(name) <= 200),
  -- How many are younger than 13.
  under_13 INTEGER NOT NULL CHECK (under_13 BETWEEN 0 AND 9999),
  -- How many are 13 to 17.
  aged_13_17 INTEGER NOT NULL CHECK (aged_13_17 BETWEEN 0 AND 9999),
  -- How many are 18 to 25.
  aged_18_25 INTEGER NOT NULL CHECK (aged_18_25 BETWEEN 0 AND 9999),
  -- How many are 26 or older.
  aged_26 INTEGER NOT NULL CHECK (aged_26 BETWEEN 0 AND 9999),
  CHECK (name = '' OR (role NOT IN ('youth', 'companion') AND under_13 + aged_13_17 = 0 AND aged_18_25 + aged_26 = 1)),
  CHECK (under_13 + aged_13_17 + aged_18_25 + aged_26 > 0)
) STRICT;
CREATE TRIGGER visit_people_kept BEFORE DELETE ON visit_people
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER visit_people_counted BEFORE UPDATE ON visit_people WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;

-- One cost of a visit: planned, and then real, in the currency it was paid.
CREATE TABLE visit_cost (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- The visit.
  visit_id INTEGER NOT NULL REFERENCES visit (id) ON DELETE RESTRICT,
  -- The kind of cost.
  cost_type TEXT NOT NULL CHECK (cost_type IN ('travel', 'local_transport', 'lodging', 'food', 'programme', 'interpreting', 'insurance', 'visa', 'gifts', 'daily_allowance', 'companions', 'youth_lodging')),
  -- How it is counted.
  detail TEXT NOT NULL CHECK (length(detail) <= 200),
  -- Planned, in öre.
  planned_ore INTEGER CHECK (planned_ore BETWEEN 0 AND 99999999900),
  -- Paid, in the smallest unit of the currency; NULL until it is known.
  amount INTEGER CHECK (amount BETWEEN 0 AND 99999999900),
  -- Three letters.
  currency TEXT NOT NULL CHECK (length(currency) = 3 AND currency NOT GLOB '*[^A-Z]*'),
  -- Kronor for one unit of the currency, with a point; empty for SEK.
  rate TEXT NOT NULL CHECK (length(rate) <= 20 AND rate NOT GLOB '*[^0-9.]*'),
  -- The day the rate is of.
  rate_on TEXT CHECK (rate_on IS date(rate_on, '+0 days') AND rate_on >= '0001'),
  -- Paid, in öre.
  sek_ore INTEGER CHECK (sek_ore BETWEEN 0 AND 99999999900),
  -- Who paid; NULL until it is known.
  paid_by TEXT CHECK (paid_by IN ('guest', 'host', 'other')),
  -- Who should pay when it deviates from the agreement.
  payer TEXT CHECK (payer IN ('guest', 'host', 'other')),
  -- Units for the ceiling; NULL counts them.
  quantity INTEGER CHECK (quantity BETWEEN 1 AND 999999),
  -- The board that bears our part (P14).
  bearer TEXT NOT NULL CHECK (length(bearer) <= 200),
  -- Where the money comes from.
  source TEXT NOT NULL CHECK (source IN ('own', 'project', 'other')),
  -- 1 for a cost of a cancelled visit that could not be got back.
  unrecovered INTEGER NOT NULL CHECK (unrecovered IN (0, 1)),
  -- Free text.
  note TEXT NOT NULL CHECK (length(note) <= 200),
  CHECK ((amount IS NULL) = (sek_ore IS NULL)),
  CHECK (currency <> 'SEK' OR (rate = '' AND amount IS sek_ore)),
  CHECK (currency = 'SEK' OR amount IS NULL OR (rate <> '' AND rate_on IS NOT NULL))
) STRICT;
CREATE TRIGGER visit_cost_kept BEFORE DELETE ON visit_cost
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER visit_cost_counted BEFORE UPDATE ON visit_cost WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;

-- One line of a visit's programme.
CREATE TABLE visit_day (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- The visit.
  visit_id INTEGER NOT NULL REFERENCES visit (id) ON DELETE RESTRICT,
  -- The day.
  day TEXT NOT NULL CHECK (day IS date(day, '+0 days') AND day >= '0001'),
  -- What happens.
  text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 500)
) STRICT;
CREATE TRIGGER visit_day_kept BEFORE DELETE ON visit_day
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER visit_day_counted BEFORE UPDATE ON visit_day WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;

-- A later report day for a visit, with its reason.
CREATE TABLE visit_extension (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- The visit.
  visit_id INTEGER NOT NULL REFERENCES visit (id) ON DELETE RESTRICT,
  -- The day that counted before.
  old_on TEXT NOT NULL CHECK (old_on IS date(old_on, '+0 days') AND old_on >= '0001'),
  -- The new day.
  new_on TEXT NOT NULL CHECK (new_on IS date(new_on, '+0 days')),
  -- Why.
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  -- When it was given.
  day TEXT NOT NULL CHECK (day IS date(day, '+0 days') AND day >= '0001'),
  CHECK (new_on > old_on)
) STRICT;
CREATE TRIGGER visit_extension_kept BEFORE DELETE ON visit_extension
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER visit_extension_counted BEFORE UPDATE ON visit_extension WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;

CREATE UNIQUE INDEX visit_number ON visit (number) WHERE deleted IS NULL;
CREATE UNIQUE INDEX agreement_line_once ON agreement_line (agreement_id, cost_type) WHERE deleted IS NULL;
CREATE INDEX agreement_place ON agreement (place_id);
CREATE INDEX visit_place ON visit (place_id);
CREATE INDEX visit_people_visit ON visit_people (visit_id);
CREATE INDEX visit_cost_visit ON visit_cost (visit_id);
CREATE INDEX visit_day_visit ON visit_day (visit_id);
CREATE INDEX visit_extension_visit ON visit_extension (visit_id);

-- What was signed stays as it was signed; the signing itself can be taken back while nothing rests on it.
CREATE TRIGGER agreement_signed BEFORE UPDATE ON agreement WHEN OLD.state <> 'draft' AND NEW.state <> 'draft'
  AND (NEW.place_id IS NOT OLD.place_id
    OR NEW.counterpart IS NOT OLD.counterpart
    OR NEW.our_signatory IS NOT OLD.our_signatory
    OR NEW.their_signatory IS NOT OLD.their_signatory
    OR NEW.signed_on IS NOT OLD.signed_on
    OR NEW.valid_from IS NOT OLD.valid_from
    OR NEW.valid_to IS NOT OLD.valid_to
    OR NEW.notice_months IS NOT OLD.notice_months
    OR NEW.arrival_place IS NOT OLD.arrival_place
    OR NEW.prevailing IS NOT OLD.prevailing
    OR NEW.areas IS NOT OLD.areas
    OR NEW.replaces_id IS NOT OLD.replaces_id)
BEGIN SELECT RAISE(ABORT, 'överenskommelsen är undertecknad – gör en ny version'); END;
CREATE TRIGGER agreement_used BEFORE UPDATE ON agreement WHEN NEW.state = 'draft' OR NEW.deleted IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'ett genomfört besök följer överenskommelsen') WHERE EXISTS
  (SELECT 1 FROM visit AS v WHERE v.agreement_id = OLD.id AND v.deleted IS NULL); END;
CREATE TRIGGER agreement_line_signed BEFORE UPDATE ON agreement_line
WHEN EXISTS (SELECT 1 FROM agreement AS a WHERE a.id = OLD.agreement_id AND a.state <> 'draft')
BEGIN SELECT RAISE(ABORT, 'överenskommelsen är undertecknad – gör en ny version'); END;
CREATE TRIGGER agreement_line_added BEFORE INSERT ON agreement_line
WHEN EXISTS (SELECT 1 FROM agreement AS a WHERE a.id = NEW.agreement_id AND a.state <> 'draft')
BEGIN SELECT RAISE(ABORT, 'överenskommelsen är undertecknad – gör en ny version'); END;

-- The agreement that a visit was split by is signed and of the visit's own place.
CREATE TRIGGER visit_agreement_new BEFORE INSERT ON visit WHEN NEW.agreement_id IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'överenskommelsen är inte ortens undertecknade') WHERE NOT EXISTS
  (SELECT 1 FROM agreement AS a WHERE a.id = NEW.agreement_id AND a.place_id = NEW.place_id
    AND a.state <> 'draft' AND a.deleted IS NULL); END;
CREATE TRIGGER visit_agreement BEFORE UPDATE ON visit
WHEN NEW.agreement_id IS NOT NULL AND NEW.deleted IS NULL
BEGIN SELECT RAISE(ABORT, 'överenskommelsen är inte ortens undertecknade') WHERE NOT EXISTS
  (SELECT 1 FROM agreement AS a WHERE a.id = NEW.agreement_id AND a.place_id = NEW.place_id
    AND a.state <> 'draft' AND a.deleted IS NULL); END;

-- The costs of a settled visit are fixed; opening the settlement is an act of its own.
CREATE TRIGGER visit_settled BEFORE UPDATE ON visit
WHEN OLD.settled_on IS NOT NULL AND NEW.settled_on IS NOT NULL
  AND (NEW.agreement_id IS NOT OLD.agreement_id OR NEW.settled_on IS NOT OLD.settled_on
    OR NEW.deviation IS NOT OLD.deviation OR NEW.form IS NOT OLD.form
    OR NEW.place_id IS NOT OLD.place_id)
BEGIN SELECT RAISE(ABORT, 'besöket är reglerat – öppna regleringen först'); END;
CREATE TRIGGER visit_cost_settled BEFORE UPDATE ON visit_cost
WHEN EXISTS (SELECT 1 FROM visit AS v WHERE v.id = OLD.visit_id AND v.settled_on IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'besöket är reglerat – öppna regleringen först'); END;
CREATE TRIGGER visit_cost_added BEFORE INSERT ON visit_cost
WHEN EXISTS (SELECT 1 FROM visit AS v WHERE v.id = NEW.visit_id AND v.settled_on IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'besöket är reglerat – öppna regleringen först'); END;

-- Budget and deadlines

-- What a cost of our own is for; a movement keeps "other".
ALTER TABLE budget_entry ADD COLUMN purpose TEXT NOT NULL DEFAULT 'other' CHECK (purpose IN ('grants', 'trips', 'hosting', 'memberships', 'other'));

-- Part of the frame that is set aside for a purpose (P3).
CREATE TABLE allocation (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- The period whose frame it is part of.
  period_id INTEGER NOT NULL REFERENCES budget_period (id) ON DELETE RESTRICT,
  -- The year it is for; empty for the whole period.
  year INTEGER CHECK (year BETWEEN 1900 AND 9999),
  -- Grants, trips, hosting, memberships or other.
  purpose TEXT NOT NULL CHECK (purpose IN ('grants', 'trips', 'hosting', 'memberships', 'other')),
  -- Set aside, kronor.
  amount_ore INTEGER NOT NULL CHECK (amount_ore BETWEEN 0 AND 99999999900 AND amount_ore % 100 = 0)
) STRICT;

-- A named distribution of the money among pending cases, tried and not decided.
CREATE TABLE what_if (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- What it is called.
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  -- Grant year of its cases.
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 9999),
  -- The day it became the proposals.
  adopted_on TEXT CHECK (adopted_on IS date(adopted_on, '+0 days') AND adopted_on >= '0001'),
  -- Free text.
  note TEXT NOT NULL CHECK (length(note) <= 20000)
) STRICT;

-- The sum of one case in a distribution.
CREATE TABLE what_if_row (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- The distribution.
  what_if_id INTEGER NOT NULL REFERENCES what_if (id) ON DELETE RESTRICT,
  -- The case.
  case_id INTEGER NOT NULL REFERENCES grant_case (id) ON DELETE RESTRICT,
  -- The sum tried, kronor.
  amount_ore INTEGER NOT NULL CHECK (amount_ore BETWEEN 0 AND 99999999900 AND amount_ore % 100 = 0)
) STRICT;

-- Something to remember on a day, written by hand.
CREATE TABLE note (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- The day.
  day TEXT NOT NULL CHECK (day IS date(day, '+0 days') AND day >= '0001'),
  -- What to remember.
  text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 200),
  -- What it is about, "case:3"; empty for nothing.
  subject TEXT NOT NULL CHECK (length(subject) <= 200),
  -- The day it was done.
  done_on TEXT CHECK (done_on IS date(done_on, '+0 days') AND done_on >= '0001')
) STRICT;

-- How long before its day a kind of deadline is called for, where it is not as the program has it.
CREATE TABLE lead_time (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- Kind of deadline, "report".
  kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 60 AND kind NOT GLOB '*[^a-z_]*'),
  -- Days before its day.
  days INTEGER NOT NULL CHECK (days BETWEEN 0 AND 999)
) STRICT;

CREATE UNIQUE INDEX allocation_purpose ON allocation (period_id, purpose, coalesce(year, 0)) WHERE deleted IS NULL;
CREATE UNIQUE INDEX what_if_name ON what_if (year, name) WHERE deleted IS NULL;
CREATE UNIQUE INDEX what_if_row_case ON what_if_row (what_if_id, case_id) WHERE deleted IS NULL;
CREATE INDEX what_if_row_of ON what_if_row (case_id);
CREATE INDEX note_day ON note (day) WHERE done_on IS NULL AND deleted IS NULL;
CREATE UNIQUE INDEX lead_time_kind ON lead_time (kind) WHERE deleted IS NULL;
CREATE INDEX grant_case_year ON grant_case (year, scheme, place_id);
CREATE INDEX awaited_kind ON awaited (kind, due_on);

CREATE TRIGGER allocation_kept BEFORE DELETE ON allocation
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER allocation_counted BEFORE UPDATE ON allocation WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;
CREATE TRIGGER what_if_kept BEFORE DELETE ON what_if
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER what_if_counted BEFORE UPDATE ON what_if WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;
CREATE TRIGGER what_if_row_kept BEFORE DELETE ON what_if_row
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER what_if_row_counted BEFORE UPDATE ON what_if_row WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;
CREATE TRIGGER note_kept BEFORE DELETE ON note
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER note_counted BEFORE UPDATE ON note WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;
CREATE TRIGGER lead_time_kept BEFORE DELETE ON lead_time
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER lead_time_counted BEFORE UPDATE ON lead_time WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;

-- The school exchange fund

-- Association, municipal school or independent school.
ALTER TABLE association ADD COLUMN kind TEXT NOT NULL DEFAULT 'association' CHECK (kind IN ('association', 'municipal_school', 'independent_school'));
-- Compulsory, upper-secondary or other school; None for an association.
ALTER TABLE association ADD COLUMN school_form TEXT CHECK (school_form IN ('compulsory', 'upper_secondary', 'other'));
-- True for a school that does not lie in the municipality.
ALTER TABLE association ADD COLUMN outside INTEGER NOT NULL DEFAULT 0 CHECK (outside IN (0, 1));
-- Name of the school's principal, who the money is paid to.
ALTER TABLE association ADD COLUMN principal TEXT NOT NULL DEFAULT '' CHECK (length(principal) <= 200);
-- Accounting string of a municipal school, as it is printed.
ALTER TABLE association ADD COLUMN account_string TEXT NOT NULL DEFAULT '' CHECK (length(account_string) <= 200);
-- True for a town only known as where a school's exchange goes or comes from.
ALTER TABLE place ADD COLUMN destination INTEGER NOT NULL DEFAULT 0 CHECK (destination IN (0, 1));
-- False when its text names no day of adoption; adopted_on is its first day then.
ALTER TABLE guideline_version ADD COLUMN adopted_known INTEGER NOT NULL DEFAULT 1 CHECK (adopted_known IN (0, 1));

-- Key of the scheme's type of application; empty where the scheme has none.
ALTER TABLE application ADD COLUMN application_type TEXT NOT NULL DEFAULT '' CHECK (length(application_type) <= 200);
-- How many pupils take part; numbers, never names.
ALTER TABLE application ADD COLUMN pupils INTEGER CHECK (pupils BETWEEN 0 AND 99999);
-- How many of the staff go with them.
ALTER TABLE application ADD COLUMN staff INTEGER CHECK (staff BETWEEN 0 AND 99999);
-- What the exchange is to lead to.
ALTER TABLE application ADD COLUMN aims TEXT NOT NULL DEFAULT '' CHECK (length(aims) <= 20000);
-- What it is about.
ALTER TABLE application ADD COLUMN theme TEXT NOT NULL DEFAULT '' CHECK (length(theme) <= 20000);
-- Activities before the journey, in order.
ALTER TABLE application ADD COLUMN work_before TEXT NOT NULL DEFAULT '' CHECK (length(work_before) <= 20000);
-- Activities during it.
ALTER TABLE application ADD COLUMN work_during TEXT NOT NULL DEFAULT '' CHECK (length(work_during) <= 20000);
-- Activities after it.
ALTER TABLE application ADD COLUMN work_after TEXT NOT NULL DEFAULT '' CHECK (length(work_after) <= 20000);
-- How pupils in practice abroad are supported.
ALTER TABLE application ADD COLUMN support TEXT NOT NULL DEFAULT '' CHECK (length(support) <= 20000);

-- A line of the detailed budget of one version of an application.
CREATE TABLE budget_line (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- The version of the application.
  application_id INTEGER NOT NULL REFERENCES application (id) ON DELETE RESTRICT,
  -- 1, 2, 3 … as the school wrote them.
  place_in_list INTEGER NOT NULL CHECK (place_in_list BETWEEN 1 AND 9999),
  -- Key of the type of cost, "travel".
  cost_type TEXT NOT NULL CHECK (length(cost_type) BETWEEN 1 AND 200),
  -- What it is for.
  detail TEXT NOT NULL CHECK (length(detail) <= 20000),
  -- Kronor.
  amount_ore INTEGER NOT NULL CHECK (amount_ore BETWEEN 0 AND 99999999900 AND amount_ore % 100 = 0)
) STRICT;
CREATE INDEX budget_line_application ON budget_line (application_id);
CREATE TRIGGER budget_line_kept BEFORE DELETE ON budget_line
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER budget_line_counted BEFORE UPDATE ON budget_line WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;
CREATE TRIGGER budget_line_fixed BEFORE UPDATE OF application_id, place_in_list, cost_type, detail, amount_ore ON budget_line
WHEN NEW.application_id IS NOT OLD.application_id OR NEW.place_in_list IS NOT OLD.place_in_list
  OR NEW.cost_type IS NOT OLD.cost_type OR NEW.detail IS NOT OLD.detail OR NEW.amount_ore IS NOT OLD.amount_ore
BEGIN SELECT RAISE(ABORT, 'en inlämnad budget ändras aldrig; en ny version gör nya rader'); END;

-- The board that decided itself, "kommunstyrelsen"; empty when the officer decided.
ALTER TABLE decision ADD COLUMN board TEXT NOT NULL DEFAULT '' CHECK (length(board) <= 200);
-- § of that board's minutes, "§ 84"; empty when the officer decided.
ALTER TABLE decision ADD COLUMN paragraph TEXT NOT NULL DEFAULT '' CHECK (length(paragraph) <= 200);
-- What a board decides itself has numbers of its own: the delegation list has no holes.
DROP TRIGGER decision_numbered;
CREATE TRIGGER decision_numbered BEFORE INSERT ON decision
WHEN EXISTS (SELECT 1 FROM decision AS d
  WHERE ((d.case_id = NEW.case_id AND d.version = NEW.version)
      OR (d.year = NEW.year AND d.number = NEW.number AND d.board = NEW.board))
    AND NOT EXISTS (SELECT 1 FROM taken_back AS t
      WHERE t.entity = 'decision' AND t.row_id = d.id AND t.deleted IS NULL))
BEGIN SELECT RAISE(ABORT, 'beslutets nummer finns redan'); END;
DROP TRIGGER reclaim_numbered;
CREATE TRIGGER reclaim_numbered BEFORE INSERT ON reclaim
WHEN NEW.number > 0 AND (
  EXISTS (SELECT 1 FROM reclaim AS r
    WHERE r.year = NEW.year AND r.number = NEW.number AND r.deleted IS NULL)
  OR EXISTS (SELECT 1 FROM decision AS d
    WHERE d.year = NEW.year AND d.number = NEW.number AND d.board = ''
      AND NOT EXISTS (SELECT 1 FROM taken_back AS t
        WHERE t.entity = 'decision' AND t.row_id = d.id AND t.deleted IS NULL)))
BEGIN SELECT RAISE(ABORT, 'beslutets nummer finns redan'); END;
DROP TRIGGER decision_numbered_beside;
CREATE TRIGGER decision_numbered_beside BEFORE INSERT ON decision
WHEN NEW.board = '' AND EXISTS (SELECT 1 FROM reclaim AS r
  WHERE r.year = NEW.year AND r.number = NEW.number AND r.deleted IS NULL)
BEGIN SELECT RAISE(ABORT, 'beslutets nummer finns redan'); END;
CREATE TRIGGER decision_of_board BEFORE INSERT ON decision WHEN (NEW.board = '') IS NOT (NEW.paragraph = '')
BEGIN SELECT RAISE(ABORT, 'nämndens beslut har nämnd och paragraf, delegatens har ingendera'); END;

-- The board that claimed the money back itself; empty when the officer did.
ALTER TABLE reclaim ADD COLUMN board TEXT NOT NULL DEFAULT '' CHECK (length(board) <= 200);
-- § of that board's minutes, "§ 90"; empty when the officer did.
ALTER TABLE reclaim ADD COLUMN paragraph TEXT NOT NULL DEFAULT '' CHECK (length(paragraph) <= 200);
CREATE TRIGGER reclaim_of_board BEFORE INSERT ON reclaim WHEN (NEW.board = '') IS NOT (NEW.paragraph = '') OR (NEW.board <> '' AND NEW.number > 0)
BEGIN SELECT RAISE(ABORT, 'nämndens återkrav har nämnd och paragraf och inget delegationsnummer'); END;

-- The notice board announced the minutes in which the board itself decided.
CREATE TABLE board_notice (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- The decision.
  decision_id INTEGER NOT NULL REFERENCES decision (id) ON DELETE RESTRICT,
  -- The day; starts the appeal time.
  announced_on TEXT NOT NULL CHECK (announced_on IS date(announced_on, '+0 days') AND announced_on >= '0001')
) STRICT;
CREATE UNIQUE INDEX board_notice_once ON board_notice (decision_id) WHERE deleted IS NULL;
CREATE TRIGGER board_notice_kept BEFORE DELETE ON board_notice
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER board_notice_counted BEFORE UPDATE ON board_notice WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;

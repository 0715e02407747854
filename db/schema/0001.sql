-- Vänbok's register, schema 1.
-- Plain SQL: no function, collation or virtual table of the program's own, so any SQLite tool can read it.
-- Days are ISO text without time or zone. Money is whole öre (kronor × 100). Rows are never deleted:
-- `deleted` holds the day a row was taken away, `rev` counts its changes. Rows that never change are
-- taken back by a row in taken_back. Every change stands in `event`, chained by SHA-256.

PRAGMA application_id = 0x56616E62; -- 'Vanb'
PRAGMA user_version = 1;

-- The file itself; one row.
CREATE TABLE meta (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  -- Names the register in backups and letters; stays when the file is moved or renamed.
  register_uuid TEXT NOT NULL CHECK (length(register_uuid) = 36),
  -- The version of the program that made the file.
  created_by_version TEXT NOT NULL CHECK (length(created_by_version) <= 100),
  -- The oldest schema number whose programs can read this file.
  min_reader_version INTEGER NOT NULL CHECK (min_reader_version >= 1),
  -- The hash of the last event; in an empty register the SHA-256 of 'vanbok ' and register_uuid.
  head TEXT NOT NULL CHECK (length(head) = 64 AND head NOT GLOB '*[^0-9a-f]*')
) STRICT;

-- What was done: one row for one act, in one transaction. Only ever added to.
CREATE TABLE event (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  -- Given by the program before the act, so that an act is never done twice.
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  -- Local time, ISO 8601.
  at TEXT NOT NULL CHECK (length(at) BETWEEN 19 AND 32 AND substr(at, 11, 1) = 'T'
    AND substr(at, 1, 10) IS date(substr(at, 1, 10), '+0 days')),
  -- Who did it.
  officer TEXT NOT NULL CHECK (length(officer) <= 200),
  -- The kind of act.
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  -- What was asked for, as JSON.
  command TEXT NOT NULL CHECK (command GLOB '{*}'),
  -- What it is about, as JSON: [["case", 3], ["round", 2]].
  subjects TEXT NOT NULL CHECK (subjects GLOB '[[]*]'),
  -- What was done, one Swedish sentence.
  text TEXT NOT NULL CHECK (length(text) <= 20000),
  -- Why.
  reason TEXT NOT NULL CHECK (length(reason) <= 20000),
  -- The rows as JSON: [{"table", "id", "before", "after"}]; an insert has no before and a whole after.
  changes TEXT NOT NULL CHECK (changes GLOB '[[]*]'),
  -- 1 when it left the house and cannot be taken back.
  final INTEGER NOT NULL CHECK (final IN (0, 1)),
  -- The event that this one takes back.
  undoes INTEGER REFERENCES event (id) ON DELETE RESTRICT,
  -- The hash of the event before; of the first one, what meta.head began with.
  previous TEXT NOT NULL CHECK (length(previous) = 64),
  -- SHA-256 over the JSON array [previous, id, uuid, at, officer, name, command, subjects, text,
  -- reason, changes, final, undoes], UTF-8 without spaces between its parts.
  hash TEXT NOT NULL CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*')
) STRICT;

-- The subjects of events, to find what was done with one thing.
CREATE TABLE event_subject (
  entity TEXT NOT NULL CHECK (length(entity) BETWEEN 1 AND 60),
  row_id INTEGER NOT NULL,
  event_id INTEGER NOT NULL REFERENCES event (id) ON DELETE RESTRICT,
  PRIMARY KEY (entity, row_id, event_id)
) STRICT, WITHOUT ROWID;

-- Registers

-- The municipality and the office that writes the letters; one row, id 1.
CREATE TABLE office (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- Short name, "Piteå".
  municipality TEXT NOT NULL CHECK (length(municipality) BETWEEN 1 AND 200),
  -- Name in letters, "Piteå kommun".
  full_name TEXT NOT NULL CHECK (length(full_name) <= 200),
  -- The four digits of the municipality, "2581"; decides the court.
  code TEXT NOT NULL CHECK (code = '' OR code GLOB '[0-9][0-9][0-9][0-9]'),
  -- Förvaltning, in the letterhead.
  department TEXT NOT NULL CHECK (length(department) <= 200),
  -- The board on whose behalf the officer decides, in the middle of a sentence.
  board TEXT NOT NULL CHECK (length(board) <= 200),
  -- NNNNNN-NNNN, in the foot of letters.
  organisation_number TEXT NOT NULL CHECK (length(organisation_number) <= 200),
  -- Street or box.
  address TEXT NOT NULL CHECK (length(address) <= 20000),
  -- Five digits, written "941 85".
  postcode TEXT NOT NULL CHECK (length(postcode) <= 200),
  -- Postal town.
  city TEXT NOT NULL CHECK (length(city) <= 200),
  -- Phone in the foot of letters.
  phone TEXT NOT NULL CHECK (length(phone) <= 200),
  -- E-mail in the foot of letters.
  email TEXT NOT NULL CHECK (length(email) <= 200),
  -- Where the digital notice board is.
  website TEXT NOT NULL CHECK (length(website) <= 200),
  -- Administrative court, "Förvaltningsrätten i Luleå".
  court TEXT NOT NULL CHECK (length(court) <= 200),
  -- Its postal address.
  court_address TEXT NOT NULL CHECK (length(court_address) <= 20000),
  -- The day somebody checked court and address.
  court_checked TEXT CHECK (court_checked IS date(court_checked, '+0 days') AND court_checked >= '0001'),
  -- Who gets copies of decisions, "Ekonomienheten. Registrator.".
  copies_to TEXT NOT NULL CHECK (length(copies_to) <= 20000),
  -- Accounting string of payment orders, free text.
  coding TEXT NOT NULL CHECK (length(coding) <= 20000),
  -- The document row with the coat of arms as a picture.
  coat_id INTEGER REFERENCES document (id) ON DELETE RESTRICT
) STRICT;

-- The delegate who decides: the international coordinator or her substitute.
CREATE TABLE officer (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- Full name.
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  -- Title in letters, "internationell samordnare".
  title TEXT NOT NULL CHECK (length(title) <= 200),
  -- Delegation reference, "kommunstyrelsens delegationsordning, punkt 4.7".
  delegation TEXT NOT NULL CHECK (length(delegation) <= 200)
) STRICT;

-- A member of the committee, which is heard and never decides (P9).
CREATE TABLE member (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- Full name.
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  -- Role, "kommunstyrelsens ordförande".
  role TEXT NOT NULL CHECK (length(role) <= 200),
  -- Order on the committee sheet.
  place_in_list INTEGER NOT NULL CHECK (place_in_list BETWEEN 0 AND 9999)
) STRICT;

-- An adopted guideline, kept whole in the register and never edited (P1).
CREATE TABLE guideline_version (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev = 1),
  deleted TEXT CHECK (deleted IS NULL),
  -- The key of the municipality, "pitea".
  municipality TEXT NOT NULL CHECK (length(municipality) BETWEEN 1 AND 200),
  -- "Riktlinjer för internationellt arbete".
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  -- The body that adopted it, "Kommunstyrelsen".
  body TEXT NOT NULL CHECK (length(body) <= 200),
  -- The day of adoption.
  adopted_on TEXT NOT NULL CHECK (adopted_on IS date(adopted_on, '+0 days') AND adopted_on >= '0001'),
  -- The § of the minutes, "§ 164".
  paragraph TEXT NOT NULL CHECK (length(paragraph) <= 200),
  -- Reference number of the guideline's own case.
  dnr TEXT NOT NULL CHECK (length(dnr) <= 200),
  -- The first day it is followed.
  valid_from TEXT NOT NULL CHECK (valid_from IS date(valid_from, '+0 days') AND valid_from >= '0001'),
  -- The last day it says it is valid; None when it says none.
  valid_to TEXT CHECK (valid_to IS date(valid_to, '+0 days') AND valid_to >= '0001'),
  -- The guideline as canonical JSON; guideline.parse reads it.
  text TEXT NOT NULL CHECK (length(text) <= 5000000 AND text GLOB '{*}')
) STRICT;

-- A town the municipality cooperates with (samverkansort).
CREATE TABLE place (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- "Grindavík".
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  -- Twin town, partnership or other.
  kind TEXT NOT NULL CHECK (kind IN ('twin_town', 'partnership', 'other')),
  -- Swedish name of the country.
  country TEXT NOT NULL CHECK (length(country) <= 200),
  -- As the crow flies, kilometres.
  distance_km INTEGER CHECK (distance_km BETWEEN 0 AND 25000),
  -- Year the cooperation began.
  since INTEGER CHECK (since BETWEEN 1000 AND 9999),
  -- Day of the council's decision.
  council_on TEXT CHECK (council_on IS date(council_on, '+0 days') AND council_on >= '0001'),
  -- § of the council's decision.
  council_paragraph TEXT NOT NULL CHECK (length(council_paragraph) <= 200),
  -- Free text.
  note TEXT NOT NULL CHECK (length(note) <= 20000)
) STRICT;

-- An applicant of base and activity grants (vänortsförening, förening).
CREATE TABLE association (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- Registered name.
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  -- NNNNNN-NNNN, or empty: many small associations have none.
  organisation_number TEXT NOT NULL CHECK (length(organisation_number) <= 200),
  -- Name of the contact person.
  contact TEXT NOT NULL CHECK (length(contact) <= 200),
  -- The contact's e-mail.
  email TEXT NOT NULL CHECK (length(email) <= 200),
  -- The contact's phone.
  phone TEXT NOT NULL CHECK (length(phone) <= 200),
  -- Street or box.
  address TEXT NOT NULL CHECK (length(address) <= 20000),
  -- Five digits, written "941 00".
  postcode TEXT NOT NULL CHECK (length(postcode) <= 200),
  -- Postal town.
  city TEXT NOT NULL CHECK (length(city) <= 200),
  -- Bankgiro or plusgiro, as the association says.
  account_kind TEXT CHECK (account_kind IN ('bankgiro', 'plusgiro')),
  -- The account number as printed, "5402-9681".
  account TEXT NOT NULL CHECK (length(account) <= 200),
  -- What the account number was taken from, with its day (payment fraud).
  account_source TEXT NOT NULL CHECK (length(account_source) <= 20000),
  -- Last day of the financial year, MM-DD (P8).
  year_end TEXT NOT NULL CHECK ('2024-' || year_end IS date('2024-' || year_end, '+0 days')),
  -- Free text.
  note TEXT NOT NULL CHECK (length(note) <= 20000)
) STRICT;

-- An association works for the cooperation with a place.
CREATE TABLE association_place (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- The association.
  association_id INTEGER NOT NULL REFERENCES association (id) ON DELETE RESTRICT,
  -- The place.
  place_id INTEGER NOT NULL REFERENCES place (id) ON DELETE RESTRICT
) STRICT;

-- An association's annual report (verksamhetsberättelse) for one financial year (P8).
CREATE TABLE annual_report (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- The association.
  association_id INTEGER NOT NULL REFERENCES association (id) ON DELETE RESTRICT,
  -- Last day of the financial year it is about.
  year_end TEXT NOT NULL CHECK (year_end IS date(year_end, '+0 days') AND year_end >= '0001'),
  -- The day it came in.
  received_on TEXT NOT NULL CHECK (received_on IS date(received_on, '+0 days') AND received_on >= '0001'),
  -- How it came in.
  channel TEXT NOT NULL CHECK (channel IN ('post', 'letterbox', 'email', 'service', 'hand')),
  -- The file, when there is one.
  document_id INTEGER REFERENCES document (id) ON DELETE RESTRICT
) STRICT;

-- The frame over a mandate period (P2).
CREATE TABLE budget_period (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- First calendar year, 2023.
  first_year INTEGER NOT NULL CHECK (first_year BETWEEN 1900 AND 9999),
  -- Last calendar year, 2026.
  last_year INTEGER NOT NULL CHECK (last_year BETWEEN 1900 AND 9999),
  -- The frame in kronor.
  frame_ore INTEGER NOT NULL CHECK (frame_ore BETWEEN 0 AND 99999999900 AND frame_ore % 100 = 0),
  CHECK (last_year >= first_year)
) STRICT;

-- The plan for one year of the period.
CREATE TABLE budget_year (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- The period.
  period_id INTEGER NOT NULL REFERENCES budget_period (id) ON DELETE RESTRICT,
  -- Calendar year.
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 9999),
  -- Planned in kronor.
  plan_ore INTEGER NOT NULL CHECK (plan_ore BETWEEN 0 AND 99999999900 AND plan_ore % 100 = 0)
) STRICT;

-- A dated movement of the frame or a cost of the municipality's own (P2).
CREATE TABLE budget_entry (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- The period.
  period_id INTEGER NOT NULL REFERENCES budget_period (id) ON DELETE RESTRICT,
  -- The day it counts from.
  day TEXT NOT NULL CHECK (day IS date(day, '+0 days') AND day >= '0001'),
  -- "movement" adds to the frame (or takes, when negative); "own_cost" uses it.
  kind TEXT NOT NULL CHECK (kind IN ('movement', 'own_cost')),
  -- Kronor; a movement may be negative, a cost is positive.
  amount_ore INTEGER NOT NULL CHECK (amount_ore BETWEEN -99999999900 AND 99999999900 AND amount_ore % 100 = 0),
  -- Decision reference of a movement, or what the cost was for.
  reference TEXT NOT NULL CHECK (length(reference) <= 200),
  CHECK (kind = 'movement' OR amount_ore > 0)
) STRICT;

-- A reason in the editable library that decision letters pick from.
CREATE TABLE reason (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- Short key, unique: "cap_per_place".
  key TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
  -- What the list of reasons shows.
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  -- The sentence in the letter, with {placeholders}.
  text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 20000),
  -- Outcomes it can be used for; empty means all.
  outcomes TEXT NOT NULL CHECK (outcomes GLOB '[[]*]'),
  -- Schemes it can be used for; empty means all.
  schemes TEXT NOT NULL CHECK (schemes GLOB '[[]*]'),
  -- The id of the rule whose lowering or stop proposes it.
  rule TEXT NOT NULL CHECK (length(rule) <= 200)
) STRICT;

-- Cases. One act may write rows of several of these tables

-- One application for one grant, for one place and one year.
CREATE TABLE grant_case (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- Running number, "2026-014".
  number TEXT NOT NULL CHECK (length(number) BETWEEN 1 AND 200),
  -- The applicant.
  association_id INTEGER NOT NULL REFERENCES association (id) ON DELETE RESTRICT,
  -- The place the grant is about.
  place_id INTEGER NOT NULL REFERENCES place (id) ON DELETE RESTRICT,
  -- Key of the scheme in the guideline.
  scheme TEXT NOT NULL CHECK (length(scheme) BETWEEN 1 AND 200),
  -- Grant year: the year the money is for, entered.
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 9999),
  -- The guideline version in force on the arrival day.
  guideline_id INTEGER NOT NULL REFERENCES guideline_version (id) ON DELETE RESTRICT,
  -- Where it stands.
  phase TEXT NOT NULL CHECK (phase IN ('received', 'preparation', 'completion', 'consultation', 'ready', 'decided', 'carried_out', 'closed')),
  -- The day the phase began.
  phase_since TEXT NOT NULL CHECK (phase_since IS date(phase_since, '+0 days') AND phase_since >= '0001'),
  -- Reference number from the registrar, free text.
  dnr TEXT NOT NULL CHECK (length(dnr) <= 200),
  -- The written reason why the committee was not heard; empty when it was or will be.
  unconsulted TEXT NOT NULL CHECK (length(unconsulted) <= 20000),
  -- The day the recipient declined the grant; frees pot and budget.
  declined_on TEXT CHECK (declined_on IS date(declined_on, '+0 days') AND declined_on >= '0001'),
  -- How the recipient declined.
  declined_note TEXT NOT NULL CHECK (length(declined_note) <= 20000)
) STRICT;

-- A file or letter kept in the register; its bytes lie beside it and never change.
CREATE TABLE document (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev = 1),
  deleted TEXT CHECK (deleted IS NULL),
  -- "application", "annual_report", "report", "attachment", "coat" or a letter's kind.
  kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 200),
  -- What the list of documents shows.
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 1000),
  -- File name made from our own ids.
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 1000),
  -- Media type, "application/pdf".
  media TEXT NOT NULL CHECK (length(media) BETWEEN 1 AND 200),
  -- Hexadecimal digest of the bytes.
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  -- Number of bytes.
  size INTEGER NOT NULL CHECK (size BETWEEN 0 AND 1000000000),
  -- The day it came in or was drawn up.
  made_on TEXT NOT NULL CHECK (made_on IS date(made_on, '+0 days') AND made_on >= '0001'),
  -- The case it belongs to.
  case_id INTEGER REFERENCES grant_case (id) ON DELETE RESTRICT,
  -- Other thing it belongs to: "association:3", "round:2", "list:4".
  subject TEXT NOT NULL CHECK (length(subject) <= 200),
  -- True for a letter of ours.
  outgoing INTEGER NOT NULL CHECK (outgoing IN (0, 1))
) STRICT;

-- What the applicant wrote: one frozen version; a completion makes the next.
CREATE TABLE application (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev = 1),
  deleted TEXT CHECK (deleted IS NULL),
  -- The case.
  case_id INTEGER NOT NULL REFERENCES grant_case (id) ON DELETE RESTRICT,
  -- 1, 2, 3 …
  version INTEGER NOT NULL CHECK (version BETWEEN 1 AND 999999999),
  -- The day it reached the office.
  came_on TEXT NOT NULL CHECK (came_on IS date(came_on, '+0 days') AND came_on >= '0001'),
  -- How it came.
  channel TEXT NOT NULL CHECK (channel IN ('post', 'letterbox', 'email', 'service', 'hand')),
  -- Arrival day by 22 § förvaltningslagen, or overridden with a note.
  arrived_on TEXT NOT NULL CHECK (arrived_on IS date(arrived_on, '+0 days') AND arrived_on >= '0001'),
  -- Why the arrival day was overridden.
  arrival_note TEXT NOT NULL CHECK (length(arrival_note) <= 20000),
  -- Sum asked for, kronor.
  asked_ore INTEGER NOT NULL CHECK (asked_ore BETWEEN 0 AND 99999999900 AND asked_ore % 100 = 0),
  -- What the money is for, as it is to stand in the letter.
  purpose TEXT NOT NULL CHECK (length(purpose) <= 20000),
  -- First day of the activity.
  starts_on TEXT CHECK (starts_on IS date(starts_on, '+0 days') AND starts_on >= '0001'),
  -- Last day of the activity (P7).
  ends_on TEXT CHECK (ends_on IS date(ends_on, '+0 days') AND ends_on >= '0001'),
  -- Costs of the activity, kronor (P5).
  costs_ore INTEGER CHECK (costs_ore BETWEEN 0 AND 99999999900 AND costs_ore % 100 = 0),
  -- Funding from elsewhere, kronor (P5).
  other_funding_ore INTEGER CHECK (other_funding_ore BETWEEN 0 AND 99999999900 AND other_funding_ore % 100 = 0),
  -- Keys of the guideline's goals it serves (P6).
  goals TEXT NOT NULL CHECK (goals GLOB '[[]*]')
) STRICT;

-- A request for what is missing in an application.
CREATE TABLE completion (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- The case.
  case_id INTEGER NOT NULL REFERENCES grant_case (id) ON DELETE RESTRICT,
  -- The day it was asked for.
  asked_on TEXT NOT NULL CHECK (asked_on IS date(asked_on, '+0 days') AND asked_on >= '0001'),
  -- Last day to answer.
  due_on TEXT NOT NULL CHECK (due_on IS date(due_on, '+0 days') AND due_on >= '0001'),
  -- What is missing, one item a line.
  items TEXT NOT NULL CHECK (length(items) BETWEEN 1 AND 20000),
  -- The letter.
  document_id INTEGER REFERENCES document (id) ON DELETE RESTRICT,
  -- The day it came in.
  received_on TEXT CHECK (received_on IS date(received_on, '+0 days') AND received_on >= '0001'),
  -- Why the case went on without it.
  ended_reason TEXT NOT NULL CHECK (length(ended_reason) <= 20000)
) STRICT;

-- A consultation round with the committee (samrådsomgång, P9).
CREATE TABLE round (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- Running number of the year.
  number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 999999999),
  -- Calendar year.
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 9999),
  -- The day it was opened.
  opened_on TEXT NOT NULL CHECK (opened_on IS date(opened_on, '+0 days') AND opened_on >= '0001'),
  -- The day the sheet was drawn up.
  sent_on TEXT CHECK (sent_on IS date(sent_on, '+0 days') AND sent_on >= '0001'),
  -- The committee sheet as it went out last.
  document_id INTEGER REFERENCES document (id) ON DELETE RESTRICT,
  -- The day the committee was heard; the round is closed then.
  held_on TEXT CHECK (held_on IS date(held_on, '+0 days') AND held_on >= '0001'),
  -- "meeting", "email" or "phone".
  form TEXT NOT NULL CHECK (form IN ('', 'meeting', 'email', 'phone')),
  -- What was said for the whole round.
  note TEXT NOT NULL CHECK (length(note) <= 20000)
) STRICT;

-- A case in a consultation round, with the sum proposed.
CREATE TABLE round_case (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- The round.
  round_id INTEGER NOT NULL REFERENCES round (id) ON DELETE RESTRICT,
  -- The case.
  case_id INTEGER NOT NULL REFERENCES grant_case (id) ON DELETE RESTRICT,
  -- Proposed and reserved, kronor; 0 proposes rejection.
  proposal_ore INTEGER NOT NULL CHECK (proposal_ore BETWEEN 0 AND 99999999900 AND proposal_ore % 100 = 0),
  -- Written reason when the proposal deviates from the computed sum.
  deviation TEXT NOT NULL CHECK (length(deviation) <= 20000),
  -- What the committee said of this case; empty is no objection.
  outcome TEXT NOT NULL CHECK (length(outcome) <= 20000)
) STRICT;

-- What one committee member answered in a round.
CREATE TABLE round_member (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- The round.
  round_id INTEGER NOT NULL REFERENCES round (id) ON DELETE RESTRICT,
  -- Name on the day of the round.
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  -- Role on the day of the round.
  role TEXT NOT NULL CHECK (length(role) <= 200),
  -- Heard, silent or disqualified.
  answer TEXT NOT NULL CHECK (answer IN ('heard', 'silent', 'conflicted'))
) STRICT;

-- One version of the decision in a case; never changed after it is made.
CREATE TABLE decision (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev = 1),
  deleted TEXT CHECK (deleted IS NULL),
  -- The case.
  case_id INTEGER NOT NULL REFERENCES grant_case (id) ON DELETE RESTRICT,
  -- 1, 2, 3 …
  version INTEGER NOT NULL CHECK (version BETWEEN 1 AND 999999999),
  -- Delegation number of the year.
  number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 999999999),
  -- The year of the number.
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 9999),
  -- First, correction, change, review, after court.
  kind TEXT NOT NULL CHECK (kind IN ('first', 'correction', 'change', 'review', 'after_court')),
  -- Granted, partly granted, rejected, dismissed, written off.
  outcome TEXT NOT NULL CHECK (outcome IN ('granted', 'partly', 'rejected', 'dismissed', 'written_off')),
  -- Sum asked for.
  asked_ore INTEGER NOT NULL CHECK (asked_ore BETWEEN 0 AND 99999999900 AND asked_ore % 100 = 0),
  -- Sum granted; 0 unless granted or partly granted.
  granted_ore INTEGER NOT NULL CHECK (granted_ore BETWEEN 0 AND 99999999900 AND granted_ore % 100 = 0),
  -- Always SEK for grants.
  currency TEXT NOT NULL CHECK (currency = 'SEK'),
  -- The day of the decision.
  decided_on TEXT NOT NULL CHECK (decided_on IS date(decided_on, '+0 days') AND decided_on >= '0001'),
  -- Name of the officer who decided.
  officer TEXT NOT NULL CHECK (length(officer) BETWEEN 1 AND 200),
  -- Title on that day.
  officer_title TEXT NOT NULL CHECK (length(officer_title) <= 200),
  -- Delegation reference on that day.
  delegation TEXT NOT NULL CHECK (length(delegation) <= 200),
  -- The version that was followed.
  guideline_id INTEGER NOT NULL REFERENCES guideline_version (id) ON DELETE RESTRICT,
  -- The round in which the committee was heard.
  round_id INTEGER REFERENCES round (id) ON DELETE RESTRICT,
  -- The decision it replaces.
  replaces_id INTEGER REFERENCES decision (id) ON DELETE RESTRICT,
  -- Ground for a correction, change or review.
  ground TEXT NOT NULL CHECK (length(ground) <= 20000),
  -- Written reason when the sum deviates from the computed one or from a rule.
  deviation TEXT NOT NULL CHECK (length(deviation) <= 20000),
  -- Pot the grant is taken from: "base_grant:2:2026".
  pot TEXT NOT NULL CHECK (length(pot) BETWEEN 1 AND 200),
  -- What the pot holds.
  pot_cap_ore INTEGER NOT NULL CHECK (pot_cap_ore BETWEEN 0 AND 99999999900 AND pot_cap_ore % 100 = 0),
  -- Report day printed in the letter.
  due_on TEXT CHECK (due_on IS date(due_on, '+0 days') AND due_on >= '0001'),
  -- Findings, calculation, reasons, conditions and recipient as JSON, as they were.
  snapshot TEXT NOT NULL CHECK (length(snapshot) <= 5000000 AND snapshot GLOB '{*}'),
  -- The letter, drawn up in the same transaction.
  document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE RESTRICT,
  CHECK ((granted_ore > 0) = (outcome IN ('granted', 'partly'))),
  CHECK (replaces_id IS NOT id)
) STRICT;

-- A letter left the house.
CREATE TABLE dispatch (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- The letter.
  document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE RESTRICT,
  -- Its case.
  case_id INTEGER NOT NULL REFERENCES grant_case (id) ON DELETE RESTRICT,
  -- The day it was sent.
  sent_on TEXT NOT NULL CHECK (sent_on IS date(sent_on, '+0 days') AND sent_on >= '0001'),
  -- How it was sent.
  channel TEXT NOT NULL CHECK (channel IN ('post', 'letterbox', 'email', 'service', 'hand')),
  -- To whom.
  recipient TEXT NOT NULL CHECK (length(recipient) BETWEEN 1 AND 1000),
  -- The day it came back.
  returned_on TEXT CHECK (returned_on IS date(returned_on, '+0 days') AND returned_on >= '0001')
) STRICT;

-- A delegation list: how decisions are reported to the board (delegationslista).
CREATE TABLE decision_list (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- Running number of the year.
  number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 999999999),
  -- Calendar year.
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 9999),
  -- The day it was drawn up.
  made_on TEXT NOT NULL CHECK (made_on IS date(made_on, '+0 days') AND made_on >= '0001'),
  -- The printed list.
  document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE RESTRICT,
  -- The board's meeting.
  meeting_on TEXT CHECK (meeting_on IS date(meeting_on, '+0 days') AND meeting_on >= '0001'),
  -- § in the board's minutes; the decisions are reported when it is known.
  paragraph TEXT NOT NULL CHECK (length(paragraph) <= 200),
  -- The day the notice board announced the approved minutes; starts the appeal time.
  announced_on TEXT CHECK (announced_on IS date(announced_on, '+0 days') AND announced_on >= '0001')
) STRICT;

-- A decision stands on exactly one list.
CREATE TABLE listed_decision (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- The list.
  list_id INTEGER NOT NULL REFERENCES decision_list (id) ON DELETE RESTRICT,
  -- The decision.
  decision_id INTEGER NOT NULL REFERENCES decision (id) ON DELETE RESTRICT
) STRICT;

-- An appeal to the administrative court.
CREATE TABLE appeal (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- The decision.
  decision_id INTEGER NOT NULL REFERENCES decision (id) ON DELETE RESTRICT,
  -- The day the office heard of it.
  received_on TEXT NOT NULL CHECK (received_on IS date(received_on, '+0 days') AND received_on >= '0001'),
  -- The day the judgment was settled.
  settled_on TEXT CHECK (settled_on IS date(settled_on, '+0 days') AND settled_on >= '0001'),
  -- "upheld" or "annulled".
  result TEXT NOT NULL CHECK (result IN ('', 'upheld', 'annulled'))
) STRICT;

-- A requirement was lifted with a written reason.
CREATE TABLE exemption (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- The case.
  case_id INTEGER NOT NULL REFERENCES grant_case (id) ON DELETE RESTRICT,
  -- The rule's id in the guideline, "P8".
  rule TEXT NOT NULL CHECK (length(rule) BETWEEN 1 AND 200),
  -- The written reason.
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 20000),
  -- The day.
  day TEXT NOT NULL CHECK (day IS date(day, '+0 days') AND day >= '0001')
) STRICT;

-- A payment; a reversal is a row of its own with a negative sum.
CREATE TABLE payment (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- The case.
  case_id INTEGER NOT NULL REFERENCES grant_case (id) ON DELETE RESTRICT,
  -- The decision that granted the money.
  decision_id INTEGER NOT NULL REFERENCES decision (id) ON DELETE RESTRICT,
  -- Kronor; negative in a reversal.
  amount_ore INTEGER NOT NULL CHECK (amount_ore BETWEEN -99999999900 AND 99999999900 AND amount_ore % 100 = 0),
  -- Always SEK for grants.
  currency TEXT NOT NULL CHECK (currency = 'SEK'),
  -- Planned, ready, handed to finance, paid, reversed, cancelled.
  state TEXT NOT NULL CHECK (state IN ('planned', 'ready', 'handed', 'paid', 'reversed', 'cancelled')),
  -- The account as it was when the payment was released.
  account_kind TEXT CHECK (account_kind IN ('bankgiro', 'plusgiro')),
  -- The number as it was when the payment was released.
  account TEXT NOT NULL CHECK (length(account) <= 200),
  -- The day the gate was found open.
  released_on TEXT CHECK (released_on IS date(released_on, '+0 days') AND released_on >= '0001'),
  -- The day the order went to finance.
  handed_on TEXT CHECK (handed_on IS date(handed_on, '+0 days') AND handed_on >= '0001'),
  -- The day finance paid.
  paid_on TEXT CHECK (paid_on IS date(paid_on, '+0 days') AND paid_on >= '0001'),
  -- The payment this row reverses.
  reverses_id INTEGER REFERENCES payment (id) ON DELETE RESTRICT,
  -- Why it was reversed or cancelled.
  reason TEXT NOT NULL CHECK (length(reason) <= 20000),
  -- The payment order.
  document_id INTEGER REFERENCES document (id) ON DELETE RESTRICT,
  CHECK (amount_ore <> 0),
  CHECK ((amount_ore < 0) = (reverses_id IS NOT NULL)),
  CHECK (state <> 'paid' OR paid_on IS NOT NULL)
) STRICT;

-- The report on an activity (P7).
CREATE TABLE report (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- The case.
  case_id INTEGER NOT NULL REFERENCES grant_case (id) ON DELETE RESTRICT,
  -- The day the activity ended.
  ended_on TEXT NOT NULL CHECK (ended_on IS date(ended_on, '+0 days') AND ended_on >= '0001'),
  -- One month later, before weekends and holidays; kept for ever.
  month_on TEXT NOT NULL CHECK (month_on IS date(month_on, '+0 days') AND month_on >= '0001'),
  -- The day that counts, after weekends and extensions.
  due_on TEXT NOT NULL CHECK (due_on IS date(due_on, '+0 days') AND due_on >= '0001'),
  -- Awaited, received … approved, deviating, waived, missing.
  state TEXT NOT NULL CHECK (state IN ('awaited', 'received', 'completion', 'approved', 'deviating', 'waived', 'missing', 'lapsed')),
  -- The day it came in.
  received_on TEXT CHECK (received_on IS date(received_on, '+0 days') AND received_on >= '0001'),
  -- How it came in.
  channel TEXT CHECK (channel IN ('post', 'letterbox', 'email', 'service', 'hand')),
  -- The file.
  document_id INTEGER REFERENCES document (id) ON DELETE RESTRICT,
  -- The day it was judged.
  judged_on TEXT CHECK (judged_on IS date(judged_on, '+0 days') AND judged_on >= '0001'),
  -- What was not used as granted, kronor.
  deviation_ore INTEGER CHECK (deviation_ore BETWEEN 0 AND 99999999900 AND deviation_ore % 100 = 0),
  -- What the reviewer wrote; the reason when waived or missing.
  note TEXT NOT NULL CHECK (length(note) <= 20000)
) STRICT;

-- A later report day, with its reason.
CREATE TABLE extension (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- The report.
  report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE RESTRICT,
  -- The day that counted before.
  old_on TEXT NOT NULL CHECK (old_on IS date(old_on, '+0 days') AND old_on >= '0001'),
  -- The new day.
  new_on TEXT NOT NULL CHECK (new_on IS date(new_on, '+0 days') AND new_on >= '0001'),
  -- Why.
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 20000),
  -- When it was given.
  day TEXT NOT NULL CHECK (day IS date(day, '+0 days') AND day >= '0001')
) STRICT;

-- A reminder of a report went out.
CREATE TABLE reminder (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- The case.
  case_id INTEGER NOT NULL REFERENCES grant_case (id) ON DELETE RESTRICT,
  -- The day.
  day TEXT NOT NULL CHECK (day IS date(day, '+0 days') AND day >= '0001'),
  -- The letter.
  document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE RESTRICT
) STRICT;

-- Money claimed back.
CREATE TABLE reclaim (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- The case.
  case_id INTEGER NOT NULL REFERENCES grant_case (id) ON DELETE RESTRICT,
  -- Kronor.
  amount_ore INTEGER NOT NULL CHECK (amount_ore BETWEEN 100 AND 99999999900 AND amount_ore % 100 = 0),
  -- Why.
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 20000),
  -- The day it was decided.
  decided_on TEXT NOT NULL CHECK (decided_on IS date(decided_on, '+0 days') AND decided_on >= '0001'),
  -- The day the claim was sent.
  claimed_on TEXT CHECK (claimed_on IS date(claimed_on, '+0 days') AND claimed_on >= '0001'),
  -- Last day to pay it back.
  due_on TEXT CHECK (due_on IS date(due_on, '+0 days') AND due_on >= '0001'),
  -- Decided, claimed, part paid, paid, written off.
  state TEXT NOT NULL CHECK (state IN ('decided', 'claimed', 'part_paid', 'paid', 'written_off')),
  -- Why it was written off.
  ended_reason TEXT NOT NULL CHECK (length(ended_reason) <= 20000)
) STRICT;

-- Money that came back.
CREATE TABLE repayment (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- The case.
  case_id INTEGER NOT NULL REFERENCES grant_case (id) ON DELETE RESTRICT,
  -- The reclaim, when there is one.
  reclaim_id INTEGER REFERENCES reclaim (id) ON DELETE RESTRICT,
  -- The day it came.
  day TEXT NOT NULL CHECK (day IS date(day, '+0 days') AND day >= '0001'),
  -- Kronor.
  amount_ore INTEGER NOT NULL CHECK (amount_ore BETWEEN 100 AND 99999999900 AND amount_ore % 100 = 0)
) STRICT;

-- A row that never changes was made by mistake and taken back before it left the house.
CREATE TABLE taken_back (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- The table.
  entity TEXT NOT NULL CHECK (entity IN ('application', 'decision', 'document', 'guideline_version')),
  -- The row.
  row_id INTEGER NOT NULL CHECK (row_id > 0)
) STRICT;

-- Derived from the tables above in the same transaction; may be thrown away and made again

-- Something a case waits for, derived from the case in the same transaction.
CREATE TABLE awaited (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- The case.
  case_id INTEGER NOT NULL REFERENCES grant_case (id) ON DELETE RESTRICT,
  -- What is awaited: "report", "completion", "decision", "annual_report" …
  kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 200),
  -- Waiting since this day.
  since TEXT NOT NULL CHECK (since IS date(since, '+0 days') AND since >= '0001'),
  -- The last day, when there is one.
  due_on TEXT CHECK (due_on IS date(due_on, '+0 days') AND due_on >= '0001'),
  -- True when the coordinator has the next move.
  mine INTEGER NOT NULL CHECK (mine IN (0, 1)),
  -- Counts only from this day; None: from the start. Time never changes a row.
  from_on TEXT CHECK (from_on IS date(from_on, '+0 days') AND from_on >= '0001'),
  -- Counts only up to and including this day; None: as long as the row stands.
  until_on TEXT CHECK (until_on IS date(until_on, '+0 days') AND until_on >= '0001')
) STRICT;

-- What lists show of a case, derived from the case in the same transaction.
CREATE TABLE summary (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- The case; also the row's id.
  case_id INTEGER NOT NULL REFERENCES grant_case (id) ON DELETE RESTRICT CHECK (case_id = id),
  -- Case number.
  number TEXT NOT NULL CHECK (length(number) BETWEEN 1 AND 200),
  -- Name of the association.
  applicant TEXT NOT NULL CHECK (length(applicant) <= 1000),
  -- Name of the place.
  place TEXT NOT NULL CHECK (length(place) <= 200),
  -- Key of the scheme.
  scheme TEXT NOT NULL CHECK (length(scheme) <= 200),
  -- Its name.
  scheme_name TEXT NOT NULL CHECK (length(scheme_name) <= 1000),
  -- Grant year.
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 9999),
  -- Phase.
  phase TEXT NOT NULL CHECK (phase IN ('received', 'preparation', 'completion', 'consultation', 'ready', 'decided', 'carried_out', 'closed')),
  -- Asked.
  asked_ore INTEGER NOT NULL CHECK (asked_ore BETWEEN 0 AND 99999999900 AND asked_ore % 100 = 0),
  -- Proposed, while undecided.
  proposed_ore INTEGER CHECK (proposed_ore BETWEEN 0 AND 99999999900 AND proposed_ore % 100 = 0),
  -- Granted; None while undecided.
  granted_ore INTEGER CHECK (granted_ore BETWEEN 0 AND 99999999900 AND granted_ore % 100 = 0),
  -- Paid less returned.
  paid_ore INTEGER NOT NULL CHECK (paid_ore BETWEEN -99999999900 AND 99999999900 AND paid_ore % 100 = 0),
  -- Arrival day.
  arrived_on TEXT NOT NULL CHECK (arrived_on IS date(arrived_on, '+0 days') AND arrived_on >= '0001'),
  -- Outcome of the standing decision.
  outcome TEXT CHECK (outcome IN ('granted', 'partly', 'rejected', 'dismissed', 'written_off')),
  -- False when the case is closed.
  open INTEGER NOT NULL CHECK (open IN (0, 1)),
  -- Sorts the applicant in Swedish order by plain byte comparison.
  applicant_key TEXT NOT NULL,
  -- Sorts the place in Swedish order by plain byte comparison.
  place_key TEXT NOT NULL
) STRICT;

-- The folded words of a case, searched with instr().
CREATE TABLE search (
  id INTEGER PRIMARY KEY REFERENCES grant_case (id) ON DELETE RESTRICT,
  folded TEXT NOT NULL
) STRICT;

-- The bytes of a document; their SHA-256 stands in the document's row.
CREATE TABLE content (
  document_id INTEGER PRIMARY KEY REFERENCES document (id) ON DELETE RESTRICT,
  data BLOB NOT NULL
) STRICT;

-- Views

-- Decisions that were neither taken back nor replaced; at most one in a case.
CREATE VIEW valid_decision AS
SELECT d.* FROM decision AS d
WHERE NOT EXISTS (SELECT 1 FROM taken_back AS t
    WHERE t.entity = 'decision' AND t.row_id = d.id AND t.deleted IS NULL)
  AND NOT EXISTS (SELECT 1 FROM decision AS n WHERE n.replaces_id = d.id
    AND NOT EXISTS (SELECT 1 FROM taken_back AS t
      WHERE t.entity = 'decision' AND t.row_id = n.id AND t.deleted IS NULL));

-- Valid decisions whose recipient has not declined: what takes room in a pot.
CREATE VIEW standing_decision AS
SELECT d.* FROM valid_decision AS d JOIN grant_case AS c ON c.id = d.case_id
WHERE c.declined_on IS NULL;

-- Indexes

CREATE UNIQUE INDEX association_place_pair ON association_place (association_id, place_id) WHERE deleted IS NULL;
CREATE INDEX association_place_place ON association_place (place_id);
CREATE INDEX annual_report_association ON annual_report (association_id, year_end);
CREATE UNIQUE INDEX budget_year_year ON budget_year (period_id, year) WHERE deleted IS NULL;
CREATE INDEX budget_entry_period ON budget_entry (period_id, day);
CREATE UNIQUE INDEX reason_key ON reason (key) WHERE deleted IS NULL;
CREATE UNIQUE INDEX grant_case_number ON grant_case (number) WHERE deleted IS NULL;
CREATE INDEX grant_case_association ON grant_case (association_id);
CREATE INDEX grant_case_pot ON grant_case (place_id, scheme, year);
CREATE INDEX application_case ON application (case_id, version);
CREATE INDEX document_case ON document (case_id);
CREATE INDEX document_subject ON document (subject) WHERE subject <> '';
CREATE INDEX completion_case ON completion (case_id);
CREATE UNIQUE INDEX round_number ON round (year, number) WHERE deleted IS NULL;
CREATE UNIQUE INDEX round_case_pair ON round_case (round_id, case_id) WHERE deleted IS NULL;
CREATE INDEX round_case_case ON round_case (case_id);
CREATE INDEX round_member_round ON round_member (round_id);
CREATE INDEX decision_case ON decision (case_id, version);
CREATE INDEX decision_number ON decision (year, number);
CREATE INDEX decision_pot ON decision (pot);
CREATE INDEX decision_replaces ON decision (replaces_id) WHERE replaces_id IS NOT NULL;
CREATE UNIQUE INDEX decision_document ON decision (document_id);
CREATE INDEX dispatch_document ON dispatch (document_id);
CREATE INDEX dispatch_case ON dispatch (case_id);
CREATE UNIQUE INDEX decision_list_number ON decision_list (year, number) WHERE deleted IS NULL;
-- A decision stands on exactly one list.
CREATE UNIQUE INDEX listed_decision_once ON listed_decision (decision_id) WHERE deleted IS NULL;
CREATE INDEX listed_decision_list ON listed_decision (list_id);
CREATE INDEX appeal_decision ON appeal (decision_id);
CREATE INDEX exemption_case ON exemption (case_id);
CREATE INDEX payment_case ON payment (case_id);
CREATE INDEX payment_decision ON payment (decision_id);
CREATE UNIQUE INDEX payment_reverses ON payment (reverses_id) WHERE deleted IS NULL;
CREATE INDEX report_case ON report (case_id);
CREATE INDEX extension_report ON extension (report_id);
CREATE INDEX reminder_case ON reminder (case_id);
CREATE INDEX reclaim_case ON reclaim (case_id);
CREATE INDEX repayment_case ON repayment (case_id);
CREATE UNIQUE INDEX taken_back_row ON taken_back (entity, row_id) WHERE deleted IS NULL;
CREATE INDEX awaited_due ON awaited (due_on IS NULL, due_on, since, id);
CREATE INDEX awaited_case ON awaited (case_id);
CREATE INDEX summary_number ON summary (open, number);
CREATE INDEX summary_applicant ON summary (applicant_key);
CREATE INDEX summary_place ON summary (place_key);
CREATE INDEX summary_arrived ON summary (arrived_on);
CREATE INDEX summary_asked ON summary (asked_ore);
CREATE INDEX summary_granted ON summary (granted_ore);
CREATE INDEX summary_paid ON summary (paid_ore);

-- What the file refuses, whoever writes in it

CREATE TRIGGER meta_kept BEFORE DELETE ON meta
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER meta_new BEFORE INSERT ON meta WHEN EXISTS (SELECT 1 FROM meta)
BEGIN SELECT RAISE(ABORT, 'registrets egen rad finns redan'); END;
CREATE TRIGGER meta_fixed BEFORE UPDATE ON meta
WHEN NEW.id IS NOT OLD.id OR NEW.register_uuid IS NOT OLD.register_uuid
  OR NEW.created_by_version IS NOT OLD.created_by_version
BEGIN SELECT RAISE(ABORT, 'registrets identitet ändras aldrig'); END;
CREATE TRIGGER meta_head BEFORE UPDATE OF head ON meta
WHEN NEW.head IS NOT (SELECT hash FROM event ORDER BY id DESC LIMIT 1)
BEGIN SELECT RAISE(ABORT, 'huvudet måste vara den sista händelsens'); END;

CREATE TRIGGER event_kept BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'en händelse tas aldrig bort'); END;
CREATE TRIGGER event_fixed BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'en händelse ändras aldrig'); END;
CREATE TRIGGER event_next BEFORE INSERT ON event
WHEN NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM event)
  OR NEW.previous IS NOT (SELECT head FROM meta)
BEGIN SELECT RAISE(ABORT, 'händelsen följer inte på den sista'); END;
CREATE TRIGGER event_subject_kept BEFORE DELETE ON event_subject
BEGIN SELECT RAISE(ABORT, 'en händelse tas aldrig bort'); END;
CREATE TRIGGER event_subject_fixed BEFORE UPDATE ON event_subject
BEGIN SELECT RAISE(ABORT, 'en händelse ändras aldrig'); END;

CREATE TRIGGER content_kept BEFORE DELETE ON content
BEGIN SELECT RAISE(ABORT, 'en handling tas aldrig bort'); END;
CREATE TRIGGER content_fixed BEFORE UPDATE ON content
BEGIN SELECT RAISE(ABORT, 'en handling ändras aldrig'); END;
CREATE TRIGGER content_new BEFORE INSERT ON content
WHEN EXISTS (SELECT 1 FROM content WHERE document_id = NEW.document_id)
BEGIN SELECT RAISE(ABORT, 'en handling ändras aldrig'); END;
CREATE TRIGGER content_size BEFORE INSERT ON content
WHEN length(NEW.data) IS NOT (SELECT size FROM document WHERE id = NEW.document_id)
BEGIN SELECT RAISE(ABORT, 'handlingens storlek stämmer inte'); END;

CREATE TRIGGER office_kept BEFORE DELETE ON office
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER office_counted BEFORE UPDATE ON office WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;
CREATE TRIGGER officer_kept BEFORE DELETE ON officer
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER officer_counted BEFORE UPDATE ON officer WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;
CREATE TRIGGER member_kept BEFORE DELETE ON member
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER member_counted BEFORE UPDATE ON member WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;
CREATE TRIGGER guideline_version_kept BEFORE DELETE ON guideline_version
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER guideline_version_fixed BEFORE UPDATE ON guideline_version
BEGIN SELECT RAISE(ABORT, 'en antagen riktlinje ändras aldrig'); END;
CREATE TRIGGER guideline_version_new BEFORE INSERT ON guideline_version WHEN EXISTS (SELECT 1 FROM guideline_version WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'en antagen riktlinje ändras aldrig'); END;
CREATE TRIGGER place_kept BEFORE DELETE ON place
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER place_counted BEFORE UPDATE ON place WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;
CREATE TRIGGER association_kept BEFORE DELETE ON association
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER association_counted BEFORE UPDATE ON association WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;
CREATE TRIGGER association_place_kept BEFORE DELETE ON association_place
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER association_place_counted BEFORE UPDATE ON association_place WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;
CREATE TRIGGER annual_report_kept BEFORE DELETE ON annual_report
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER annual_report_counted BEFORE UPDATE ON annual_report WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;
CREATE TRIGGER budget_period_kept BEFORE DELETE ON budget_period
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER budget_period_counted BEFORE UPDATE ON budget_period WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;
CREATE TRIGGER budget_year_kept BEFORE DELETE ON budget_year
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER budget_year_counted BEFORE UPDATE ON budget_year WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;
CREATE TRIGGER budget_entry_kept BEFORE DELETE ON budget_entry
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER budget_entry_counted BEFORE UPDATE ON budget_entry WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;
CREATE TRIGGER reason_kept BEFORE DELETE ON reason
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER reason_counted BEFORE UPDATE ON reason WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;
CREATE TRIGGER grant_case_kept BEFORE DELETE ON grant_case
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER grant_case_counted BEFORE UPDATE ON grant_case WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;
CREATE TRIGGER document_kept BEFORE DELETE ON document
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER document_fixed BEFORE UPDATE ON document
BEGIN SELECT RAISE(ABORT, 'en handling ändras aldrig'); END;
CREATE TRIGGER document_new BEFORE INSERT ON document WHEN EXISTS (SELECT 1 FROM document WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'en handling ändras aldrig'); END;
CREATE TRIGGER application_kept BEFORE DELETE ON application
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER application_fixed BEFORE UPDATE ON application
BEGIN SELECT RAISE(ABORT, 'en inkommen ansökan ändras aldrig'); END;
CREATE TRIGGER application_new BEFORE INSERT ON application WHEN EXISTS (SELECT 1 FROM application WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'en inkommen ansökan ändras aldrig'); END;
CREATE TRIGGER completion_kept BEFORE DELETE ON completion
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER completion_counted BEFORE UPDATE ON completion WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;
CREATE TRIGGER round_kept BEFORE DELETE ON round
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER round_counted BEFORE UPDATE ON round WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;
CREATE TRIGGER round_case_kept BEFORE DELETE ON round_case
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER round_case_counted BEFORE UPDATE ON round_case WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;
CREATE TRIGGER round_member_kept BEFORE DELETE ON round_member
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER round_member_counted BEFORE UPDATE ON round_member WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;
CREATE TRIGGER decision_kept BEFORE DELETE ON decision
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER decision_fixed BEFORE UPDATE ON decision
BEGIN SELECT RAISE(ABORT, 'ett beslut ändras aldrig'); END;
CREATE TRIGGER decision_new BEFORE INSERT ON decision WHEN EXISTS (SELECT 1 FROM decision WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'ett beslut ändras aldrig'); END;
CREATE TRIGGER dispatch_kept BEFORE DELETE ON dispatch
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER dispatch_counted BEFORE UPDATE ON dispatch WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;
CREATE TRIGGER decision_list_kept BEFORE DELETE ON decision_list
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER decision_list_counted BEFORE UPDATE ON decision_list WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;
CREATE TRIGGER listed_decision_kept BEFORE DELETE ON listed_decision
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER listed_decision_counted BEFORE UPDATE ON listed_decision WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;
CREATE TRIGGER appeal_kept BEFORE DELETE ON appeal
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER appeal_counted BEFORE UPDATE ON appeal WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;
CREATE TRIGGER exemption_kept BEFORE DELETE ON exemption
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER exemption_counted BEFORE UPDATE ON exemption WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;
CREATE TRIGGER payment_kept BEFORE DELETE ON payment
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER payment_counted BEFORE UPDATE ON payment WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;
CREATE TRIGGER report_kept BEFORE DELETE ON report
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER report_counted BEFORE UPDATE ON report WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;
CREATE TRIGGER extension_kept BEFORE DELETE ON extension
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER extension_counted BEFORE UPDATE ON extension WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;
CREATE TRIGGER reminder_kept BEFORE DELETE ON reminder
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER reminder_counted BEFORE UPDATE ON reminder WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;
CREATE TRIGGER reclaim_kept BEFORE DELETE ON reclaim
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER reclaim_counted BEFORE UPDATE ON reclaim WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;
CREATE TRIGGER repayment_kept BEFORE DELETE ON repayment
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER repayment_counted BEFORE UPDATE ON repayment WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;
CREATE TRIGGER taken_back_kept BEFORE DELETE ON taken_back
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER taken_back_counted BEFORE UPDATE ON taken_back WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;

-- Rules of the case that SQL can say

CREATE TRIGGER application_version BEFORE INSERT ON application
WHEN EXISTS (SELECT 1 FROM application AS a WHERE a.case_id = NEW.case_id AND a.version = NEW.version
  AND NOT EXISTS (SELECT 1 FROM taken_back AS t
    WHERE t.entity = 'application' AND t.row_id = a.id AND t.deleted IS NULL))
BEGIN SELECT RAISE(ABORT, 'den versionen av ansökan finns redan'); END;

CREATE TRIGGER decision_letter BEFORE INSERT ON decision
WHEN NOT EXISTS (SELECT 1 FROM document AS d JOIN content AS c ON c.document_id = d.id
  WHERE d.id = NEW.document_id AND d.case_id IS NEW.case_id AND d.outgoing = 1)
BEGIN SELECT RAISE(ABORT, 'beslutet saknar sitt brev'); END;
CREATE TRIGGER decision_numbered BEFORE INSERT ON decision
WHEN EXISTS (SELECT 1 FROM decision AS d
  WHERE ((d.case_id = NEW.case_id AND d.version = NEW.version)
      OR (d.year = NEW.year AND d.number = NEW.number))
    AND NOT EXISTS (SELECT 1 FROM taken_back AS t
      WHERE t.entity = 'decision' AND t.row_id = d.id AND t.deleted IS NULL))
BEGIN SELECT RAISE(ABORT, 'beslutets nummer finns redan'); END;
CREATE TRIGGER decision_replaces_own BEFORE INSERT ON decision
WHEN NEW.replaces_id IS NOT NULL
  AND NEW.case_id IS NOT (SELECT case_id FROM decision WHERE id = NEW.replaces_id)
BEGIN SELECT RAISE(ABORT, 'beslutet kan bara ersätta ett beslut i samma ärende'); END;
CREATE TRIGGER decision_single BEFORE INSERT ON decision
WHEN EXISTS (SELECT 1 FROM valid_decision AS d
  WHERE d.case_id = NEW.case_id AND d.id IS NOT NEW.replaces_id)
BEGIN SELECT RAISE(ABORT, 'ärendet har redan ett beslut; det nya måste ange vilket det ersätter'); END;
CREATE TRIGGER decision_within_pot AFTER INSERT ON decision
WHEN NEW.granted_ore > 0 AND NEW.deviation = ''
  AND (SELECT sum(granted_ore) FROM standing_decision WHERE pot = NEW.pot) > NEW.pot_cap_ore
BEGIN SELECT RAISE(ABORT, 'beslutet ryms inte i potten'); END;

CREATE TRIGGER grant_case_within_pot AFTER UPDATE OF declined_on ON grant_case
WHEN OLD.declined_on IS NOT NULL AND NEW.declined_on IS NULL
  AND EXISTS (SELECT 1 FROM standing_decision AS s
    WHERE s.case_id = NEW.id AND s.granted_ore > 0 AND s.deviation = ''
      AND (SELECT sum(granted_ore) FROM standing_decision WHERE pot = s.pot) > s.pot_cap_ore)
BEGIN SELECT RAISE(ABORT, 'beslutet ryms inte längre i potten'); END;

CREATE TRIGGER taken_back_unpaid BEFORE INSERT ON taken_back
WHEN NEW.entity = 'decision' AND EXISTS (SELECT 1 FROM payment WHERE decision_id = NEW.row_id
  AND deleted IS NULL AND state NOT IN ('planned', 'cancelled'))
BEGIN SELECT RAISE(ABORT, 'beslutet kan inte tas tillbaka när pengar är på väg'); END;
CREATE TRIGGER taken_back_leaves_one AFTER INSERT ON taken_back
WHEN NEW.entity = 'decision' AND NEW.deleted IS NULL AND EXISTS (
  SELECT 1 FROM standing_decision AS s
  WHERE s.id = (SELECT replaces_id FROM decision WHERE id = NEW.row_id)
    AND s.granted_ore > 0 AND s.deviation = ''
    AND (SELECT sum(granted_ore) FROM standing_decision WHERE pot = s.pot) > s.pot_cap_ore)
BEGIN SELECT RAISE(ABORT, 'det tidigare beslutet ryms inte längre i potten'); END;
CREATE TRIGGER taken_back_again AFTER UPDATE OF deleted ON taken_back
WHEN NEW.entity = 'decision' AND NEW.deleted IS NOT NULL AND (
  (SELECT count(*) FROM valid_decision
    WHERE case_id = (SELECT case_id FROM decision WHERE id = NEW.row_id)) > 1
  OR EXISTS (SELECT 1 FROM standing_decision AS s
    WHERE s.id = NEW.row_id AND s.granted_ore > 0 AND s.deviation = ''
      AND (SELECT sum(granted_ore) FROM standing_decision WHERE pot = s.pot) > s.pot_cap_ore))
BEGIN SELECT RAISE(ABORT, 'beslutet ryms inte längre i potten eller ärendet'); END;

CREATE TRIGGER payment_own_decision BEFORE INSERT ON payment
WHEN NEW.case_id IS NOT (SELECT case_id FROM decision WHERE id = NEW.decision_id)
BEGIN SELECT RAISE(ABORT, 'utbetalningen hör till ett annat ärendes beslut'); END;
CREATE TRIGGER payment_stays BEFORE UPDATE ON payment
WHEN NEW.case_id IS NOT OLD.case_id OR NEW.reverses_id IS NOT OLD.reverses_id
  OR NEW.case_id IS NOT (SELECT case_id FROM decision WHERE id = NEW.decision_id)
BEGIN SELECT RAISE(ABORT, 'utbetalningen hör till ett annat ärendes beslut'); END;
CREATE TRIGGER payment_reversal BEFORE INSERT ON payment
WHEN NEW.reverses_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM payment AS p
  WHERE p.id = NEW.reverses_id AND p.case_id = NEW.case_id AND p.amount_ore + NEW.amount_ore >= 0)
BEGIN SELECT RAISE(ABORT, 'mer än utbetalningen kan inte återföras'); END;
CREATE TRIGGER payment_within_grant AFTER INSERT ON payment
WHEN NEW.deleted IS NULL AND NEW.amount_ore > 0 AND NEW.state IN ('ready', 'handed', 'paid')
  AND (SELECT sum(amount_ore) FROM payment WHERE case_id = NEW.case_id AND deleted IS NULL
      AND state IN ('ready', 'handed', 'paid', 'reversed'))
    > (SELECT coalesce(sum(granted_ore), 0) FROM standing_decision WHERE case_id = NEW.case_id)
    + (SELECT coalesce(sum(amount_ore), 0) FROM repayment WHERE case_id = NEW.case_id AND deleted IS NULL)
BEGIN SELECT RAISE(ABORT, 'mer än det beviljade kan inte betalas ut'); END;
CREATE TRIGGER payment_still_within_grant AFTER UPDATE ON payment
WHEN NEW.deleted IS NULL AND NEW.amount_ore > 0 AND NEW.state IN ('ready', 'handed', 'paid')
  AND (NEW.state <> OLD.state OR NEW.amount_ore <> OLD.amount_ore OR OLD.deleted IS NOT NULL)
  AND (SELECT sum(amount_ore) FROM payment WHERE case_id = NEW.case_id AND deleted IS NULL
      AND state IN ('ready', 'handed', 'paid', 'reversed'))
    > (SELECT coalesce(sum(granted_ore), 0) FROM standing_decision WHERE case_id = NEW.case_id)
    + (SELECT coalesce(sum(amount_ore), 0) FROM repayment WHERE case_id = NEW.case_id AND deleted IS NULL)
BEGIN SELECT RAISE(ABORT, 'mer än det beviljade kan inte betalas ut'); END;

-- Vänbok's register, schema 4: networks, projects, action plans, bodies, contact persons, governing documents. Written as 0002.sql is.

PRAGMA user_version = 4;
UPDATE meta SET min_reader_version = 4;

-- A board, office or company of the municipality (verksamhet).
CREATE TABLE body (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- Board, office or company.
  kind TEXT NOT NULL CHECK (kind IN ('board', 'office', 'company')),
  -- Its name, "Kultur- och fritidskontoret"; once in the register among those in being.
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  -- The board that an office works for.
  parent_id INTEGER REFERENCES body (id) ON DELETE RESTRICT,
  -- Where the yearly form is sent.
  e_mail TEXT NOT NULL CHECK (length(e_mail) <= 200),
  -- Its last day; NULL while it is in being.
  active_until TEXT CHECK (active_until IS date(active_until, '+0 days') AND active_until >= '0001'),
  -- Free text.
  note TEXT NOT NULL CHECK (length(note) <= 20000),
  CHECK (parent_id IS NULL OR parent_id <> id)
) STRICT;
CREATE TRIGGER body_kept BEFORE DELETE ON body
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER body_counted BEFORE UPDATE ON body WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;

-- Somebody who is the contact of a body for international work (B2); work facts only.
CREATE TABLE contact_person (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- The body, most often an office.
  body_id INTEGER NOT NULL REFERENCES body (id) ON DELETE RESTRICT,
  -- Name.
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  -- Title or task.
  role TEXT NOT NULL CHECK (length(role) <= 200),
  -- Work e-mail.
  e_mail TEXT NOT NULL CHECK (length(e_mail) <= 200),
  -- Work phone.
  phone TEXT NOT NULL CHECK (length(phone) <= 200),
  -- First day as contact.
  since TEXT CHECK (since IS date(since, '+0 days') AND since >= '0001'),
  -- Last day as contact; NULL while it lasts.
  until TEXT CHECK (until IS date(until, '+0 days') AND until >= '0001'),
  CHECK (until IS NULL OR since IS NULL OR until >= since)
) STRICT;
CREATE INDEX contact_person_body ON contact_person (body_id);
CREATE TRIGGER contact_person_kept BEFORE DELETE ON contact_person
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER contact_person_counted BEFORE UPDATE ON contact_person WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;

-- A network or membership (U4, A3).
CREATE TABLE network (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- Its name.
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  -- What the municipality is in it for (U4).
  purpose TEXT NOT NULL CHECK (length(purpose) <= 20000),
  -- Fee in kronor a year; NULL when it is not known, 0 for none.
  fee_ore INTEGER CHECK (fee_ore BETWEEN 0 AND 99999999900 AND fee_ore % 100 = 0),
  -- The body that answers for it (A3).
  body_id INTEGER REFERENCES body (id) ON DELETE RESTRICT,
  -- Who goes there for the municipality, free text.
  delegates TEXT NOT NULL CHECK (length(delegates) <= 20000),
  -- First day as member.
  member_since TEXT CHECK (member_since IS date(member_since, '+0 days') AND member_since >= '0001'),
  -- The day it is to be reviewed (U4).
  next_review_on TEXT CHECK (next_review_on IS date(next_review_on, '+0 days') AND next_review_on >= '0001'),
  -- Last day as member; NULL while it lasts.
  left_on TEXT CHECK (left_on IS date(left_on, '+0 days') AND left_on >= '0001'),
  -- Who decided to join: "Kommunfullmäktige 2019-05-20 § 87".
  decision TEXT NOT NULL CHECK (length(decision) <= 200),
  -- Keys of the guideline's goals that it serves.
  areas TEXT NOT NULL CHECK (areas GLOB '[[]*]'),
  -- Numbers of Agenda 2030 goals, "1" to "17".
  agenda_goals TEXT NOT NULL CHECK (agenda_goals GLOB '[[]*]'),
  -- Free text.
  note TEXT NOT NULL CHECK (length(note) <= 20000),
  CHECK (left_on IS NULL OR member_since IS NULL OR left_on >= member_since)
) STRICT;
CREATE TRIGGER network_kept BEFORE DELETE ON network
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER network_counted BEFORE UPDATE ON network WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;

-- Something done in a network; the latest tells whether we are active (A3).
CREATE TABLE network_activity (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- The network.
  network_id INTEGER NOT NULL REFERENCES network (id) ON DELETE RESTRICT,
  -- The day.
  held_on TEXT NOT NULL CHECK (held_on IS date(held_on, '+0 days') AND held_on >= '0001'),
  -- What was done.
  text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 20000)
) STRICT;
CREATE INDEX network_activity_network ON network_activity (network_id);
CREATE TRIGGER network_activity_kept BEFORE DELETE ON network_activity
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER network_activity_counted BEFORE UPDATE ON network_activity WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;

-- A network was reviewed (U4).
CREATE TABLE network_review (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- The network.
  network_id INTEGER NOT NULL REFERENCES network (id) ON DELETE RESTRICT,
  -- The day.
  held_on TEXT NOT NULL CHECK (held_on IS date(held_on, '+0 days') AND held_on >= '0001'),
  -- What it came to.
  outcome TEXT NOT NULL CHECK (outcome IN ('continue', 'change', 'leave')),
  -- Why.
  reason TEXT NOT NULL CHECK (length(reason) <= 20000),
  -- The next review; NULL when it was left.
  next_review_on TEXT CHECK (next_review_on IS date(next_review_on, '+0 days') AND next_review_on >= '0001')
) STRICT;
CREATE INDEX network_review_network ON network_review (network_id);
CREATE TRIGGER network_review_kept BEFORE DELETE ON network_review
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER network_review_counted BEFORE UPDATE ON network_review WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;

-- A project: EU, aid or another (A2, U6, B4).
CREATE TABLE project (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- Its name; visits point at it by name.
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  -- EU, aid or another.
  kind TEXT NOT NULL CHECK (kind IN ('eu', 'aid', 'other')),
  -- What it is for.
  purpose TEXT NOT NULL CHECK (length(purpose) <= 20000),
  -- How it is linked to the planned development, and to which plan (A2).
  planned_development TEXT NOT NULL CHECK (length(planned_development) <= 20000),
  -- The programme or fund that pays, "Erasmus+".
  programme TEXT NOT NULL CHECK (length(programme) <= 200),
  -- Reference number.
  dnr TEXT NOT NULL CHECK (length(dnr) <= 200),
  -- The body that answers for it and bears its costs (B4).
  body_id INTEGER REFERENCES body (id) ON DELETE RESTRICT,
  -- Where it stands.
  state TEXT NOT NULL CHECK (state IN ('idea', 'applied', 'granted', 'running', 'reported', 'closed', 'rejected')),
  -- First day.
  starts_on TEXT CHECK (starts_on IS date(starts_on, '+0 days') AND starts_on >= '0001'),
  -- Last day.
  ends_on TEXT CHECK (ends_on IS date(ends_on, '+0 days') AND ends_on >= '0001'),
  -- The day it was applied for.
  applied_on TEXT CHECK (applied_on IS date(applied_on, '+0 days') AND applied_on >= '0001'),
  -- The day it was granted or refused.
  granted_on TEXT CHECK (granted_on IS date(granted_on, '+0 days') AND granted_on >= '0001'),
  -- Keys of the guideline's goals that it serves.
  areas TEXT NOT NULL CHECK (areas GLOB '[[]*]'),
  -- Numbers of Agenda 2030 goals, "1" to "17".
  agenda_goals TEXT NOT NULL CHECK (agenda_goals GLOB '[[]*]'),
  -- What it gave.
  result TEXT NOT NULL CHECK (length(result) <= 20000),
  -- Free text.
  note TEXT NOT NULL CHECK (length(note) <= 20000),
  CHECK (ends_on IS NULL OR starts_on IS NULL OR ends_on >= starts_on)
) STRICT;
CREATE TRIGGER project_kept BEFORE DELETE ON project
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER project_counted BEFORE UPDATE ON project WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;

-- What one financier pays of a project.
CREATE TABLE project_funding (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- The project.
  project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE RESTRICT,
  -- Who pays.
  financier TEXT NOT NULL CHECK (length(financier) BETWEEN 1 AND 200),
  -- True for the municipality's own money (U6).
  own INTEGER NOT NULL CHECK (own IN (0, 1)),
  -- The body that bears own money (B4); NULL is the project's own body.
  body_id INTEGER REFERENCES body (id) ON DELETE RESTRICT,
  -- Kronor in the budget that is applied for.
  applied_ore INTEGER CHECK (applied_ore BETWEEN 0 AND 99999999900 AND applied_ore % 100 = 0),
  -- Kronor granted; NULL until it is known.
  granted_ore INTEGER CHECK (granted_ore BETWEEN 0 AND 99999999900 AND granted_ore % 100 = 0),
  CHECK (own = 1 OR body_id IS NULL)
) STRICT;
CREATE INDEX project_funding_project ON project_funding (project_id);
CREATE TRIGGER project_funding_kept BEFORE DELETE ON project_funding
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER project_funding_counted BEFORE UPDATE ON project_funding WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;

-- Somebody else who takes part in a project.
CREATE TABLE project_partner (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- The project.
  project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE RESTRICT,
  -- Its name.
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  -- Its country.
  country TEXT NOT NULL CHECK (length(country) <= 200),
  -- The place, when it is one of ours.
  place_id INTEGER REFERENCES place (id) ON DELETE RESTRICT,
  -- "Samordnare", "partner".
  role TEXT NOT NULL CHECK (length(role) <= 200)
) STRICT;
CREATE INDEX project_partner_project ON project_partner (project_id);
CREATE TRIGGER project_partner_kept BEFORE DELETE ON project_partner
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER project_partner_counted BEFORE UPDATE ON project_partner WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;

-- A day on which a project is to be reported to who pays.
CREATE TABLE project_report_day (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- The project.
  project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE RESTRICT,
  -- The last day.
  due_on TEXT NOT NULL CHECK (due_on IS date(due_on, '+0 days') AND due_on >= '0001'),
  -- What is to be reported.
  text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 20000),
  -- The day it was; NULL until then.
  done_on TEXT CHECK (done_on IS date(done_on, '+0 days') AND done_on >= '0001')
) STRICT;
CREATE INDEX project_report_day_project ON project_report_day (project_id);
CREATE TRIGGER project_report_day_kept BEFORE DELETE ON project_report_day
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER project_report_day_counted BEFORE UPDATE ON project_report_day WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;

-- The action plan of a body for a year, which can be evaluated (B1).
CREATE TABLE action_plan (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- The board or company.
  body_id INTEGER NOT NULL REFERENCES body (id) ON DELETE RESTRICT,
  -- The year; once for each body.
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 9999),
  -- The day it was adopted.
  adopted_on TEXT CHECK (adopted_on IS date(adopted_on, '+0 days') AND adopted_on >= '0001'),
  -- Where: "Kulturnämnden § 12".
  decision TEXT NOT NULL CHECK (length(decision) <= 200),
  -- The day it was evaluated.
  evaluated_on TEXT CHECK (evaluated_on IS date(evaluated_on, '+0 days') AND evaluated_on >= '0001'),
  -- What the evaluation says.
  evaluation TEXT NOT NULL CHECK (length(evaluation) <= 20000),
  -- The day it was revised, or found to go on as it is.
  revised_on TEXT CHECK (revised_on IS date(revised_on, '+0 days') AND revised_on >= '0001'),
  -- The plan itself.
  document_id INTEGER REFERENCES document (id) ON DELETE RESTRICT,
  -- Free text.
  note TEXT NOT NULL CHECK (length(note) <= 20000),
  CHECK (evaluation = '' OR evaluated_on IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX action_plan_once ON action_plan (body_id, year) WHERE deleted IS NULL;
CREATE TRIGGER action_plan_kept BEFORE DELETE ON action_plan
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER action_plan_counted BEFORE UPDATE ON action_plan WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;

-- One goal of an action plan.
CREATE TABLE plan_goal (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- The plan.
  plan_id INTEGER NOT NULL REFERENCES action_plan (id) ON DELETE RESTRICT,
  -- The goal.
  text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 20000),
  -- How it is evaluated.
  measure TEXT NOT NULL CHECK (length(measure) <= 200),
  -- Key of the guideline's goal that it serves; empty for none.
  area TEXT NOT NULL CHECK (length(area) <= 200),
  -- What came of it.
  result TEXT NOT NULL CHECK (length(result) <= 20000),
  -- How it came out.
  status TEXT NOT NULL CHECK (status IN ('open', 'reached', 'partly', 'not_reached'))
) STRICT;
CREATE INDEX plan_goal_plan ON plan_goal (plan_id);
CREATE TRIGGER plan_goal_kept BEFORE DELETE ON plan_goal
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER plan_goal_counted BEFORE UPDATE ON plan_goal WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;

-- A policy, programme, strategy or other document that governs the work.
CREATE TABLE governing_document (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- Its name.
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  -- Policy, guidelines, programme, strategy, rules or plan.
  kind TEXT NOT NULL CHECK (kind IN ('policy', 'guidelines', 'programme', 'strategy', 'rules', 'plan')),
  -- Who decided it: "Kommunfullmäktige".
  body TEXT NOT NULL CHECK (length(body) <= 200),
  -- When.
  decided_on TEXT CHECK (decided_on IS date(decided_on, '+0 days') AND decided_on >= '0001'),
  -- § of the minutes.
  paragraph TEXT NOT NULL CHECK (length(paragraph) <= 200),
  -- Reference number.
  dnr TEXT NOT NULL CHECK (length(dnr) <= 200),
  -- Who answers for it.
  owner TEXT NOT NULL CHECK (length(owner) <= 200),
  -- First day.
  valid_from TEXT CHECK (valid_from IS date(valid_from, '+0 days') AND valid_from >= '0001'),
  -- Last day; NULL for no end.
  valid_to TEXT CHECK (valid_to IS date(valid_to, '+0 days') AND valid_to >= '0001'),
  -- The day it is to be reviewed.
  next_review_on TEXT CHECK (next_review_on IS date(next_review_on, '+0 days') AND next_review_on >= '0001'),
  -- The day it was last reviewed.
  reviewed_on TEXT CHECK (reviewed_on IS date(reviewed_on, '+0 days') AND reviewed_on >= '0001'),
  -- Where the original lies.
  original_at TEXT NOT NULL CHECK (length(original_at) <= 200),
  -- The document itself.
  document_id INTEGER REFERENCES document (id) ON DELETE RESTRICT,
  -- Free text.
  note TEXT NOT NULL CHECK (length(note) <= 20000),
  CHECK (valid_to IS NULL OR valid_from IS NULL OR valid_to >= valid_from)
) STRICT;
CREATE TRIGGER governing_document_kept BEFORE DELETE ON governing_document
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER governing_document_counted BEFORE UPDATE ON governing_document WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;

-- An adopted guideline was reviewed, as at the start of a mandate period (U1, S9).
CREATE TABLE guideline_review (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- The version that was reviewed.
  guideline_id INTEGER NOT NULL REFERENCES guideline_version (id) ON DELETE RESTRICT,
  -- The day.
  held_on TEXT NOT NULL CHECK (held_on IS date(held_on, '+0 days') AND held_on >= '0001'),
  -- What it came to.
  verdict TEXT NOT NULL CHECK (verdict IN ('keep', 'revise')),
  -- Where it was decided: "Kommunfullmäktige § 15".
  decision TEXT NOT NULL CHECK (length(decision) <= 200),
  -- Why.
  reason TEXT NOT NULL CHECK (length(reason) <= 20000)
) STRICT;
CREATE TRIGGER guideline_review_kept BEFORE DELETE ON guideline_review
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER guideline_review_counted BEFORE UPDATE ON guideline_review WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;

-- Vänbok's register, schema 5: the follow-up of a year and the yearly report. Written as 0002.sql is.

PRAGMA user_version = 5;
UPDATE meta SET min_reader_version = 5;

-- The follow-up of one year: the same questions to boards, offices and companies.
CREATE TABLE follow_up_round (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- The year that is followed up.
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 9999),
  -- Last day for the answers.
  answer_by TEXT NOT NULL CHECK (answer_by IS date(answer_by, '+0 days') AND answer_by >= '0001'),
  -- The day the forms were made and went out.
  sent_on TEXT CHECK (sent_on IS date(sent_on, '+0 days') AND sent_on >= '0001'),
  -- The day the board is to have the yearly report.
  board_on TEXT CHECK (board_on IS date(board_on, '+0 days') AND board_on >= '0001'),
  -- Questions of our own, in order.
  questions TEXT NOT NULL CHECK (questions GLOB '[[]*]'),
  -- Free text.
  note TEXT NOT NULL CHECK (length(note) <= 20000)
) STRICT;
CREATE UNIQUE INDEX follow_up_round_year ON follow_up_round (year) WHERE deleted IS NULL;
CREATE TRIGGER follow_up_round_kept BEFORE DELETE ON follow_up_round
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER follow_up_round_counted BEFORE UPDATE ON follow_up_round WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;

-- One board, office or company that is asked, and what it answered.
CREATE TABLE follow_up_asked (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- The round.
  round_id INTEGER NOT NULL REFERENCES follow_up_round (id) ON DELETE RESTRICT,
  -- Who is asked; once in a round.
  body_id INTEGER NOT NULL REFERENCES body (id) ON DELETE RESTRICT,
  -- The day its form was made.
  sent_on TEXT CHECK (sent_on IS date(sent_on, '+0 days') AND sent_on >= '0001'),
  -- The day of the latest reminder.
  reminded_on TEXT CHECK (reminded_on IS date(reminded_on, '+0 days') AND reminded_on >= '0001'),
  -- Why no answer is needed; empty while one is.
  excused TEXT NOT NULL CHECK (length(excused) <= 200),
  -- The day the answer came.
  answered_on TEXT CHECK (answered_on IS date(answered_on, '+0 days') AND answered_on >= '0001'),
  -- How it came.
  source TEXT CHECK (source IN ('form', 'xlsx', 'paper', 'phone')),
  -- What was done, in their words.
  activities TEXT NOT NULL CHECK (length(activities) <= 20000),
  -- Digital contacts; NULL when nothing is said.
  digital INTEGER CHECK (digital BETWEEN 0 AND 999999),
  -- Visits to us.
  incoming INTEGER CHECK (incoming BETWEEN 0 AND 999999),
  -- Trips from us.
  outgoing INTEGER CHECK (outgoing BETWEEN 0 AND 999999),
  -- People who took part.
  participants INTEGER CHECK (participants BETWEEN 0 AND 999999),
  -- Of them 25 or younger.
  youth INTEGER CHECK (youth BETWEEN 0 AND 999999),
  -- Costs on their own budget, in öre.
  cost_own_ore INTEGER CHECK (cost_own_ore BETWEEN 0 AND 99999999900 AND cost_own_ore % 100 = 0),
  -- Costs that somebody else paid, in öre.
  cost_external_ore INTEGER CHECK (cost_external_ore BETWEEN 0 AND 99999999900 AND cost_external_ore % 100 = 0),
  -- Keys of the guideline's goals that were served.
  areas TEXT NOT NULL CHECK (areas GLOB '[[]*]'),
  -- Numbers of Agenda 2030 goals.
  agenda_goals TEXT NOT NULL CHECK (agenda_goals GLOB '[[]*]'),
  -- Answers to the round's questions, in their order.
  answers TEXT NOT NULL CHECK (answers GLOB '[[]*]'),
  -- The answer as it came.
  document_id INTEGER REFERENCES document (id) ON DELETE RESTRICT,
  CHECK ((answered_on IS NULL) = (source IS NULL)),
  CHECK (answered_on IS NULL OR excused = ''),
  CHECK (participants IS NULL OR youth IS NULL OR youth <= participants)
) STRICT;
CREATE UNIQUE INDEX follow_up_asked_once ON follow_up_asked (round_id, body_id) WHERE deleted IS NULL;
CREATE TRIGGER follow_up_asked_kept BEFORE DELETE ON follow_up_asked
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER follow_up_asked_counted BEFORE UPDATE ON follow_up_asked WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;

-- Her own words in the report of a year, kept while she types.
CREATE TABLE yearly_words (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- The year.
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 9999),
  -- Key of the report's section; 'summary' stands first.
  section TEXT NOT NULL CHECK (length(section) BETWEEN 1 AND 60 AND section NOT GLOB '*[^a-z_]*'),
  -- The words; empty when they were taken away.
  text TEXT NOT NULL CHECK (length(text) <= 20000)
) STRICT;
CREATE UNIQUE INDEX yearly_words_section ON yearly_words (year, section) WHERE deleted IS NULL;
CREATE TRIGGER yearly_words_kept BEFORE DELETE ON yearly_words
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER yearly_words_counted BEFORE UPDATE ON yearly_words WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;

-- The report of a year as it was made.
CREATE TABLE yearly_report (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- The year.
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 9999),
  -- 1, 2, 3 … of that year.
  version INTEGER NOT NULL CHECK (version BETWEEN 1 AND 9999),
  -- The day.
  made_on TEXT NOT NULL CHECK (made_on IS date(made_on, '+0 days') AND made_on >= '0001'),
  -- The paper.
  document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE RESTRICT,
  -- Every figure with its rows, as a JSON object.
  figures TEXT NOT NULL CHECK (length(figures) <= 5000000 AND figures GLOB '{*}'),
  -- The day the board noted it; NULL before.
  board_on TEXT CHECK (board_on IS date(board_on, '+0 days') AND board_on >= '0001'),
  -- § of the board's minutes; empty before.
  paragraph TEXT NOT NULL CHECK (length(paragraph) <= 200),
  CHECK ((board_on IS NULL) = (paragraph = ''))
) STRICT;
CREATE UNIQUE INDEX yearly_report_version ON yearly_report (year, version) WHERE deleted IS NULL;
CREATE TRIGGER yearly_report_kept BEFORE DELETE ON yearly_report
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER yearly_report_counted BEFORE UPDATE ON yearly_report WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;
CREATE TRIGGER yearly_report_fixed BEFORE UPDATE OF year, version, made_on, document_id, figures ON yearly_report
WHEN NEW.year IS NOT OLD.year OR NEW.version IS NOT OLD.version OR NEW.made_on IS NOT OLD.made_on
  OR NEW.document_id IS NOT OLD.document_id OR NEW.figures IS NOT OLD.figures
BEGIN SELECT RAISE(ABORT, 'en årsrapport ändras aldrig; en ny version är en ny rapport'); END;

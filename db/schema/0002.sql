-- Vänbok's register, schema 2: what schema 1 becomes. The schema is 0001.sql, then this file, and so on:
-- a new register runs them all in order, an older one those it has not run, so both end with the same text.
-- Nothing here may depend on rows being there or not. New columns: ALTER TABLE … ADD COLUMN with
-- NOT NULL DEFAULT and their CHECK. Never change what an old column holds: the log says what it became.

PRAGMA user_version = 2;
UPDATE meta SET min_reader_version = 2;

-- The municipality's own letter texts

-- A wording of a letter or a text that letters share, from a day on; the one that comes with the
-- program is version 0 and has no row. Only `deleted` changes: when the adoption is taken back.
CREATE TABLE letter_text (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- What it words: "decision_granted", "conditions", "appeal".
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60 AND name NOT GLOB '*[^a-z_]*'),
  -- 1, 2, 3 … for each name.
  version INTEGER NOT NULL CHECK (version BETWEEN 1 AND 999999999),
  -- The wording as TOML; empty when the program's own text is followed again.
  text TEXT NOT NULL CHECK (length(text) <= 200000),
  -- The day somebody adopted it.
  adopted_on TEXT NOT NULL CHECK (adopted_on IS date(adopted_on, '+0 days') AND adopted_on >= '0001'),
  -- The first day that papers are worded by it.
  valid_from TEXT NOT NULL CHECK (valid_from IS date(valid_from, '+0 days') AND valid_from >= '0001'),
  -- Why, and what was let through all the same.
  note TEXT NOT NULL CHECK (length(note) <= 20000),
  -- Who adopted it.
  officer TEXT NOT NULL CHECK (length(officer) <= 200),
  UNIQUE (name, version)
) STRICT;
CREATE TRIGGER letter_text_kept BEFORE DELETE ON letter_text
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER letter_text_counted BEFORE UPDATE ON letter_text WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;
CREATE TRIGGER letter_text_fixed BEFORE UPDATE OF name, version, text, adopted_on, valid_from, note, officer ON letter_text
WHEN NEW.name IS NOT OLD.name OR NEW.version IS NOT OLD.version OR NEW.text IS NOT OLD.text
  OR NEW.adopted_on IS NOT OLD.adopted_on OR NEW.valid_from IS NOT OLD.valid_from
  OR NEW.note IS NOT OLD.note OR NEW.officer IS NOT OLD.officer
BEGIN SELECT RAISE(ABORT, 'en antagen brevtext ändras aldrig'); END;

-- Claiming money back is a decision

ALTER TABLE reclaim ADD COLUMN number INTEGER NOT NULL DEFAULT 0 CHECK (number BETWEEN 0 AND 999999999);
ALTER TABLE reclaim ADD COLUMN year INTEGER NOT NULL DEFAULT 0 CHECK (year = 0 OR year BETWEEN 1900 AND 9999);
ALTER TABLE reclaim ADD COLUMN ground TEXT NOT NULL DEFAULT '' CHECK (ground IN ('', 'purpose', 'report', 'facts'));
ALTER TABLE reclaim ADD COLUMN heard_on TEXT CHECK (heard_on IS date(heard_on, '+0 days') AND heard_on >= '0001');
ALTER TABLE reclaim ADD COLUMN pay_to TEXT NOT NULL DEFAULT '' CHECK (length(pay_to) <= 200);
ALTER TABLE reclaim ADD COLUMN officer TEXT NOT NULL DEFAULT '' CHECK (length(officer) <= 200);
ALTER TABLE reclaim ADD COLUMN officer_title TEXT NOT NULL DEFAULT '' CHECK (length(officer_title) <= 200);
ALTER TABLE reclaim ADD COLUMN delegation TEXT NOT NULL DEFAULT '' CHECK (length(delegation) <= 200);
ALTER TABLE reclaim ADD COLUMN document_id INTEGER REFERENCES document (id) ON DELETE RESTRICT;
ALTER TABLE extension ADD COLUMN document_id INTEGER REFERENCES document (id) ON DELETE RESTRICT;
ALTER TABLE appeal ADD COLUMN reclaim_id INTEGER REFERENCES reclaim (id) ON DELETE RESTRICT;

-- A reclaim stands on exactly one delegation list.
CREATE TABLE listed_reclaim (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  deleted TEXT CHECK (deleted IS date(deleted, '+0 days')),
  -- The list.
  list_id INTEGER NOT NULL REFERENCES decision_list (id) ON DELETE RESTRICT,
  -- The reclaim.
  reclaim_id INTEGER NOT NULL REFERENCES reclaim (id) ON DELETE RESTRICT
) STRICT;
CREATE UNIQUE INDEX listed_reclaim_once ON listed_reclaim (reclaim_id) WHERE deleted IS NULL;
CREATE INDEX listed_reclaim_list ON listed_reclaim (list_id);
CREATE INDEX reclaim_number ON reclaim (year, number);
CREATE INDEX appeal_reclaim ON appeal (reclaim_id) WHERE reclaim_id IS NOT NULL;
CREATE TRIGGER listed_reclaim_kept BEFORE DELETE ON listed_reclaim
BEGIN SELECT RAISE(ABORT, 'rader tas aldrig bort ur registret'); END;
CREATE TRIGGER listed_reclaim_counted BEFORE UPDATE ON listed_reclaim WHEN NEW.id IS NOT OLD.id OR NEW.rev IS NOT OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'uppgiften har ändrats sedan den lästes'); END;

-- Decisions and reclaims share one series of numbers for each year.
CREATE TRIGGER reclaim_numbered BEFORE INSERT ON reclaim
WHEN NEW.number > 0 AND (
  EXISTS (SELECT 1 FROM reclaim AS r
    WHERE r.year = NEW.year AND r.number = NEW.number AND r.deleted IS NULL)
  OR EXISTS (SELECT 1 FROM decision AS d
    WHERE d.year = NEW.year AND d.number = NEW.number AND NOT EXISTS (SELECT 1 FROM taken_back AS t
      WHERE t.entity = 'decision' AND t.row_id = d.id AND t.deleted IS NULL)))
BEGIN SELECT RAISE(ABORT, 'beslutets nummer finns redan'); END;
CREATE TRIGGER decision_numbered_beside BEFORE INSERT ON decision
WHEN EXISTS (SELECT 1 FROM reclaim AS r
  WHERE r.year = NEW.year AND r.number = NEW.number AND r.deleted IS NULL)
BEGIN SELECT RAISE(ABORT, 'beslutets nummer finns redan'); END;
CREATE TRIGGER reclaim_letter BEFORE INSERT ON reclaim
WHEN NEW.number > 0 AND (NEW.year = 0 OR NEW.due_on IS NULL OR NOT EXISTS (
  SELECT 1 FROM document AS d JOIN content AS c ON c.document_id = d.id
  WHERE d.id = NEW.document_id AND d.case_id IS NEW.case_id AND d.outgoing = 1))
BEGIN SELECT RAISE(ABORT, 'beslutet saknar sitt brev'); END;
-- What its letter says never changes; only how far it has come does.
CREATE TRIGGER reclaim_fixed BEFORE UPDATE ON reclaim
WHEN NEW.case_id IS NOT OLD.case_id OR NEW.amount_ore IS NOT OLD.amount_ore
  OR NEW.reason IS NOT OLD.reason OR NEW.decided_on IS NOT OLD.decided_on
  OR NEW.number IS NOT OLD.number OR NEW.year IS NOT OLD.year OR NEW.ground IS NOT OLD.ground
  OR NEW.heard_on IS NOT OLD.heard_on OR NEW.pay_to IS NOT OLD.pay_to
  OR NEW.officer IS NOT OLD.officer OR NEW.officer_title IS NOT OLD.officer_title
  OR NEW.delegation IS NOT OLD.delegation OR NEW.document_id IS NOT OLD.document_id
  OR (OLD.number > 0 AND NEW.due_on IS NOT OLD.due_on)
BEGIN SELECT RAISE(ABORT, 'ett beslut ändras aldrig'); END;
CREATE TRIGGER appeal_own_reclaim BEFORE INSERT ON appeal
WHEN NEW.reclaim_id IS NOT NULL
  AND (SELECT case_id FROM reclaim WHERE id = NEW.reclaim_id)
    IS NOT (SELECT case_id FROM decision WHERE id = NEW.decision_id)
BEGIN SELECT RAISE(ABORT, 'överklagandet hör till ett annat ärende'); END;

-- Where the window of the office's envelopes shows the address; the defaults are schema 1's layout

-- At the left (C5 and E65, v2) or at the right (h2).
ALTER TABLE office ADD COLUMN window_side TEXT NOT NULL DEFAULT 'left' CHECK (window_side IN ('left', 'right'));
-- The address from the paper's left edge and top, millimetres.
ALTER TABLE office ADD COLUMN window_left INTEGER NOT NULL DEFAULT 25 CHECK (window_left BETWEEN 10 AND 150);
ALTER TABLE office ADD COLUMN window_top INTEGER NOT NULL DEFAULT 47 CHECK (window_top BETWEEN 30 AND 90);
-- A small mark at the edge where the paper is folded, and how far from its top, millimetres.
ALTER TABLE office ADD COLUMN fold_mark INTEGER NOT NULL DEFAULT 0 CHECK (fold_mark IN (0, 1));
ALTER TABLE office ADD COLUMN fold_at INTEGER NOT NULL DEFAULT 105 CHECK (fold_at BETWEEN 70 AND 230);

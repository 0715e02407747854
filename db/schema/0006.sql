-- Vänbok's register, schema 6: what the wider vocabulary of rules asks of an application. Written as 0002.sql is.

PRAGMA user_version = 6;
UPDATE meta SET min_reader_version = 6;

-- How many take part, where a rule counts them; numbers, never names.
ALTER TABLE application ADD COLUMN participants INTEGER CHECK (participants BETWEEN 0 AND 99999);
-- Days that each of them takes part; NULL where the activity's own days are counted.
ALTER TABLE application ADD COLUMN participant_days INTEGER CHECK (participant_days BETWEEN 0 AND 99999);

-- Reasons are imported, too. What an import may be of is a rule of the table, so it is made anew, with all that 0001-journal.sql,
-- 0002-erasing.sql and 0002-locks-cycles.sql hung on it.

CREATE TABLE older_imports AS SELECT * FROM imports;
DROP TABLE imports;
CREATE TABLE imports (                       -- one row: the rows that one import added to a table, journaled as one
  number     INTEGER PRIMARY KEY,            -- the rows carry it in their column import
  what       TEXT    NOT NULL CHECK (what IN ('leaders', 'objectives', 'check_ins', 'ledger', 'movements', 'given_reasons')),
  file_name  TEXT    NOT NULL,               -- base name of the file that was read
  file_digest TEXT   NOT NULL,               -- SHA-256 of its bytes
  added      INTEGER NOT NULL,               -- rows it added
  total      TEXT    NOT NULL,               -- sum over their figures, as text (17 digits), so that a person can compare
  digest     TEXT    NOT NULL,               -- SHA-256 over the added rows as stored, in key order
  undone     INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)) -- 1: taken back; its rows are gone, a ledger layer does not count
) STRICT;
INSERT INTO imports (number, what, file_name, file_digest, added, total, digest, undone)
SELECT number, what, file_name, file_digest, added, total, digest, undone FROM older_imports;
DROP TABLE older_imports;

CREATE TRIGGER imports_insert AFTER INSERT ON imports BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  SELECT RAISE (ABORT, 'an import is closed under the number that is open')
   WHERE NEW.number IS NOT (SELECT import FROM open_action) OR NEW.undone;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'imports', '[' || json_quote (NEW.number) || ']', NULL,
         '{"number":' || json_quote (NEW.number) || ',"what":' || json_quote (NEW.what)
         || ',"file_name":' || json_quote (NEW.file_name) || ',"file_digest":' || json_quote (NEW.file_digest)
         || ',"added":' || json_quote (NEW.added) || ',"total":' || json_quote (NEW.total) || ',"digest":' || json_quote (NEW.digest)
         || ',"undone":' || json_quote (NEW.undone) || '}'
    FROM open_action;
END;
CREATE TRIGGER imports_update AFTER UPDATE ON imports BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  SELECT RAISE (ABORT, 'the entry of an import does not change')
   WHERE NEW.number IS NOT OLD.number OR NEW.what IS NOT OLD.what OR NEW.added IS NOT OLD.added OR NEW.total IS NOT OLD.total
      OR ((NEW.file_name IS NOT OLD.file_name OR NEW.file_digest IS NOT OLD.file_digest OR NEW.digest IS NOT OLD.digest)
          AND NOT EXISTS (SELECT 1 FROM erasing));
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'imports', '[' || json_quote (NEW.number) || ']', before, after
    FROM open_action, (
      SELECT '{"number":' || json_quote (OLD.number) || ',"what":' || json_quote (OLD.what)
             || ',"file_name":' || json_quote (OLD.file_name) || ',"file_digest":' || json_quote (OLD.file_digest)
             || ',"added":' || json_quote (OLD.added) || ',"total":' || json_quote (OLD.total)
             || ',"digest":' || json_quote (OLD.digest) || ',"undone":' || json_quote (OLD.undone) || '}' AS before,
             '{"number":' || json_quote (NEW.number) || ',"what":' || json_quote (NEW.what)
             || ',"file_name":' || json_quote (NEW.file_name) || ',"file_digest":' || json_quote (NEW.file_digest)
             || ',"added":' || json_quote (NEW.added) || ',"total":' || json_quote (NEW.total)
             || ',"digest":' || json_quote (NEW.digest) || ',"undone":' || json_quote (NEW.undone) || '}' AS after)
   WHERE before <> after;
END;
CREATE TRIGGER imports_delete BEFORE DELETE ON imports BEGIN
  SELECT RAISE (ABORT, 'the entry of an import stays');
END;

CREATE TRIGGER imports_final BEFORE UPDATE OF undone ON imports
WHEN NEW.undone IS NOT OLD.undone AND OLD.what = 'ledger' BEGIN
  SELECT RAISE (ABORT, 'The customer figures of a final period do not change.') FROM final_layers WHERE import = OLD.number;
END;
CREATE TRIGGER imports_lock_insert BEFORE INSERT ON imports WHEN NEW.what IN ('objectives', 'check_ins') BEGIN
  SELECT RAISE (ABORT, 'The import has rows of a review that is agreed, assessed or signed, or of a closed cycle: those do not change.')
    FROM locked_imports WHERE import = NEW.number AND what = NEW.what;
END;
CREATE TRIGGER imports_lock_update BEFORE UPDATE OF undone ON imports
WHEN NEW.undone IS NOT OLD.undone AND OLD.what IN ('objectives', 'check_ins') BEGIN
  SELECT RAISE (ABORT, 'The import has rows of a review that is agreed, assessed or signed, or of a closed cycle: those do not change.')
    FROM locked_imports WHERE import = OLD.number AND what = OLD.what;
END;

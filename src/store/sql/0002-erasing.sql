-- Erasing a person's words, the one thing that ever touches what is in the history. The erasing action first says which entry (or
-- import) is erased, and the digest of what will be left of it; that is a line of its history, so that the chain holds it. Then the
-- words of that entry may go, and of its own history, too, and nothing else of it.

ALTER TABLE open_action ADD COLUMN erases TEXT; -- leader whose words go in the open action; null: nobody's. Then the locks let words go, too

CREATE TRIGGER open_action_update BEFORE UPDATE OF erases ON open_action
WHEN NEW.erases IS NOT NULL AND (SELECT name FROM actions WHERE number = NEW.action) IS NOT 'Erase personal data' BEGIN
  SELECT RAISE (ABORT, 'words are erased in an action that says so');
END;

CREATE TRIGGER erasures_update BEFORE UPDATE ON erasures BEGIN
  SELECT RAISE (ABORT, 'what was erased does not change');
END;
CREATE TRIGGER erasures_delete BEFORE DELETE ON erasures BEGIN
  SELECT RAISE (ABORT, 'what was erased does not come back');
END;
CREATE TRIGGER erasures_only_now BEFORE INSERT ON erasures
WHEN NEW.erased_in IS NOT (SELECT action FROM open_action) BEGIN
  SELECT RAISE (ABORT, 'an erasure is written down under the action that erases');
END;
CREATE TRIGGER erasures_insert AFTER INSERT ON erasures BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'erasures',
         '[' || json_quote (NEW.erased_in) || ',' || json_quote (NEW.what) || ',' || json_quote (NEW.number) || ']', NULL,
         '{"erased_in":' || json_quote (NEW.erased_in) || ',"what":' || json_quote (NEW.what) || ',"number":' || json_quote (NEW.number)
         || ',"digest":' || json_quote (NEW.digest) || '}'
    FROM open_action;
END;

CREATE VIEW erasing AS                       -- one row: an entry of the history whose words the open action may take out
SELECT e.number FROM open_action o JOIN erasures e ON e.erased_in = o.action AND e.what = 'action'
UNION ALL
SELECT o.action FROM open_action o WHERE EXISTS (SELECT 1 FROM erasures e WHERE e.erased_in = o.action);

DROP TRIGGER actions_update;
CREATE TRIGGER actions_update BEFORE UPDATE ON actions
WHEN OLD.digest IS NOT NULL OR NEW.number IS NOT OLD.number OR (SELECT erases FROM open_action) IS NOT NULL BEGIN
  SELECT RAISE (ABORT, 'an action that erases says so')
   WHERE OLD.digest IS NULL AND NEW.name IS NOT OLD.name;
  SELECT RAISE (ABORT, 'a finished action does not change')
   WHERE (OLD.digest IS NOT NULL AND OLD.number NOT IN (SELECT number FROM erasing))
      OR NEW.number IS NOT OLD.number OR NEW.name IS NOT OLD.name OR NEW.actor IS NOT OLD.actor OR NEW.at IS NOT OLD.at
      OR NEW.undoes IS NOT OLD.undoes
      OR (OLD.digest IS NOT NULL AND (NEW.digest IS NOT OLD.digest OR NEW.chain IS NOT OLD.chain));
END;
DROP TRIGGER changes_update;
CREATE TRIGGER changes_update BEFORE UPDATE ON changes BEGIN
  SELECT RAISE (ABORT, 'what is in the history does not change')
   WHERE OLD.action NOT IN (SELECT number FROM erasing)
      OR NEW.action IS NOT OLD.action OR NEW.number IS NOT OLD.number OR NEW.table_name IS NOT OLD.table_name
      OR NEW.row_key IS NOT OLD.row_key OR (NEW.before IS NULL) <> (OLD.before IS NULL) OR (NEW.after IS NULL) <> (OLD.after IS NULL);
END;
DROP TRIGGER taken_back_update;
CREATE TRIGGER taken_back_update BEFORE UPDATE ON taken_back BEGIN
  SELECT RAISE (ABORT, 'what was taken back does not change')
   WHERE NOT EXISTS (SELECT 1 FROM open_action o JOIN erasures e ON e.erased_in = o.action AND e.what = 'import' AND e.number = OLD.import)
      OR NEW.import IS NOT OLD.import OR NEW.table_name IS NOT OLD.table_name OR NEW.part IS NOT OLD.part;
END;

-- The digests of an import are unsalted: beside all that is left they would tell whether a guessed word was right. So they go with
-- the words, and erasures has the one of what is left.

DROP TRIGGER imports_update;
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

-- Erasing a person's words, the one thing that ever touches what is in the history. The erasing action first says which entry (or
-- import) is erased, and the digest of what will be left of it; that is a line of its history, so that the chain holds it. Then the
-- words of that entry may go, and of its own history, too, and nothing else of it.

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
WHEN OLD.digest IS NOT NULL OR NEW.number IS NOT OLD.number BEGIN
  SELECT RAISE (ABORT, 'a finished action does not change')
   WHERE OLD.number NOT IN (SELECT number FROM erasing)
      OR NEW.number IS NOT OLD.number OR NEW.name IS NOT OLD.name OR NEW.actor IS NOT OLD.actor OR NEW.at IS NOT OLD.at
      OR NEW.undoes IS NOT OLD.undoes OR NEW.digest IS NOT OLD.digest OR NEW.chain IS NOT OLD.chain;
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

-- The latest change to what the ledger and the entered movements are made of. (Undoing an import is a change of its entry.)
SELECT coalesce (max (number), 0)
  FROM changes
 WHERE table_name IN ('imports', 'movements')

-- The first layer that counts and was made from the file with the digest $1, and when it was imported.
SELECT i.number, a.at
  FROM imports i
  JOIN changes c ON c.table_name = 'imports' AND c.row_key = '[' || i.number || ']' AND c.before IS NULL
  JOIN actions a ON a.number = c.action
 WHERE i.what = 'ledger' AND i.undone = 0 AND i.file_digest = $1
 ORDER BY i.number
 LIMIT 1

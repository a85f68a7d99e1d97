-- The layers that count, in the order in which they lie on each other.
SELECT l.import, l.kind, l.grain, l.adds, l.customers, l.segments, l.reasons
  FROM ledger_layers l
  JOIN imports i ON i.number = l.import
 WHERE i.undone = 0
 ORDER BY l.import

-- The layers in the order in which they lie on each other, without customers and columns, which are large; those of undone imports among them,
-- as they number customers, too, and the one that is being imported, which has no entry yet.
SELECT l.import, l.kind, l.grain, l.adds, l.replaces, coalesce (i.undone, 0), l.known, l.segments, l.reasons
  FROM ledger_layers l
  LEFT JOIN imports i ON i.number = l.import
 ORDER BY l.import

-- Objectives in id order. $1: of this cycle; null: of every cycle.
SELECT id, cycle_id, leader_id, title, description, kind, unit, decimals, aggregate,
       baseline, threshold, target, stretch, low, high, width, due,
       weight, source, cadence, stage, parent_id, local_reason
  FROM objectives
 WHERE $1 IS NULL OR cycle_id = $1
 ORDER BY id

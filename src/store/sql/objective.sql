-- The objective with the id $1.
SELECT id, cycle_id, leader_id, title, description, kind, unit, decimals, aggregate,
       baseline, threshold, target, stretch, low, high, width, due,
       weight, source, cadence, stage, parent_id, local_reason
  FROM objectives
 WHERE id = $1

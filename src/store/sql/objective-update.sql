-- The objective with the id $1, the rest as in objective-insert.
UPDATE objectives
   SET cycle_id = $2, leader_id = $3, title = $4, description = $5, kind = $6, unit = $7, decimals = $8, aggregate = $9,
       baseline = $10, threshold = $11, target = $12, stretch = $13, low = $14, high = $15, width = $16, due = $17,
       weight = $18, source = $19, cadence = $20, stage = $21, parent_id = $22, local_reason = $23
 WHERE id = $1

-- An objective by hand: $1 to $23 in the order of the table's columns.
INSERT INTO objectives
       (id, cycle_id, leader_id, title, description, kind, unit, decimals, aggregate,
        baseline, threshold, target, stretch, low, high, width, due,
        weight, source, cadence, stage, parent_id, local_reason)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9,
        $10, $11, $12, $13, $14, $15, $16, $17,
        $18, $19, $20, $21, $22, $23)

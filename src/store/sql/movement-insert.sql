-- $1 to $15 in the order of the table's columns, $16: the import that adds it.
INSERT INTO movements
       (period,
        opening_customers, new_customers, won_back_customers, expanded_customers, contracted_customers, lost_customers, closing_customers,
        opening_value, new_value, won_back_value, expanded_value, contracted_value, lost_value, closing_value, import)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)

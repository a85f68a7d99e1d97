-- The movements of the period $1, the rest as in movement-insert.
UPDATE movements
   SET opening_customers = $2, new_customers = $3, won_back_customers = $4, expanded_customers = $5, contracted_customers = $6,
       lost_customers = $7, closing_customers = $8,
       opening_value = $9, new_value = $10, won_back_value = $11, expanded_value = $12, contracted_value = $13,
       lost_value = $14, closing_value = $15
 WHERE period = $1

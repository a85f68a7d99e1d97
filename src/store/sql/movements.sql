-- The entered movements. (Periods of one grain sort by their text.)
SELECT period,
       opening_customers, new_customers, won_back_customers, expanded_customers, contracted_customers, lost_customers, closing_customers,
       opening_value, new_value, won_back_value, expanded_value, contracted_value, lost_value, closing_value
  FROM movements
 ORDER BY period

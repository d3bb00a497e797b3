"""Who a customer is, as the page shows it: the links, why they count, and what would change if they didn't."""

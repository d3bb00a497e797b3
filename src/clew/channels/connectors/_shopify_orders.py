"""What Shopify's tables say about buying, one query a table: visits, checkouts, orders, payments, parcels and refunds.

Both generations of an export (REST, and GraphQL's ``gql_`` tables) are read: where they name a column differently,
either is taken. Test orders, test payments and deleted rows stay records.
"""

from __future__ import annotations

# One row per customer and per order with its customer, however many files repeat them.
BUYERS = """
people AS (SELECT id, max(email) AS email, max(phone) AS phone FROM customer GROUP BY id),
buyers AS (
    SELECT o.id, o.customer_id, coalesce(people.email, o.email) AS email, coalesce(people.phone, o.phone) AS phone
    FROM "order" o LEFT JOIN people ON people.id = o.customer_id
    QUALIFY row_number() OVER (PARTITION BY o.id ORDER BY o.updated_at DESC, o._file, o._row) = 1
)
"""

# One order row tells that it was placed, cancelled and closed (archived). A sale at the till happens in the shop.
ORDERS = f"""
WITH {BUYERS},
kept AS (
    SELECT *, nullif(trim(cancelled_at), '') AS cancelled, nullif(trim(closed_at), '') AS closed,
        CASE WHEN source_name IN ('pos', 'point_of_sale') THEN 'in_person' ELSE 'order' END AS channel
    FROM "order"
    WHERE coalesce(lower(_fivetran_deleted), 'false') <> 'true' AND coalesce(lower(test), 'false') <> 'true'
),
told AS (
    SELECT _file, _row, 'order/' || id AS source_id, coalesce(processed_at, created_at) AS occurred_at, channel,
        'order placed' AS touchpoint, 'order' AS kind, 'inbound' AS direction, 'customer' AS party, note AS text,
        NULL AS outcome, coalesce(total_price, total_price_set_shop_amount) AS value
    FROM kept
    UNION ALL
    SELECT _file, _row, 'order/' || id || '/cancelled', cancelled, 'order', 'order cancelled', 'status',
        CASE lower(cancel_reason) WHEN 'customer' THEN 'inbound' ELSE 'outbound' END,
        CASE lower(cancel_reason) WHEN 'customer' THEN 'customer' ELSE 'system' END, NULL,
        CASE lower(cancel_reason) WHEN 'customer' THEN 'abandoned' ELSE 'closed' END, NULL
    FROM kept WHERE cancelled IS NOT NULL
    UNION ALL
    SELECT _file, _row, 'order/' || id || '/closed', closed, 'order', 'order closed', 'status', 'internal', 'system',
        NULL,
        'closed', NULL
    FROM kept WHERE closed IS NOT NULL
)
SELECT told.*, kept.id AS case_ref, kept.checkout_token AS conversation_id, b.email, b.phone,
    kept.customer_id AS customer_ref
FROM told JOIN kept USING (_file, _row) LEFT JOIN buyers b ON b.id = kept.id
"""

# A checkout that was completed later was not abandoned.
CHECKOUTS = f"""
WITH {BUYERS}
SELECT c._file, c._row, 'checkout/' || c.id AS source_id, c.created_at AS occurred_at, 'order' AS channel,
    CASE WHEN c.completed_at IS NULL THEN 'checkout abandoned' ELSE 'checkout completed later' END AS touchpoint,
    'visit' AS kind, 'inbound' AS direction, 'customer' AS party, c.token AS conversation_id,
    CASE WHEN c.completed_at IS NULL THEN 'abandoned' END AS outcome,
    coalesce(c.total_price, c.total_price_set_shop_amount) AS value,
    coalesce(people.email, c.email) AS email, coalesce(people.phone, c.phone) AS phone, c.customer_id AS customer_ref
FROM abandoned_checkout c LEFT JOIN people ON people.id = c.customer_id
WHERE coalesce(lower(c._fivetran_deleted), 'false') <> 'true'
"""

VISITS = f"""
WITH {BUYERS}
SELECT v._file, v._row, 'visit/' || v.id AS source_id, v.occurred_at, 'web' AS channel, 'visit' AS kind,
    'shop visit' || coalesce(' from ' || lower(v.source_type), '') AS touchpoint, 'inbound' AS direction,
        'customer' AS party,
    v.order_id AS case_ref, b.email, b.phone, b.customer_id AS customer_ref
FROM customer_visit v LEFT JOIN buyers b ON b.id = v.order_id
"""

FULFILLMENTS = f"""
WITH {BUYERS}
SELECT f._file, f._row, 'fulfillment/' || f.id AS source_id, f.created_at AS occurred_at, 'order' AS channel,
    'status' AS kind, 'fulfillment ' || coalesce(lower(f.status), 'created') AS touchpoint, 'outbound' AS direction,
    'system' AS party, f.order_id AS case_ref, b.email, b.phone, b.customer_id AS customer_ref
FROM fulfillment f LEFT JOIN buyers b ON b.id = f.order_id
"""

# The parcel at the door is what the customer wanted: the order's journey is resolved.
PARCELS = f"""
WITH {BUYERS},
parcels AS (SELECT id, min(order_id) AS order_id FROM fulfillment GROUP BY id),
known AS (
    SELECT e.*, coalesce(e.order_id, parcels.order_id) AS ordered
    FROM fulfillment_event e LEFT JOIN parcels ON parcels.id = e.fulfillment_id
    WHERE coalesce(lower(e._fivetran_deleted), 'false') <> 'true'
)
SELECT k._file, k._row, 'parcel/' || k.id AS source_id, coalesce(k.happened_at, k.created_at) AS occurred_at,
    'order' AS channel, 'status' AS kind, 'parcel ' || replace(lower(k.status), '_', ' ') AS touchpoint,
    'outbound' AS direction, 'system' AS party, k.ordered AS case_ref, k.message AS text,
    CASE lower(k.status) WHEN 'delivered' THEN 'resolved' END AS outcome, b.email, b.phone,
        b.customer_id AS customer_ref
FROM known k LEFT JOIN buyers b ON b.id = k.ordered
"""

REFUNDS = f"""
WITH {BUYERS},
paid_back AS (
    SELECT refund_id, CAST(sum(try_cast(amount AS DECIMAL(18, 2))) AS VARCHAR) AS amount
    FROM (SELECT DISTINCT id, refund_id, amount FROM "transaction" WHERE lower(kind) = 'refund'
        AND lower(status) = 'success')
    WHERE refund_id IS NOT NULL GROUP BY refund_id
),
made AS (SELECT *, coalesce(user_id, staff_member_id) AS staff FROM refund)
SELECT r._file, r._row, 'refund/' || r.id AS source_id, coalesce(r.processed_at, r.created_at) AS occurred_at,
    'order' AS channel, 'payment' AS kind, 'refund' AS touchpoint, 'outbound' AS direction,
    CASE WHEN r.staff IS NULL THEN 'system' ELSE 'agent' END AS party, r.staff AS party_id, r.order_id AS case_ref,
    r.note AS text, coalesce(r.total_refunded_set_shop_amount, p.amount) AS value,
    b.email, b.phone, b.customer_id AS customer_ref
FROM made r LEFT JOIN paid_back p ON p.refund_id = r.id LEFT JOIN buyers b ON b.id = r.order_id
"""

# The payment of a refund that has a row of its own is told there.
PAYMENTS = f"""
WITH {BUYERS},
known AS (
    SELECT *, lower(kind) = 'refund' AS is_refund, lower(status) IN ('failure', 'error') AS has_failed,
        coalesce(amount, amount_set_shop_amount) AS paid
    FROM "transaction"
    WHERE coalesce(lower(test), 'false') <> 'true'
        AND NOT (lower(kind) = 'refund' AND coalesce(refund_id, '') IN (SELECT id FROM refund WHERE id IS NOT NULL))
)
SELECT k._file, k._row, 'payment/' || k.id AS source_id, coalesce(k.processed_at, k.created_at) AS occurred_at,
    'order' AS channel, 'payment' AS kind,
    'payment ' || lower(k.kind) || CASE WHEN k.has_failed THEN ' failed' ELSE '' END AS touchpoint,
    CASE WHEN k.is_refund THEN 'outbound' ELSE 'inbound' END AS direction,
    CASE WHEN k.is_refund THEN 'system' ELSE 'customer' END AS party, k.order_id AS case_ref,
    CASE WHEN NOT coalesce(k.has_failed, false) THEN k.paid END AS value, b.email, b.phone,
        b.customer_id AS customer_ref
FROM known k LEFT JOIN buyers b ON b.id = k.order_id
"""

CUSTOMERS = "SELECT _file, _row, email, phone, id AS customer_ref FROM customer"

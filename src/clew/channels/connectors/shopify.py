"""Shopify: visits, checkouts left behind, orders, payments, parcels and refunds, joined to the customer by the order.

Stems are in normal form: lower case, without ``shopify_`` in front and ``_data`` and the like behind; GraphQL exports
put
``gql_`` before the table's name. ``klaviyo_`` files that lie in the same folder are left to the Klaviyo connector.
"""

from __future__ import annotations

from clew.channels.connector import Connector, Table
from clew.channels.connectors import _shopify_orders as queries


def _stems(name: str) -> tuple[str, ...]:
    """Return the stems of both generations of a table."""
    return (name, f"gql_{name}")


# Cards, codes, addresses and links by which one could act for the customer have no place in an interaction.
_PRIVATE = (
    *("_fivetran_synced", "_fivetran_deleted", "email", "phone", "browser_ip", "client_ip", "token", "cart_token"),
    *("checkout_token", "abandoned_checkout_url", "status_page_url", "receipt", "authorization", "authorization_code"),
    *("payment_credit_card_bin", "payment_credit_card_number", "payment_credit_card_company"),
    *(
        f"{side}_address_{part}"
        for side in ("billing", "shipping")
        for part in (
            *("address_0", "address_1", "address_2", "city", "company", "first_name", "last_name", "latitude"),
            *("longitude", "name", "phone", "province", "province_code", "zip"),
        )
    ),
)

_KEPT: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("abandoned_checkout_discount_code", ("checkout_id", "code", "index")),
    ("abandoned_checkout_shipping_line", ("checkout_id", "carrier_identifier")),
    ("collection", ("id", "handle", "sort_order")),
    ("collection_product", ("collection_id", "product_id")),
    ("collection_rule", ("collection_id", "condition", "relation")),
    ("customer_address", ("customer_id", "address_1", "country_code")),
    ("customer_tag", ("customer_id", "index", "value")),
    ("discount_allocation", ("discount_application_index", "order_line_id")),
    ("discount_application", ("allocation_method", "target_selection")),
    ("discount_code_app", ("id", "async_usage_count", "starts_at")),
    ("discount_code_basic", ("id", "async_usage_count", "starts_at")),
    ("discount_code_bxgy", ("id", "async_usage_count", "starts_at")),
    ("discount_code_free_shipping", ("id", "async_usage_count", "starts_at")),
    ("discount_redeem_code", ("discount_id", "discount_type", "code")),
    ("fulfillment_order_line_item", ("fulfillment_order_id", "remaining_quantity")),
    ("fulfillment_tracking_info", ("fulfillment_id", "number", "company")),
    ("inventory_item", ("id", "country_code_of_origin", "duplicate_sku_count")),
    ("inventory_level", ("inventory_item_id", "location_id")),
    ("inventory_quantity", ("inventory_item_id", "inventory_level_id")),
    ("location", ("id", "address_1", "city")),
    ("media", ("id", "status")),
    ("media_image", ("media_id", "image_id")),
    ("metafield", ("key", "owner_resource", "value_type")),
    ("order_adjustment", ("id", "refund_id", "reason")),
    ("order_custom_attribute", ("order_id", "key", "value")),
    ("order_discount_code", ("order_id", "code", "index")),
    ("order_line", ("id", "order_id", "product_id", "quantity")),
    ("order_line_refund", ("id", "refund_id", "order_line_id")),
    ("order_line_tax_line", ("order_line_id", "index")),
    ("order_note_attribute", ("name", "order_id", "value")),
    ("order_shipping_line", ("carrier_identifier", "code")),
    ("order_shipping_tax_line", ("order_shipping_line_id", "index")),
    ("order_tag", ("order_id", "index", "value")),
    ("order_url_tag", ("key", "order_id", "value")),
    ("product", ("id", "handle", "product_type")),
    ("product_media", ("product_id", "media_id")),
    ("product_tag", ("product_id", "index", "value")),
    ("product_variant", ("product_id", "inventory_item_id", "barcode")),
    ("product_variant_media", ("product_variant_id", "media_id")),
    ("refund_line_item", ("refund_id", "order_line_id")),
    ("shop", ("id", "_fivetran_synced")),
    ("tax_line", ("index", "order_line_id", "rate")),
    # Every tender is also a transaction, which says more: payment, capture, refund, success.
    ("tender_transaction", ("payment_method", "remote_reference", "order_id")),
)

CONNECTOR = Connector(
    name="shopify",
    title="Shopify",
    question="What did each customer look at, leave behind, buy, pay, receive and send back?",
    documentation="https://shopify.dev/docs/api/admin-graphql",
    source="shopify",
    tables=(
        Table(
            "order",
            _stems("order"),
            ("id", "customer_id", "number", "processed_at", "cancelled_at"),
            columns=(
                *("id", "customer_id", "email", "phone", "created_at", "processed_at", "updated_at", "cancelled_at"),
                *(
                    "cancel_reason",
                    "closed_at",
                    "source_name",
                    "test",
                    "note",
                    "total_price",
                    "total_price_set_shop_amount",
                ),
                *("checkout_token", "_fivetran_deleted"),
            ),
            sql=queries.ORDERS,
            carried=(
                "id",
                "customer_id",
                "processed_at",
                "cancelled_at",
                "closed_at",
                "note",
                "total_price",
                *_PRIVATE,
            ),
        ),
        Table(
            "abandoned_checkout",
            _stems("abandoned_checkout"),
            ("id", "customer_id", "abandoned_checkout_url"),
            columns=(
                *("id", "customer_id", "email", "phone", "created_at", "completed_at", "token", "total_price"),
                *("total_price_set_shop_amount", "_fivetran_deleted"),
            ),
            sql=queries.CHECKOUTS,
            carried=("id", "customer_id", "created_at", "total_price", *_PRIVATE),
        ),
        Table(
            "customer_visit",
            _stems("customer_visit"),
            ("id", "order_id", "occurred_at", "landing_page"),
            columns=("id", "order_id", "occurred_at", "source_type"),
            sql=queries.VISITS,
            carried=("id", "order_id", "occurred_at", *_PRIVATE),
        ),
        Table(
            "fulfillment",
            _stems("fulfillment"),
            ("id", "location_id", "order_id", "status"),
            columns=("id", "order_id", "status", "created_at"),
            sql=queries.FULFILLMENTS,
            carried=("id", "order_id", "created_at", *_PRIVATE),
        ),
        Table(
            "fulfillment_event",
            _stems("fulfillment_event"),
            ("id", "fulfillment_id", "happened_at", "estimated_delivery_at"),
            columns=(
                *("id", "fulfillment_id", "order_id", "status", "message", "happened_at", "created_at"),
                "_fivetran_deleted",
            ),
            sql=queries.PARCELS,
            carried=(
                "id",
                "order_id",
                "happened_at",
                "message",
                "latitude",
                "longitude",
                "address_1",
                "zip",
                *_PRIVATE,
            ),
        ),
        Table(
            "refund",
            _stems("refund"),
            ("id", "order_id", "created_at", "note"),
            columns=(
                *("id", "order_id", "user_id", "staff_member_id", "created_at", "processed_at", "note"),
                "total_refunded_set_shop_amount",
            ),
            sql=queries.REFUNDS,
            carried=("id", "order_id", "processed_at", "note", *_PRIVATE),
        ),
        Table(
            "transaction",
            _stems("transaction"),
            ("id", "order_id", "gateway", "kind", "status"),
            columns=(
                *("id", "order_id", "refund_id", "kind", "status", "test", "amount", "amount_set_shop_amount"),
                *("created_at", "processed_at"),
            ),
            sql=queries.PAYMENTS,
            carried=("id", "order_id", "processed_at", "amount", *_PRIVATE),
        ),
        Table(
            "customer",
            _stems("customer"),
            ("id", "orders_count", "total_spent", "verified_email"),
            columns=("id", "email", "phone"),
            profile_sql=queries.CUSTOMERS,
        ),
        *(Table(name, _stems(name), needs) for name, needs in _KEPT),
    ),
)

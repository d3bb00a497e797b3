"""A mailbox, or single messages: each mail between a customer and the company becomes an interaction in its thread.

Which end of a mail is the company's is learnt from all files of a folder. The company's is the domain that takes part in
most mails; what counts beside is how often one of its addresses does, how often one that is named as companies name theirs
(``support@``, ``info@``), and how often the mail was delivered to it (``Delivered-To``). At a provider of free mail each
address stands for itself, at half the weight. The company's subdomains are the company.

A mail from the company is outbound to its first receiver outside, any other is inbound from its sender. One that the
company sent to itself is the customer's whom ``Reply-To`` names (a contact form), else internal to its thread's customer.
The thread is the first of ``References``, else ``In-Reply-To``, followed from mail to mail; else the mail itself.
``Ticket 12345``, ``Case 12345`` or ``[#12345]`` in the subject is the case.

Automatic mail (``Auto-Submitted``) and the company's no-reply mail are the system's. The company's newsletters
(``List-Unsubscribe``, ``Precedence: bulk``) are campaigns. Newsletters and no-reply mail of others, and mail among
colleagues that belongs to no customer's thread, are kept as records.
"""

from __future__ import annotations

from clew.channels.connector import Connector, Table
from clew.channels.connectors._mailbox_queries import DRAFTS

MAILS = Table(
    name="mails",
    stems=("mails", "mailbox", "inbox", "sent"),
    needs=("message_id", "in_reply_to", "from", "date", "body"),
    columns=(
        *("message_id", "in_reply_to", "references", "date", "from", "from_name", "to", "cc", "reply_to"),
        *("delivered_to", "subject", "body", "list_unsubscribe", "auto_submitted", "precedence", "attachments", "note"),
    ),
    sql=DRAFTS,
)

CONNECTOR = Connector(
    name="mailbox",
    title="Mailbox",
    question="What do customers write by e-mail, and when does who answer?",
    tables=(MAILS,),
    documentation="Internet messages (RFC 5322) in a mailbox (RFC 4155) or alone. The company's side is the domain that takes part in "
    "most mails of the folder; a mail's thread is the first of its `References`.",
    source="mailbox",
    aliases=("mbox", "eml", "mail"),
    formats=("mbox", "eml"),
    together=True,
    examples=("clew import inbox.mbox sent.mbox",),
)

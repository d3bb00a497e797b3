"""The channels a company and its customers meet on, and what each leads a customer to expect."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Tempo = Literal["real_time", "asynchronous", "self_service"]


@dataclass(frozen=True)
class Channel:
    """One way to meet: its tempo and the answer a customer expects, in seconds (0 = no answer is awaited)."""

    name: str
    title: str
    tempo: Tempo
    expected_response_seconds: int
    also_called: tuple[str, ...] = ()


HOUR = 3600

CHANNELS: tuple[Channel, ...] = (
    Channel(
        "chat", "Chat", "real_time", 60, ("live chat", "livechat", "web chat", "webchat", "messenger", "messaging")
    ),
    Channel("chatbot", "Chatbot", "real_time", 5, ("bot", "virtual agent", "virtual assistant", "assistant")),
    Channel("email", "E-mail", "asynchronous", 24 * HOUR, ("e-mail", "mail", "e mail", "inbox", "mailbox")),
    Channel("phone", "Phone", "real_time", 120, ("call", "voice", "telephone", "tel", "phone call", "hotline")),
    Channel("ivr", "Phone menu", "self_service", 0, ("phone menu", "interactive voice response", "voice menu")),
    Channel("sms", "SMS", "asynchronous", HOUR, ("text", "text message", "mms")),
    Channel("whatsapp", "WhatsApp", "asynchronous", HOUR, ("whats app", "wa")),
    Channel(
        "social",
        "Social media",
        "asynchronous",
        HOUR,
        ("twitter", "facebook", "instagram", "x", "tweet", "social media", "reddit"),
    ),
    Channel(
        "self_service",
        "Help centre",
        "self_service",
        0,
        ("self service", "self-service", "help center", "help centre", "portal", "faq", "knowledge base"),
    ),
    Channel("web", "Website", "self_service", 0, ("website", "web site", "browser", "page", "web form", "form")),
    Channel("app", "App", "self_service", 0, ("mobile app", "mobile", "ios", "android")),
    Channel(
        "in_person",
        "In person",
        "real_time",
        300,
        ("in person", "in-person", "store", "shop", "branch", "walk in", "walk-in", "meeting"),
    ),
    Channel("post", "Post", "asynchronous", 5 * 24 * HOUR, ("letter", "postal", "fax")),
    Channel(
        "back_office",
        "Back office",
        "asynchronous",
        24 * HOUR,
        ("back office", "back-office", "backoffice", "internal", "direct opening"),
    ),
    Channel("survey", "Survey", "asynchronous", 0, ("questionnaire", "feedback", "nps", "csat")),
    Channel("order", "Orders", "self_service", 0, ("orders", "purchase", "checkout", "shipment", "delivery")),
    Channel("ad", "Advertising", "asynchronous", 0, ("ads", "advertising", "campaign", "display", "paid search")),
)

BY_NAME: dict[str, Channel] = {channel.name: channel for channel in CHANNELS}


def _plain(word: str) -> str:
    return " ".join(word.strip().lower().replace("_", " ").replace("-", " ").split())


#: Every spelling Clew knows, in lower case with blanks for ``_`` and ``-``, to the channel's name.
SPELLINGS: dict[str, str] = {
    _plain(word): channel.name for channel in CHANNELS for word in (channel.name, channel.title, *channel.also_called)
}


def channel_named(word: str) -> str | None:
    """Return the channel's name for a spelling of it ("Live chat" is ``chat``), or None when Clew knows none.

    >>> channel_named("Live Chat"), channel_named("self-service"), channel_named("emial")
    ('chat', 'self_service', None)
    """
    return SPELLINGS.get(_plain(word))

"""What a source calls a customer: a namespace and a value, written ``namespace:value``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Identifier:
    """One name for a customer, already normalised; ``str(identifier)`` is how tables hold it.

    >>> str(Identifier("email", "mia@example.com"))
    'email:mia@example.com'
    """

    namespace: str
    value: str

    def __str__(self) -> str:
        return f"{self.namespace}:{self.value}"

    @classmethod
    def parse(cls, text: str) -> Identifier:
        """Read ``namespace:value``; a text without a colon is a value in the namespace ``""`` (any)."""
        namespace, colon, value = text.partition(":")
        return cls(namespace, value) if colon else cls("", text)


#: Shared namespaces; a source's own customer numbers live in the namespace named after the source.
NAMESPACES = ("email", "phone", "account", "device", "handle")
#: Kinds of identifier under which somebody else may come: a relative's phone, a tablet on the sofa.
LENT = ("phone", "device", "handle")

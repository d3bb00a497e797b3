"""Names that people have and go by, and numbers and addresses that belong to nobody."""

from __future__ import annotations

_FIRST_AND_NICK = (
    "Amelia:Amy Oliver:Ollie Isla: Noah: Ava: George: Mia: Arthur:Art Ivy: Leo: Frederick:Fred Harold:Harry Lillian:Lily "
    "Oscar: Florence:Flo Archibald:Archie Willow: Henry:Hank Rosemary:Rosie Theodore:Theo Sophia:Sophie Jack: "
    "Isabella:Bella Frances:Fran Grace: Alfred:Alfie Daisy: Charles:Charlie Sienna: Thomas:Tom Poppy: Finley:Fin "
    "Elizabeth:Liz Lucas:Luke Eleanor:Ellie Ethan: Evelyn:Evie Isaac: Phoebe: Maximilian:Max Logan: Charlotte:Lottie "
    "Adam: Maya: Yusuf: Aisha: Ravi: Priya: Wei: Ngozi: Kwame: Zofia: Piotr: Marta: Diego: Lucia: Omar: William:Bill "
    "Robert:Bob Margaret:Peggy Katherine:Kate Michael:Mike Jennifer:Jen Christopher:Chris Matthew:Matt Anthony:Tony "
    "Patricia:Pat Deborah:Debbie Samuel:Sam Alexandra:Alex Benjamin:Ben Victoria:Vicky Nicholas:Nick Rebecca:Becky "
    "Joshua:Josh Andrew:Andy Daniel:Dan Jessica:Jess Natalie:Nat Timothy:Tim Gregory:Greg Kimberly:Kim"
)
_LAST = (
    "Smith Jones Taylor Brown Williams Wilson Johnson Davies Patel Robinson Wright Thompson Evans Walker White Roberts Green "
    "Hall Wood Jackson Clarke Khan Ali Hussain Begum Singh Kaur Kowalski Nowak Murphy Kelly Ryan Campbell Stewart Morrison "
    "Fraser Hughes Morgan Price Griffiths Bennett Cox Ward Turner Carter Mitchell Shaw Osei Okafor Mensah Chen Garcia "
    "Martinez Rodriguez Lopez Hernandez Nguyen Tran Kim Park Cohen Schmidt Fischer Rossi Costa Silva Haddad Yilmaz Ivanov"
)
#: First names with what their bearers also go by.
FIRST: tuple[tuple[str, str], ...] = tuple(
    (first, nick or first) for first, _, nick in (pair.partition(":") for pair in _FIRST_AND_NICK.split())
)
LAST: tuple[str, ...] = tuple(_LAST.split())
#: Domains that the standards keep for examples.
DOMAINS = ("example.com", "example.org", "example.net")

#: All area codes that the North American plan allows; 555 is an exchange that it gives to nobody.
_AREAS = tuple(code for code in range(201, 990) if code % 100 != 11 and code // 10 % 10 != 9)
_LINES = 9_000
PHONES = len(_AREAS) * _LINES


def phone(index: int) -> str:
    """Return a telephone number in E.164 that nobody has: one for each index below :data:`PHONES`.

    >>> phone(0), phone(1), phone(0) == phone(PHONES)
    ('+12015551000', '+12025551000', True)
    """
    index %= PHONES
    return f"+1{_AREAS[index % len(_AREAS)]}555{1000 + index // len(_AREAS):04}"


def scrambled(index: int, size: int, key: int = 0) -> int:
    """Return another number below ``size`` for each index below it; what one key gives tells nothing of another's.

    A Feistel network of four rounds over the next power of four, walked until the number is below ``size`` (Black and
    Rogaway 2002). Not a secret: it keeps whoever counts from finding people by arithmetic on their numbers.

    >>> sorted(scrambled(index, 10, 3) for index in range(10)) == list(range(10))
    True
    """
    half = (max(size - 1, 3).bit_length() + 1) // 2
    mask = (1 << half) - 1
    found = index
    while True:
        left, right = found >> half, found & mask
        for turn in range(4):
            left, right = right, left ^ (_mixed(right + (key << 3) + turn) & mask)
        found = left << half | right
        if found < size:
            return found


def share_of(number: int, name: int, key: int) -> float:
    """Return a number from 0 to 1 (not included) for each number, another one under another name or key."""
    return _mixed(_mixed(_mixed(key) ^ name) ^ number) / (_WORD + 1)


def _mixed(number: int) -> int:
    """Return 64 bits that look like chance (Steele, Lea and Flood 2014: the finaliser of SplitMix)."""
    number = (number * 0x9E3779B97F4A7C15 + 0xD1B54A32D192ED03) & _WORD
    number = (number ^ number >> 30) * 0xBF58476D1CE4E5B9 & _WORD
    number = (number ^ number >> 27) * 0x94D049BB133111EB & _WORD
    return number ^ number >> 31


_WORD = (1 << 64) - 1
_DIGITS = "0123456789abcdefghjkmnpqrstuvwxyz"


def short(number: int) -> str:
    """Return a number in few characters.

    >>> short(0), short(33), short(1000)
    ('0', '10', 'wa')
    """
    text = ""
    while True:
        number, digit = divmod(number, len(_DIGITS))
        text = _DIGITS[digit] + text
        if not number:
            return text

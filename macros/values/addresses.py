"""Addresses on the web and of email, taken apart as a browser takes them: each leads somewhere."""

import ipaddress
import re
from typing import Annotated
from urllib.parse import quote, unquote, urlsplit

from pydantic import AfterValidator

from macros.reading.kinds import refusing

LONGEST = 2_000  # characters; some programs cut a longer one short
LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")  # between the dots of a host's name
AT_HOME = {"localhost", "local", "localdomain", "internal", "invalid", "lan", "onion"}  # hosts that others do not reach
LOCAL = re.compile(r"[A-Za-z0-9_'&+-]+(\.[A-Za-z0-9_'&+-]+)*")  # of an email address, in front of its '@'
NEVER = re.compile(r'[\x00-\x20<>"\\^`{}|\x7f]')  # RFC 3986 has none of them
KEPT = "%/:=&?~#+!$,;'@()*[]"  # what stands for itself, beside letters and digits
ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
AN_EMAIL, AN_ADDRESS = "an email address such as office@example.org", "an address such as https://www.example.org/page"
A_SITE = "the address where the site begins, such as https://www.example.org/parents/"


def _wrong_host(host: str) -> str | None:
    """What is wrong with a host's name: it has a dot, and is no number."""
    labels = host.lower().split(".")
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        pass
    else:
        return "has a number in place of a name"
    if len(labels) < 2 or labels[-1] in AT_HOME:
        return "leads to nowhere that others reach"
    if len(host) > 253 or not all(map(LABEL.fullmatch, labels)) or not re.search("[a-z]", labels[-1]):
        return "has a name between '//' and the next '/' that no host can have"
    return None


def _in_ascii(host: str) -> str | None:
    """A name with letters beyond a to z as the web writes it; None where it has none, or cannot be one."""
    try:
        return None if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        return None


def wrong_address(address: str, like: str = AN_ADDRESS, schemes: tuple[str, ...] = ("https",)) -> str | None:
    """What to say of an address that does not answer. like: what it should be."""
    if len(address) > LONGEST:
        return (
            f"has {len(address)} characters; {LONGEST} is the most, so take out what stands after '?', if anything does"
        )
    why = _wrong(address, schemes)
    if why and why.startswith("https"):  # the right form
        return f"is '{address}'; write it as {why}"
    return why if why is None else f"is '{address}'{why and f', which {why}'}; it should be {like}"


def _wrong(address: str, schemes: tuple[str, ...]) -> str | None:  # noqa: PLR0911 - one thing after another
    """Why an address does not answer, in words; '' where there are none, or how it is written rightly."""
    if not re.match(rf"({'|'.join(schemes)})://[^/?#]", address):
        return ""
    if sign := NEVER.search(address):
        return "has a space in it" if sign[0] == " " else f"has {sign[0]!r} in it"
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return "has a port that is none" if ":" in address.partition("//")[2] else "is not whole"
    if "@" in parts.netloc:
        return "has a name or a password in front of '@'"
    if plain := _in_ascii(host):
        return _wrong_host(plain) or f"https://{plain}{quote(address.partition('//')[2][len(host) :], safe=KEPT)}"
    if port == 0 or parts.netloc.endswith(":"):
        return "has a port that is none"
    return _wrong_host(host) or _wrong_path(address, parts.path)


def _wrong_path(address: str, path: str) -> str | None:
    """The same of what stands behind the host."""
    if ESCAPE.search(address):
        return "has a '%' without two digits behind it"
    if {".", ".."} & {*unquote(path).split("/")}:
        return "goes up or stands still by '.' or '..'"
    if re.search(r"[()]", re.sub(r"\([^()]*\)", "", address)):  # without its pair it would end a link in Markdown
        return address.replace("(", "%28").replace(")", "%29")
    return None if address.isascii() else quote(address, safe=KEPT)


def _wrong_site(address: str) -> str | None:
    """The same of the address that all pages stand below."""
    if re.match(r"https://[^?#]*[?#]", address):
        return f"is '{address}', which has a '?' or '#' in it; it should be {A_SITE}"
    return wrong_address(address, A_SITE)


def wrong_email(email: str, like: str = AN_EMAIL) -> str | None:
    """What to say of an email address that nothing can be sent to."""
    local, at, host = email.partition("@")
    if at and LOCAL.fullmatch(local) and (plain := _in_ascii(host)) and not _wrong_host(plain):
        return f"is '{email}'; write it as {local}@{plain}"
    fits = len(local) <= 64 and len(email) <= 254 and at and LOCAL.fullmatch(local)
    return None if fits and not _wrong_host(host) else f"is '{email}'; it should be {like}"


def _wrong_either(words: str) -> str | None:
    """The same of what may be an email address or an address on the web."""
    either = f"{AN_EMAIL}, or {AN_ADDRESS}"
    return wrong_address(words, either) if "://" in words else wrong_email(words, either)


def _with_slash(address: str) -> str:
    """Pages stand below it, so it ends in '/' even if it was typed without."""
    return address.rstrip("/") + "/"


Address = Annotated[str, refusing(wrong_address)]
SiteAddress = Annotated[str, refusing(_wrong_site), AfterValidator(_with_slash)]
Email = Annotated[str, refusing(wrong_email)]
EmailOrAddress = Annotated[str, refusing(_wrong_either)]

"""What may be reached: web addresses taken apart, hosts told from numbers in disguise, IP addresses sorted.

Everything that news brings in is an address that somebody else wrote. None of them may make Didar talk to the machine it
runs on, to its network, or to the services that clouds keep on addresses of their own. Two checks do that: `parse_url`
looks at what is written, `refuse_ip` at what the name resolves to; the connection is then made to the address that was
checked (`network`), so that a second resolution cannot give another one.
"""

import re
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from urllib.parse import quote, urljoin, urlsplit

import idna

from didar.terms import Reason

Fault = tuple[Reason, str]

MAX_URL = 2000  # characters, once percent-encoded; Persian paths are long
PORTS = {"http": 80, "https": 443}

_UNSAFE = re.compile(r"[\x00-\x20\x7f\\]")
_NUMBER = re.compile(r"(?:0[xX][0-9a-fA-F]*|[0-9]+)\Z")
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\Z")
_LOCAL_NAMES = ("localhost", "local", "internal", "intranet", "lan", "home", "corp", "private", "arpa", "onion", "test", "invalid")
_KEPT = "%!$&'()*+,;=:@/~"

_V4 = [
    ("0.0.0.0/8", "this network"),
    ("10.0.0.0/8", "a private network"),
    ("100.64.0.0/10", "a provider's own network (CGNAT)"),
    ("127.0.0.0/8", "this machine (loopback)"),
    ("168.63.129.16/32", "a cloud's own service"),
    ("169.254.0.0/16", "a link-local address"),
    ("172.16.0.0/12", "a private network"),
    ("192.0.0.0/24", "a reserved address"),
    ("192.0.2.0/24", "an address for documents"),
    ("192.88.99.0/24", "a 6to4 relay"),
    ("192.168.0.0/16", "a private network"),
    ("198.18.0.0/15", "a network for measurements"),
    ("198.51.100.0/24", "an address for documents"),
    ("203.0.113.0/24", "an address for documents"),
    ("224.0.0.0/4", "a multicast address"),
    ("240.0.0.0/4", "a reserved address"),
]
_V6 = [
    ("::/128", "no address"),
    ("::1/128", "this machine (loopback)"),
    ("::ffff:0:0/96", "an IPv4 address in disguise (mapped)"),
    ("::ffff:0:0:0/96", "an IPv4 address in disguise (translated)"),
    ("::/96", "an IPv4 address in disguise (compatible)"),
    ("64:ff9b::/96", "an IPv4 address in disguise (NAT64)"),
    ("64:ff9b:1::/48", "an IPv4 address in disguise (NAT64)"),
    ("100::/64", "an address that leads nowhere"),
    ("2001::/32", "an IPv4 address in disguise (Teredo)"),
    ("2001::/23", "a reserved address"),
    ("2001:db8::/32", "an address for documents"),
    ("2002::/16", "an IPv4 address in disguise (6to4)"),
    ("3fff::/20", "an address for documents"),
    ("fc00::/7", "a private network"),
    ("fe80::/10", "a link-local address"),
    ("fec0::/10", "a private network"),
    ("ff00::/8", "a multicast address"),
]
_REFUSED_V4 = [(IPv4Network(net), what) for net, what in _V4]
_REFUSED_V6 = [(IPv6Network(net), what) for net, what in _V6]
_GLOBAL_V6 = IPv6Network("2000::/3")


@dataclass(frozen=True, slots=True)
class Allowance:
    """Exceptions for tests and closed networks, given to a constructor only: no setting and no option sets them.

    sockets: (IP address, port) that may be reached although `refuse_ip` refuses the address.
    ports:   ports beside 80 and 443.
    names:   host names that may be asked for although they look local.
    """

    sockets: frozenset[tuple[str, int]] = frozenset()
    ports: frozenset[int] = field(default_factory=frozenset)
    names: frozenset[str] = frozenset()


NOTHING = Allowance()


@dataclass(frozen=True, slots=True)
class Address:
    """A web address that may be asked for, as far as its spelling tells. `host`: a name in ASCII or an IP address."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def origin(self) -> str:
        """Scheme, host and port: what one robots.txt speaks for."""
        return f"{self.scheme}://{self._authority}"

    @property
    def url(self) -> str:
        return f"{self.origin}{self.target}"

    @property
    def _authority(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def authority(self) -> str:
        """What stands in the Host header."""
        return self._authority


def parse_url(url: str, *, base: str | None = None, allow: Allowance = NOTHING) -> Address | Fault:
    """The address, or why it is refused: not http, with a user in it, a number for a host, a port that is not the web's.

    base: what a relative address (of a redirect, of a feed's item) is relative to.
    """
    url = url.strip(" \t\r\n")
    shown = url[:80]
    if _UNSAFE.search(url):
        return Reason.BAD_ADDRESS, f"{shown!r} has blanks, control characters or backslashes in it, expected a web address"
    try:
        parts = urlsplit(urljoin(base, url) if base else url)
        port = parts.port
    except ValueError as error:
        return Reason.BAD_ADDRESS, f"{shown!r} is no web address ({error})"
    if parts.scheme not in PORTS:
        return Reason.BAD_ADDRESS, f"{shown!r} is of the kind «{parts.scheme or 'none'}», expected http or https"
    if "@" in parts.netloc:
        return Reason.BAD_ADDRESS, f"{shown!r} has a user name in it, expected a host alone"
    host = _host(parts.hostname or "", bracketed="[" in parts.netloc, allow=allow)
    if isinstance(host, tuple):
        return host
    port = PORTS[parts.scheme] if port is None else port
    if port != PORTS[parts.scheme] and port not in allow.ports:
        return Reason.BAD_ADDRESS, f"{shown!r} names the port {port}, expected 80 for http, 443 for https"
    target = quote(parts.path or "/", safe=_KEPT) + (f"?{quote(parts.query, safe=_KEPT + '?')}" if parts.query else "")
    address = Address(scheme=parts.scheme, host=host, port=port, target=target)
    if len(address.url) > MAX_URL:
        return Reason.BAD_ADDRESS, f"{shown!r}… has {len(address.url):,} characters, expected at most {MAX_URL:,}"
    return address


def _host(host: str, *, bracketed: bool, allow: Allowance) -> str | Fault:
    """A host as it is looked up: ASCII, lower case, no dot at the end; an IP address in its usual form."""
    if bracketed:
        return _ipv6(host)
    host = host.removesuffix(".")
    if not host.isascii():
        try:
            host = idna.encode(host, uts46=True, std3_rules=True).decode("ascii")
        except (idna.IDNAError, UnicodeError) as error:
            return Reason.BAD_ADDRESS, f"{host!r} is no host name ({error})"
    host = host.lower().removesuffix(".")
    labels = host.split(".")
    if _NUMBER.match(labels[-1]):
        return _ipv4(host)
    if not host or len(host) > 253 or not all(map(_LABEL.match, labels)):
        return Reason.BAD_ADDRESS, f"{host!r} is no host name"
    if host not in allow.names and (len(labels) == 1 or labels[-1] in _LOCAL_NAMES):
        return Reason.FORBIDDEN_ADDRESS, f"{host!r} is a name of a local network, expected a public host"
    return host


def _ipv6(host: str) -> str | Fault:
    try:
        return str(IPv6Address(host)) if "%" not in host else (Reason.BAD_ADDRESS, f"[{host}] names a zone of this machine")
    except ValueError:
        return Reason.BAD_ADDRESS, f"[{host}] is no IPv6 address"


def _ipv4(host: str) -> str | Fault:
    """A host that ends in a number is an IPv4 address of four plain numbers, or none: 2130706433, 0x7f.1 and 127.1 are tricks."""
    try:
        return str(IPv4Address(host))
    except ValueError:
        return Reason.FORBIDDEN_ADDRESS, f"{host!r} is a number in disguise, expected a host name or four plain numbers"


def refuse_ip(ip: str, port: int, *, allow: Allowance = NOTHING) -> str | None:
    """Why an IP address may not be connected to, None where it may: only addresses of the public net."""
    try:
        address = ip_address(ip)
    except ValueError:
        return f"{ip} is no address"
    if (str(address), port) in allow.sockets:
        return None
    refused: list[tuple[IPv4Network, str]] | list[tuple[IPv6Network, str]]
    refused = _REFUSED_V4 if isinstance(address, IPv4Address) else _REFUSED_V6
    for network, what in refused:
        if address in network:
            return f"{ip} is {what}"
    if isinstance(address, IPv6Address) and address not in _GLOBAL_V6:
        return f"{ip} is a reserved address"
    return None if address.is_global else f"{ip} is not an address of the public net"

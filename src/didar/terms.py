"""The closed word lists of the codebook. Nothing outside them is ever written into a reading."""

from enum import StrEnum


class EngagementKind(StrEnum):
    """What kind of official contact an engagement is (codebook, section 2)."""

    MEETING = "meeting"
    CALL = "call"
    VISIT = "visit"
    CONFERENCE = "conference"
    TALKS = "talks"
    MESSAGE = "message"
    SIGNING = "signing"
    SUMMONS = "summons"
    CREDENTIALS = "credentials"


class Mode(StrEnum):
    """How a call, message or round of talks is carried on."""

    PHONE = "phone"
    VIDEO = "video"
    WRITTEN = "written"
    ORAL = "oral"
    DIRECT = "direct"
    INDIRECT = "indirect"


class Status(StrEnum):
    """Where an engagement stands when the article is published."""

    HELD = "held"
    ONGOING = "ongoing"
    PLANNED = "planned"
    PROPOSED = "proposed"
    CALLED_OFF = "called_off"
    DENIED = "denied"


class Role(StrEnum):
    """What a participant does in an engagement."""

    HOST = "host"
    GUEST = "guest"
    SENDER = "sender"
    BEARER = "bearer"
    RECIPIENT = "recipient"
    MEDIATOR = "mediator"
    SIGNATORY = "signatory"
    SUMMONED = "summoned"
    PARTICIPANT = "participant"


class Office(StrEnum):
    """What a person holds on the day, according to the text (codebook, section 1)."""

    HEAD_OF_STATE = "head_of_state"
    PRESIDENT = "president"
    PRIME_MINISTER = "prime_minister"
    VICE_PRESIDENT = "vice_president"
    FOREIGN_MINISTER = "foreign_minister"
    DEPUTY_FOREIGN_MINISTER = "deputy_foreign_minister"
    MINISTER = "minister"
    DEPUTY_MINISTER = "deputy_minister"
    SPEAKER_OF_PARLIAMENT = "speaker_of_parliament"
    MEMBER_OF_PARLIAMENT = "member_of_parliament"
    SECURITY_COUNCIL_SECRETARY = "security_council_secretary"
    AMBASSADOR = "ambassador"
    CHARGE_DAFFAIRES = "charge_daffaires"
    PERMANENT_REPRESENTATIVE = "permanent_representative"
    SPECIAL_ENVOY = "special_envoy"
    SPOKESPERSON = "spokesperson"
    DIRECTOR_GENERAL = "director_general"
    SECRETARY_GENERAL = "secretary_general"
    HIGH_REPRESENTATIVE = "high_representative"
    ADVISER = "adviser"
    NEGOTIATOR = "negotiator"
    MILITARY_COMMANDER = "military_commander"
    GOVERNOR = "governor"
    MAYOR = "mayor"
    PARTY_LEADER = "party_leader"
    DELEGATION = "delegation"
    OTHER = "other"


class Act(StrEnum):
    """What a statement does (codebook, section 3)."""

    SAY = "say"
    ANNOUNCE = "announce"
    STRESS = "stress"
    EXPLAIN = "explain"
    WELCOME = "welcome"
    SUPPORT = "support"
    AGREE = "agree"
    HOPE = "hope"
    REQUEST = "request"
    PROPOSE = "propose"
    CRITICISE = "criticise"
    ACCUSE = "accuse"
    CONDEMN = "condemn"
    REJECT = "reject"
    WARN = "warn"
    CONDOLE = "condole"


class Medium(StrEnum):
    """Where a statement was made."""

    MEETING = "meeting"
    CALL = "call"
    PRESS = "press"
    INTERVIEW = "interview"
    SPEECH = "speech"
    STATEMENT = "statement"
    POST = "post"
    LETTER = "letter"


class Stage(StrEnum):
    """A step in the life of an agreement."""

    PROPOSED = "proposed"
    NEGOTIATED = "negotiated"
    INITIALLED = "initialled"
    SIGNED = "signed"
    APPROVED = "approved"
    IN_FORCE = "in_force"
    IMPLEMENTED = "implemented"
    SUSPENDED = "suspended"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


class StageStatus(StrEnum):
    """Whether a stage is told as a fact, as a plan or as a wish."""

    REPORTED = "reported"
    PLANNED = "planned"
    CALLED_FOR = "called_for"


class ClaimKind(StrEnum):
    """What is countable in a claim."""

    ORDINAL = "ordinal"
    COUNT = "count"
    FIRST_EVER = "first_ever"
    LAST_TIME = "last_time"
    CALENDAR = "calendar"


class DateBasis(StrEnum):
    """How a date is known: told, computed from a relative word, or assumed from the publication."""

    STATED = "stated"
    COMPUTED = "computed"
    ASSUMED = "assumed"


class Calendar(StrEnum):
    """The calendar that a writer used."""

    JALALI = "jalali"
    GREGORIAN = "gregorian"
    HIJRI = "hijri"


class Verdict(StrEnum):
    """Whether two readings tell of one contact."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


class Reason(StrEnum):
    """Why something was left out or set aside. `didar audit` counts these; docs/reasons.md lists them all."""

    EMPTY_TEXT = "empty_text"
    TEXT_TOO_LONG = "text_too_long"
    NOT_TEXT = "not_text"
    BAD_ENCODING = "bad_encoding"
    BAD_JSON = "bad_json"
    MISSING_FIELD = "missing_field"
    BAD_FIELD = "bad_field"
    BAD_DATE = "bad_date"
    DATES_DIFFER = "dates_differ"
    NO_ARTICLE = "no_article"
    OTHER_LANGUAGE = "other_language"
    HOSTILE = "hostile"
    TOO_SLOW = "too_slow"
    CUT_SHORT = "cut_short"
    UNREADABLE_FILE = "unreadable_file"
    BAD_ADDRESS = "bad_address"
    FORBIDDEN_ADDRESS = "forbidden_address"
    FORBIDDEN_BY_ROBOTS = "forbidden_by_robots"
    UNREACHABLE = "unreachable"
    TIMED_OUT = "timed_out"
    TOO_LARGE = "too_large"
    TOO_MANY_REDIRECTS = "too_many_redirects"
    HTTP_ERROR = "http_error"
    GONE = "gone"
    BAD_FEED = "bad_feed"
    ONLY_SUMMARY = "only_summary"
    GAP = "gap"
    READER_FAILED = "reader_failed"
    NO_SUCH_DAY = "no_such_day"
    UNKNOWN_MONTH = "unknown_month"
    NO_ANCHOR = "no_anchor"
    VAGUE = "vague"
    NO_REFERENT = "no_referent"
    UNKNOWN_PARTY = "unknown_party"
    BOILERPLATE = "boilerplate"
    REPEATED = "repeated"
    NO_YEAR = "no_year"
    NO_DAY = "no_day"
    OUT_OF_RANGE = "out_of_range"
    A_DURATION = "a_duration"
    REPEATS = "repeats"


class Tense(StrEnum):
    """The time that a clause's verb tells of; decides on which side of the publication a bare date lies."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"

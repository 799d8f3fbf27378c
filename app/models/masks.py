"""How personal numbers and names are written so that they tell no stranger of whom."""

from __future__ import annotations

import re
import unicodedata

# What follows is looked for in a plain copy of the text: digits 0–9, gaps as blank, "-" or ".".
_GAP = "[ -]{0,3}"
_GAPS = "[ .-]{0,3}"
_FIRM = "[.-]"  # between blanks a list of numbers looks the same, and one point makes a fraction
_MONTH, _DATE = r"(?:0[1-9]|1[0-2])", r"(?:0[1-9]|[12]\d|3[01])"
_BORN = (r"[1-8]\d", r"\d\d", r"\d\d", "(?:18|19|20)", r"\d\d", _MONTH, _DATE, r"\d\d", r"\d[\dXx]")
_IDENTITY = (
    rf"(?P<born>(?<!\d){_GAPS.join(_BORN)}(?![\dXx])"
    rf"|(?<!\d)[1-8]\d{{5}}{_GAPS}\d\d{_MONTH}{_DATE}{_GAPS}\d{{3}}(?!\d))"  # those of before 1999
    r"|(?P<long>(?<!\d)\d{17}[\dXx](?![\dXx]))"
)
_MOBILE = (
    rf"(?P<mobile>(?<!\d)(?:(?:\+|00)?86{_GAPS}|0)?(?:1[3-9]\d{_GAP}\d{{4}}{_GAP}\d{{4}}"
    rf"|1[3-9]\d{_FIRM}\d{{4}}{_FIRM}\d{{4}}|1[3-9]\d{_FIRM}\d{{3}}{_FIRM}\d{{5}}"
    rf"|1[3-9]\d\d{_FIRM}\d{{3}}{_FIRM}\d{{4}})(?!\d))"
)
_LANDLINE = rf"(?P<landline>(?<!\d)0(?:10|2\d|[3-9]\d\d)\)?{_GAP}\d{{3,4}}{_GAP}\d{{4}}(?!\d))"
_LEAVING = re.compile(f"{_IDENTITY}|{_MOBILE}")
_LOGGED = re.compile(f"{_IDENTITY}|{_MOBILE}|{_LANDLINE}")
_DIGITS = re.compile(r"\d\d")  # of any script; without two of them there is no number
_SHORTEST_NUMBER = 7
_SHOWN_OF_IDENTITY = 6
_CREDIT_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_COMPOUND = (
    "欧阳|司徒|上官|诸葛|司马|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|端木|长孙|宇文|轩辕|钟离|闻人|澹台|淳于|单于|"
    "太史|申屠|仲孙|呼延|南宫|独孤|拓跋"
)

# What somebody is, in words. A body of citizens is an office; everything else that names citizens is not.
_BODY = re.compile(
    r"(居民|村民|居|村)(委员会|代表大会|委会|监委|小组)|农民(专业)?合作社|业主委员会|业委会|家长委员会"
)
_CITIZEN = re.compile(
    r"群众|居民|村民|市民|乡亲|农户|农民|果农|菜农|茶农|烟农|商户|业主|住户|租户|摊主|店主|户主|大户|养殖户|种植户|"
    r"个体|家长|家属|学生|老人|来访|当事人|务工|工友|职工|司机|骑手|网民|顾客"
)
_OFFICE = re.compile(
    r"局|委|办|政府|政协|人大|书记|主任|主席|部长|镇长|乡长|县长|处长|科长|股长|所长|站长|院长|校长|馆长|队长|组长|"
    r"会长|秘书|干部|专家|教授|研究员|工程师|农艺师|畜牧师|医生|医师|律师|教师|记者|经理|董事|负责人|法人|公司|企业|"
    r"合作社|中心|协会|学会|商会|工会|妇联|法院|检察院|银行|学校|医院|大学|研究院"
)
_GROUP = re.compile(
    r".*(群众|居民|村民|市民|代表|商户|业主|农户|住户|家长|家属|单位|部门|政府|干部|专家|负责人|公司|企业|合作社|中心|"
    r"协会|学会|商会|妇联|工会|学校|医院|委员会|居委会|村委会|小组|与会人员|大家)|"
    r".{2,}[局办站厂]|.{3,}[委会所社队院校科部党乡镇村组店]"
)


def masked_number(text: str) -> str:
    """138****1234, 0871-***4567: what comes before the last four digits is told by its beginning."""
    if len(text) < _SHORTEST_NUMBER:
        return "*" * len(text)
    area = re.match(r"0\d{2,3}-", text)
    kept = area[0] if area else text[:3]
    return f"{kept}{'*' * max(1, len(text) - len(kept) - 4)}{text[-4:]}"


def masked_identity(text: str) -> str:
    """530102************: where the card was first issued, no more.

    The last four digits beside a day of birth, which lists show, would give the whole number away.
    """
    return text[:_SHOWN_OF_IDENTITY] + "*" * max(0, len(text) - _SHOWN_OF_IDENTITY)


def masked_name(text: str) -> str:
    """李**: the first character, and as many stars as there are others."""
    return text[:1] + "*" * max(1, len(text) - 1)


def masked_address(text: str) -> str:
    """永兴街****."""
    return f"{text[:3]}****" if text else ""


def masked_text(text: str) -> str:
    """Running text without phones and numbers of identity cards that were typed into it."""
    return _without(_LOGGED, text)


def unnumbered(text: str) -> str:
    """Running text as it leaves the program: mobiles and identity cards in part, landlines are offices'."""
    return _without(_LEAVING, text)


def somebody(name: str) -> str:
    """张某, 欧阳某: a citizen on paper; what is no name (群众代表) stays."""
    if not name or names_nobody(name):
        return name
    surname = name[:2] if len(name) > 2 and re.match(_COMPOUND, name) else name[:1]
    return f"{surname}某"


def names_nobody(text: str) -> bool:
    """Whether words that stand where a name could are a group or an office: 群众代表, 县住建局."""
    return _GROUP.fullmatch(text) is not None


def is_citizen(standing: str) -> bool:
    """Whether somebody of this standing (身份) is a citizen; so is who has none that is known."""
    if _BODY.search(standing):
        return False
    return _CITIZEN.search(standing) is not None or _OFFICE.search(standing) is None


class _Plain(dict[int, str]):
    """Each sign as the patterns know it, one for one, so that what is found lies at the same place."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        folded = unicodedata.normalize("NFKC", sign)
        plain = folded if len(folded) == 1 else sign
        if plain.isdecimal():
            plain = str(unicodedata.decimal(plain))
        elif plain in "·•・−" or unicodedata.category(plain) in ("Pd", "Cf"):
            plain = "-"
        elif plain == "\t":
            plain = " "
        self[code] = plain
        return plain


_PLAIN = _Plain()


def _without(numbers: re.Pattern[str], text: str) -> str:
    """With stars for those digits of each number that make it somebody's."""
    if not _DIGITS.search(text):
        return text
    plain, signs = text.translate(_PLAIN), list(text)
    for found in numbers.finditer(plain):
        places = [place for place in range(*found.span()) if plain[place].isalnum()]
        for place in places[_hidden(found, len(places))]:
            signs[place] = "*"
    return "".join(signs)


def _hidden(found: re.Match[str], digits: int) -> slice:
    match found.lastgroup:
        case "mobile":
            return slice(-8, -4)
        case "landline":
            return slice(3 if found[0][1] in "12" else 4, -4)
        case "long" if _is_credit_code(found[0]):
            return slice(0)
    return slice(_SHOWN_OF_IDENTITY, digits)


def _is_credit_code(text: str) -> bool:
    """Whether 18 signs are the number of an office or a company (统一社会信用代码, GB 32100)."""
    values = [_CREDIT_SIGNS.index(sign) for sign in text.upper()]
    return (sum(value * pow(3, place, 31) for place, value in enumerate(values[:-1])) + values[-1]) % 31 == 0

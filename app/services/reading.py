"""Reading: raw values from JSON or a form become checked Python values; every problem is collected."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from app.errors import Level, Problem, Unfit, quoted
from app.models.activity import PRESENT
from app.models.base import Base
from app.models.context import Context, Ref
from app.models.fields import Field, Values, fields_of, rows_of
from app.models.texts import describe
from app.models.values import Choice, Count, RefTo, Text

MOST_ROWS = 2000
_MOST_OFFERED = 8
_NAMELESS = "（没有名称）"
_ROLES = Choice("people_role")
_ROLE = Choice("attendance_role")
_STATUS = Choice("attendance_status")
_NUMBER = Count(largest=999_999)
_MEMBER = RefTo("membership")
_CAPTION, _FILE_NAME = Text(100), Text(200)


@cache
def _names(model: type[Base]) -> dict[str, str]:
    """What a field may be called → its key."""
    specs = fields_of(model)
    before = {alias: spec.key for spec in specs for alias in spec.aliases}
    return before | {spec.label: spec.key for spec in specs} | {spec.key: spec.key for spec in specs}


class Reader:
    """Reads one record's raw values; `problems` holds what could not be read."""

    def __init__(self, context: Context, keeps: Callable[[Field], bool] = lambda spec: True) -> None:
        """`keeps` says of a field whether this office keeps it at all."""
        self._context = context
        self._keeps = keeps
        self.problems: list[Problem] = []

    def record(self, model: type[Base], raw: Mapping[str, Any]) -> Values:
        """Values by field key; unknown keys are refused, labels are taken for keys."""
        return self._fields(model, raw, (), "")

    def _fields(
        self, model: type[Base], raw: Mapping[str, Any], path: tuple[str | int, ...], where: str
    ) -> Values:
        known = self._by_key(model, raw, path, where)
        values: Values = {}
        for spec in fields_of(model):
            if not spec.editable:
                if spec.key in known:
                    self._problem((*path, spec.key), spec.label, f"{where}是自动算的，请去掉这一项")
                continue
            if known.get(spec.key) is not None and not self._keeps(spec):
                self._problem((*path, spec.key), spec.label, f"{where}没有打开，要登记请先到设置里打开")
                known[spec.key] = None
            given = known.get(spec.key, spec.default)  # an explicit null is "not filled"
            values[spec.key] = self._one(model, spec, given, values, path, where)
        return values

    def _by_key(
        self, model: type[Base], raw: Mapping[str, Any], path: tuple[str | int, ...], where: str
    ) -> dict[str, Any]:
        names = _names(model)
        known: dict[str, Any] = {}
        for name, value in raw.items():
            if name == "uuid" and path:
                continue  # rows that were shown have one; what is added gets its own
            if name not in names:
                self._problem(
                    (*path, name), quoted(name, 30)[1:-1] or _NAMELESS, f"{where}没有这一项，请核对名称"
                )
            elif names[name] in known:
                self._problem((*path, names[name]), str(name), f"{where}填了两次，请去掉一个")
            else:
                known[names[name]] = value
        return known

    def _one(
        self,
        model: type[Base],
        spec: Field,
        raw: Any,
        values: Values,
        path: tuple[str | int, ...],
        where: str,
    ) -> Any:
        here = (*path, spec.key)
        match spec.shape:
            case "children":
                return self._rows(model, spec, raw, here)
            case "child":
                return self._child(model, spec, raw, here, where)
            case "members":
                return self._members(spec, raw, values, here)
            case "people":
                return self._people(spec, raw, here)
            case "files":
                return self._files(spec, raw, here)
        assert spec.value is not None
        try:
            value = spec.value.parse(raw, self._context, values)
            if isinstance(spec.value, Choice) and raw != spec.default:
                self._offered(spec.value, value)
            if spec.narrowed_by and value is not None:
                self._narrow(spec, value, values)
        except Unfit as unfit:
            self._problem(here, spec.label, where + str(unfit))
            return None
        return value

    def _offered(self, choice: Choice, value: Any) -> Any:
        """The value, unless that entry is retired: old records keep it, new ones do not get it."""
        labels = self._context.option_labels(choice.of)
        for key in value if isinstance(value, tuple) else (value,):
            label = "" if key is None else self._context.option_label(choice.of, key)
            if label and label not in labels:
                offer = "、".join(labels[:_MOST_OFFERED]) + ("……" if len(labels) > _MOST_OFFERED else "")
                raise Unfit(f"{quoted(label)}这个选项已经停用，可选：{offer}；要再用，请到 设置 › 选项 启用")
        return value

    def _narrow(self, spec: Field, value: Ref, values: Values) -> None:
        """A village lies in its township: fills the township, or refuses another one."""
        inside = self._context.value_of(spec.target, value.uuid, spec.narrowed_by)
        given = values.get(spec.narrowed_by)
        if given is None:
            values[spec.narrowed_by] = inside
        elif inside is not None and inside != given:
            raise Unfit(f"{value.label}不在{given.label}，在{inside.label}，请改对其中一个")

    def _list(self, spec: Field, raw: Any, here: tuple[str | int, ...]) -> list[Any]:
        if raw is None:
            return []
        if not isinstance(raw, list | tuple):
            self._problem(here, spec.label, f"要填一列，不能填 {describe(raw)}")
            return []
        if len(raw) > MOST_ROWS:
            self._problem(here, spec.label, f"有 {len(raw)} 行，最多 {MOST_ROWS} 行，请分开填")
            return []
        return list(raw)

    def _rows(self, model: type[Base], spec: Field, raw: Any, here: tuple[str | int, ...]) -> list[Values]:
        rows = []
        for index, item in enumerate(self._list(spec, raw, here)):
            if isinstance(item, str):
                item = {fields_of(rows_of(model, spec))[0].key: item}
            if not isinstance(item, Mapping):
                self._problem(
                    (*here, index), spec.label, f"第 {index + 1} 行要填一组值，不能填 {describe(item)}"
                )
                continue
            row = self._fields(rows_of(model, spec), item, (*here, index), f"{spec.label}第 {index + 1} 行")
            rows.append(row)
        return rows

    def _child(
        self, model: type[Base], spec: Field, raw: Any, here: tuple[str | int, ...], where: str
    ) -> Values | None:
        if raw is None:
            return None
        if not isinstance(raw, Mapping):
            self._problem(here, spec.label, f"{where}要填一组值，不能填 {describe(raw)}")
            return None
        row = self._fields(rows_of(model, spec), raw, here, where)
        empty = all(value in (None, [], ()) for key, value in row.items() if key != "state")
        return None if empty else row

    def _members(self, spec: Field, raw: Any, values: Values, here: tuple[str | int, ...]) -> list[Values]:
        found: list[Values] = []
        for index, item in enumerate(self._list(spec, raw, here)):
            try:
                found.append(self._member(item, values))
            except Unfit as unfit:
                self._problem((*here, index), spec.label, str(unfit))
        return found

    def _member(self, item: Any, values: Values) -> Values:
        given = item if isinstance(item, Mapping) else {"member": item}
        unknown = set(given) - {"member", "role", "status", "uuid", "label", "sector", "studio", "township"}
        if unknown:
            raise Unfit(f"没有{quoted(sorted(unknown)[0])}这一项，请核对名称")
        named = given.get("member", given.get("uuid"))
        ref = _MEMBER.parse(named, self._context, values)
        if ref is None:
            raise Unfit("有一位没有填姓名，请填上或去掉")
        if not ref.label:
            facts = self._context.member(ref.uuid)
            ref = Ref(ref.uuid, facts.name if facts else "")
        role = self._offered(_ROLE, _ROLE.parse(given.get("role"), self._context, values)) or "member"
        status = self._offered(_STATUS, _STATUS.parse(given.get("status"), self._context, values)) or PRESENT
        return {"member": ref, "role": role, "status": status}

    def _people(self, spec: Field, raw: Any, here: tuple[str | int, ...]) -> dict[str, int]:
        if raw is None:
            return {}
        if not isinstance(raw, Mapping):
            self._problem(here, spec.label, f"要按角色填人数，不能填 {describe(raw)}")
            return {}
        found: dict[str, int] = {}
        for name, number in raw.items():
            try:
                role = self._offered(_ROLES, _ROLES.key(name, self._context))
                count = _NUMBER.parse(number, self._context, {})
            except Unfit as unfit:
                self._problem((*here, name), spec.label, f"{quoted(name)[1:-1]}：{unfit}")
                continue
            if count is not None:
                found[role] = found.get(role, 0) + count
        return found

    def _files(self, spec: Field, raw: Any, here: tuple[str | int, ...]) -> list[Values]:
        found: list[Values] = []
        for index, item in enumerate(self._list(spec, raw, here)):
            try:
                found.append(self._file({"path": item} if isinstance(item, str) else item))
            except Unfit as unfit:
                self._problem((*here, index), spec.label, f"第 {index + 1} 个{unfit}")
        return found

    def _file(self, given: Any) -> Values:
        """Where a file lies, or the hash of one that is kept already; what else is known of it follows."""
        places = [given.get("path"), given.get("sha256")] if isinstance(given, Mapping) else []
        if not any(isinstance(place, str) and place.strip() for place in places):
            raise Unfit("要填文件的位置")
        unknown = set(given) - {"path", "sha256", "name", "caption", "size", "picture", "uuid"}
        if unknown:
            raise Unfit(f"里没有{quoted(sorted(unknown)[0])}这一项，请核对名称")
        found: Values = {}
        for key, label, value in (("caption", "说明", _CAPTION), ("name", "名称", _FILE_NAME)):
            try:
                found[key] = value.parse(given.get(key), self._context, {})
            except Unfit as unfit:
                raise Unfit(f"的{label}：{unfit}") from None
        return found | ({"path": given["path"]} if places[0] else {"sha256": given["sha256"]})

    def _problem(self, path: tuple[str | int, ...], label: str, text: str) -> None:
        self.problems.append(Problem(path, label, text, Level.SAVE))

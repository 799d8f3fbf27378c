"""Raw records that say much, and short ways to look into the file."""

from __future__ import annotations

from typing import Any

from sqlalchemy import text

from app.services.office import Office

RARE = "䶮镕燚𠮷𡈽𤭢𩸽𪚥𫚉𬀩𬺰𮯠𰻞𱍐𲎯"
TASK = {
    "unit": "住建局",
    "deadline": "2027-03-01",
    "state": "已办结",
    "closed_on": "10.20",
    "progress": [{"on": "10.15", "text": "已开工"}],
}
FULL: dict[str, Any] = {
    "happened_on": "2026-10-12", "topic": "电动车集中充电", "township": "永兴街道", "village": "大树营社区",
    "place": "社区会议室", "brand": "courtyard", "focus": "绿美乡村", "other_brands": "界别协商、一线协商",
    "began_at": "9:05", "finished_at": "１１：３０", "plan": "电动车集中充电与消防安全", "party_head": "是",
    "members": ["陈志明", {"member": "赵雅琴", "role": "主讲", "status": "leave"}, "张伟/建材"],
    "people": {"群众代表": 12, "leaders": 2, "unnamed_county": 0}, "background": "第一段\n第二段",
    "research": [{"on": "2026-10-08", "way": "site", "findings": "线路老化"}],
    "speeches": [{"speaker": "陈志明", "points": "要快"}],
    "opinions": ["先建后管", {"意见建议": "公示", "采纳情况": "采纳"}],
    "consensus": [
        {"text": "建充电桩", "task": TASK},
        "共识只有一句话",
    ],
    "instructions": [{"leader": "李县长", "level": "县级", "given_on": "2026-10-26", "text": "抓紧办"}],
    "remark": f"备注 {RARE}",
}  # fmt: skip
VISIT = {"happened_on": "2026-10-13", "name": "走访果农", "members": ["马文军"], "people_served": 20}


def one(office: Office, statement: str, **values: Any) -> Any:
    """The single value of a plain SELECT."""
    with office.store.reading() as session:
        return session.execute(text(statement), values).scalar()


def numbers_of_rows(office: Office, *tables: str) -> list[int]:
    """How many rows each table has."""
    return [one(office, f"SELECT count(*) FROM {table}") for table in tables]

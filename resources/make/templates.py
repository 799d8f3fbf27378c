"""Builds the Word templates in resources/templates; run it after changing how a document looks.

    python -m resources.make.templates

The templates are shipped and a clerk may copy and edit them in WPS; the same script gives the same bytes.
"""

from __future__ import annotations

from pathlib import Path

from resources.make import (
    docx_forms,
    docx_meeting,
    docx_records,
    docx_recovery,
    docx_reports,
    docx_review,
    docx_tables,
)
from resources.make.docx_blank import Page, Style, build

FOLDER = Path(__file__).resolve().parent.parent / "templates"

# name, title, styles, paper, body
TEMPLATES: tuple[tuple[str, str, tuple[Style, ...], Page, str], ...] = (
    (
        "meeting_record",
        "协商议事会议记录",
        docx_records.STYLES,
        docx_records.page(),
        docx_meeting.meeting_record(),
    ),
    (
        "sign_in_sheet",
        "签到表",
        docx_records.STYLES,
        docx_meeting.sign_in_page(),
        docx_meeting.sign_in_sheet(),
    ),
    ("visit_record", "走访记录表", docx_records.STYLES, docx_records.page(), docx_forms.visit_record()),
    ("studio_form", "工作室活动登记表", docx_records.STYLES, docx_records.page(), docx_forms.studio_form()),
    (
        "information_draft",
        "信息稿",
        docx_reports.STYLES,
        docx_reports.plain_page(),
        docx_reports.information_draft(),
    ),
    (
        "monthly_summary",
        "工作小结",
        docx_reports.STYLES,
        docx_reports.plain_page(),
        docx_reports.monthly_summary(),
    ),
    (
        "formal_report",
        "工作报告",
        docx_reports.STYLES,
        docx_reports.formal_page(),
        docx_reports.formal_report(),
    ),
    (
        "review_sheet",
        "报审单",
        docx_records.STYLES,
        docx_review.page(),
        docx_review.review_sheet(),
    ),
    (
        "recovery_code",
        "恢复码",
        docx_recovery.STYLES,
        docx_recovery.page(),
        docx_recovery.recovery_code(),
    ),
    ("table", "统计表", docx_tables.STYLES, docx_tables.page(), docx_tables.table()),
)


def main(folder: Path = FOLDER) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, title, styles, page, body in TEMPLATES:
        build(folder / f"{name}.docx", styles, page, body, title)


if __name__ == "__main__":
    main()

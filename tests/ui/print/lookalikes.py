"""Documents like the shipped ones, invented: a report, a meeting record, a sign-in sheet, a visit form."""

from __future__ import annotations

from pathlib import Path

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.shared import Mm, Pt

from tests.ui.print.writing import (
    BLACK,
    CENTER,
    JUSTIFY,
    KAI,
    RIGHT,
    TITLE,
    add_field,
    add_run,
    add_table,
    add_text,
    fill_cell,
    new_document,
    picture,
    pitch,
    repeat_heading,
    saved,
    set_height,
)

_OVERALL = (
    (
        "10月，全县政协组织开展协商活动12场，其中院坝协商7场；参加353人次，其中委员35人次、群众代表224人次。"
        "会议比上月少1场，比上年10月多2场。1至10月累计开展协商活动118场，参加3684人次。"
    ),
    (
        "从五项重点看，普法强基3场、绿美乡村3场、富民强市3场、扶弱济困3场。会议较多的是双河镇、南坪街道，"
        "各2场；覆盖12个村（社区），达成共识34项，应办34件，已办结21件，办结率62%。"
    ),
)
_DOING = (
    (
        "（一）先调研后协商。每场会议之前，都由委员带队到现场看、到群众家里问，把情况摸清、把意见听全。"
        "“电动车充电桩建在哪”这一题，会前走访住户46户，收回意见表41份，会上只用了1小时20分钟就达成一致。"
    ),
    (
        "（二）小切口办实事。议题从群众身边来：路灯不亮、管网堵塞、老人吃饭难、接送孩子停车乱。"
        "白马乡把“老年食堂怎么办得下去”摆到院坝里谈，村里出房子、乡里出设备、老人出饭钱，"
        "3个月吃饭的老人从18人增加到57人。"
    ),
    (
        "（三）一件一件盯到底。会上定下的事，逐条写明责任单位和办结时限，每月28日前问一次进展；"
        "超过时限的，由政协办公室发函提醒，再不办的报县委督查室。"
    ),
)
_LACKING = (
    (
        "一是进展不平衡。龙泉镇、青山镇本月没有开会，累计场次也比别的乡镇少；二是到会的年轻群众少，"
        "30岁以下的只占9%；三是有的共识写得太虚，“加强管理”“进一步完善”这样的话，办没办成说不清。"
    ),
)
_NEXT = (
    (
        "11月，重点做好三件事：督促龙泉镇、青山镇各开1场；把13件没有办结的事逐件过一遍，能办的月底前办结，"
        "办不了的向群众说明白；组织新任委员学习《协商在基层工作办法》（试行），每人至少旁听1场协商活动。"
    ),
)
_PRESENT = "委员：李静、刘洋、陈强、赵敏（4人）；部门：县住建局、县消防救援大队、供电公司（3人）；"
_SPEAKERS = ("李静", "周建国", "刘洋")
_AGREED = (
    "1.充电桩建在东门停车场和3号楼北侧，各12个插口。",
    "2.电费每度0.8元，收支每季度张贴公布。",
    "3.楼道内不再充电，由楼栋长每晚看一遍。",
)
_RAISED = "1.通组路路基沉陷2处，雨天过不了车。\n2.柿子滞销约3万斤，想请帮忙找销路。\n3.村卫生室缺常用药。"


def _page_number(section: object, even: bool) -> None:
    footer = section.even_page_footer if even else section.footer  # type: ignore[attr-defined]
    footer.is_linked_to_previous = False
    paragraph = footer.paragraphs[0]
    paragraph.style = "Normal"
    paragraph.alignment = None if even else RIGHT
    indent = paragraph.paragraph_format
    indent.left_indent, indent.right_indent = (Pt(14), None) if even else (None, Pt(14))
    add_run(paragraph, "— ", "宋体", 14)
    add_field(paragraph, "PAGE")
    add_run(paragraph, " —", "宋体", 14)


def report(path: Path) -> Path:
    """A report in the form of official documents, three pages."""
    document = new_document()
    document.settings.odd_and_even_pages_header_footer = True
    _page_number(document.sections[0], False)
    _page_number(document.sections[0], True)
    for line in ("", "示例县政协关于2026年10月", "“协商在基层”工作开展情况的报告", ""):
        title = document.add_paragraph()
        title.alignment = CENTER
        pitch(title, 32)
        add_run(title, line, TITLE, 22)
    add_text(document, "示例市政协办公室：")
    for heading, texts in (
        ("一、总体情况", _OVERALL),
        ("二、主要做法", _DOING * 2),
        ("三、存在问题", _LACKING * 2),
        ("四、下步打算", _NEXT * 2),
    ):
        add_text(document, heading, BLACK, first=31.5).paragraph_format.keep_with_next = True
        for text in texts:
            lead = text[: text.index("。") + 1] if text.startswith("（") else ""
            paragraph = add_text(document, lead, KAI, first=31.5)
            paragraph.alignment = JUSTIFY
            add_run(paragraph, text[len(lead) :], spacing=-5)
    add_text(document, "")
    add_text(document, "附件：1.基层协商工作情况统计表", first=31.5)
    add_text(document, "2.协商成果落实清单", first=79)
    for line in ("", "", "示例县政协办公室", "2026年10月28日"):
        paragraph = add_text(document, line)
        paragraph.alignment = RIGHT
        paragraph.paragraph_format.right_indent = Pt(64)
    return saved(document, path)


def meeting_record(path: Path) -> Path:
    """A meeting record: heading table, text, table of who does what by when, signatures."""
    document = new_document()
    title = document.add_paragraph()
    title.alignment = CENTER
    add_run(title, "协商议事会议记录", TITLE, 22)
    title.paragraph_format.space_after = Pt(12)
    head = (
        ("会议名称", "电动车充电桩建在哪、怎么管院坝协商会"),
        ("时　　间", "2026年10月14日 15时00分至17时10分"),
        ("地　　点", "东关街道平安社区文化广场"),
        ("主 持 人", "张伟（县政协副主席）"),
        ("记 录 人", "王秀兰"),
        ("议　　题", "小区充电桩的选址、收费和管理"),
        ("出　　席", f"{_PRESENT}群众代表：周建国等32人"),
        ("缺席及原因", "孙丽（外出学习）"),
    )  # fmt: skip
    table = add_table(document, [90, 352], len(head))
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for at, (name, text) in enumerate(head):
        set_height(table, at, 28)
        left, right = table.rows[at].cells
        fill_cell(left, name, align=CENTER, font=BLACK)
        fill_cell(right, text)
        for cell in (left, right):
            cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    for heading, texts in (
        ("一、情况介绍", (_DOING[0][7:],)),
        ("二、协商发言", tuple(f"{name}：{_DOING[at][7:]}" for at, name in enumerate(_SPEAKERS))),
        ("三、达成共识", _AGREED),
    ):
        add_text(document, heading, BLACK, first=31.5).paragraph_format.keep_with_next = True
        for text in texts:
            add_text(document, text, first=31.5)
    add_text(document, "四、责任分工与时限", BLACK, first=31.5).paragraph_format.keep_with_next = True
    tasks = add_table(document, [36, 196, 120, 90], 4)
    repeat_heading(tasks, 0)
    for at, row in enumerate(
        (
            ("序号", "事项", "责任单位", "办结时限"),
            ("1", "完成24个插口的安装和验收", "供电公司、平安社区", "2026-11-20"),
            ("2", "公布收费标准，办理备案", "县发展和改革局", "2026-11-10"),
            ("3", "组织一次楼道消防检查，清理私拉的电线和堆放的杂物", "县消防救援大队", "2026-10-31"),
        )
    ):
        for cell, text in zip(tasks.rows[at].cells, row, strict=True):
            align = CENTER if at == 0 or text.isdigit() else None
            fill_cell(cell, text, 12, align, BLACK if at == 0 else "仿宋")
    add_text(document, "散会。", first=31.5)
    for line in ("主持人（签字）：　　　　　　记录人（签字）：", "2026年10月14日"):
        paragraph = add_text(document, line)
        paragraph.paragraph_format.space_before = Pt(12)
        paragraph.alignment = RIGHT if line.startswith("2") else None
    return saved(document, path)


def sign_in_sheet(path: Path) -> Path:
    """A sign-in sheet of sixty rows, its heading repeated."""
    document = new_document()
    section = document.sections[0]
    section.top_margin, section.bottom_margin = Mm(25), Mm(20)
    section.left_margin = section.right_margin = Mm(22)
    section.footer_distance = Mm(10)
    paragraph = section.footer.paragraphs[0]
    paragraph.style = "Normal"
    paragraph.alignment = CENTER
    add_run(paragraph, "第 ", "宋体", 10.5)
    add_field(paragraph, "PAGE", 10.5)
    add_run(paragraph, " 页 共 ", "宋体", 10.5)
    add_field(paragraph, "NUMPAGES", 10.5)
    add_run(paragraph, " 页", "宋体", 10.5)
    title = document.add_paragraph()
    title.alignment = CENTER
    add_run(title, "协商议事会议签到表", TITLE, 22)
    add_text(document, "会议：电动车充电桩建在哪、怎么管　　时间：2026年10月14日", size=14)
    table = add_table(document, [40, 90, 196, 100, 44], 61)
    for at, text in enumerate(("序号", "姓名", "单位及职务", "签名", "备注")):
        fill_cell(table.rows[0].cells[at], text, 14, CENTER, BLACK)
    repeat_heading(table, 0)
    for at in range(1, 61):
        set_height(table, at, 26)
        cells = table.rows[at].cells
        name = f"委员{at}" if at <= 24 else ""
        post = ("示例县第一中学教师" if at % 3 else "平安社区居民") if name else ""
        for cell, text in zip(cells, (str(at), name, post, "", ""), strict=True):
            fill_cell(cell, text, 14, CENTER if len(text) < 3 else None)
            cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    return saved(document, path)


def visit_form(path: Path) -> Path:
    """A visit form: merged cells, minimum heights, a photo."""
    document = new_document()
    section = document.sections[0]
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin = section.right_margin = Mm(22)
    title = document.add_paragraph()
    title.alignment = CENTER
    add_run(title, "委员走基层记录表", TITLE, 22)
    table = add_table(document, [80, 130, 80, 180], 9, border=6)
    pairs = (
        ("委员姓名", "李静、刘洋", "界　　别", "教育、工商联"),
        ("走访时间", "2026年10月21日", "走访地点", "白马乡柳树村"),
        ("走访对象", "脱贫户、种植大户", "服务群众", "26人次"),
    )
    for at, row in enumerate(pairs):
        set_height(table, at, 30)
        for cell, text in zip(table.rows[at].cells, row, strict=True):
            fill_cell(cell, text, 14)
            cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    texts = (
        ("走访内容", _DOING[1][7:]),
        ("反映问题", _RAISED),
        ("处理结果", _DOING[2][9:]),
    )
    for at, (name, text) in enumerate(texts, start=3):
        set_height(table, at, 90)
        cells = table.rows[at].cells
        cells[1].merge(cells[3])
        fill_cell(table.rows[at].cells[0], name)
        fill_cell(table.rows[at].cells[1], text)
        table.rows[at].cells[0].vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    side = table.cell(6, 0).merge(table.cell(7, 0))
    fill_cell(side, "走访照片")
    photo = table.cell(6, 1).merge(table.cell(7, 3))
    photo.paragraphs[0].alignment = CENTER
    photo.paragraphs[0].add_run().add_picture(picture(), width=Pt(260))
    fill_cell(table.cell(8, 0), "委员签字")
    table.cell(8, 1).merge(table.cell(8, 3))
    set_height(table, 8, 36, exact=True)
    return saved(document, path)


LOOKALIKES = {
    "report": report,
    "meeting_record": meeting_record,
    "sign_in_sheet": sign_in_sheet,
    "visit_form": visit_form,
}

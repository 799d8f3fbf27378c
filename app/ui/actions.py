"""Everything that can be done by menu or key, written out."""

from __future__ import annotations

from dataclasses import dataclass

MENUS = (
    ("file", "文件(&F)"),
    ("edit", "编辑(&E)"),
    ("record", "记录(&R)"),
    ("report", "报表(&B)"),
    ("tools", "工具(&T)"),
    ("help", "帮助(&H)"),
)


@dataclass(frozen=True)
class Action:
    """One thing to do.

    `where` says who does it: "page" the page in sight (`Page.commands`), "window" the window itself,
    "program" what the program was put together with; program actions nobody answers are not shown.
    `keys` are Qt key sequences, the first is shown. `after_rule` sets a line before it in its menu.
    """

    key: str
    text: str
    keys: tuple[str, ...]
    menu: str
    where: str = "page"
    after_rule: bool = False


ACTIONS = (
    Action("export", "导出…", ("Ctrl+E",), "file"),
    Action("print", "打印…", ("Ctrl+P",), "file"),
    Action("backup", "马上备份", (), "file", "program", after_rule=True),
    Action("restore", "从备份恢复…", (), "file", "program"),
    Action("open_folder", "打开台账所在文件夹", (), "file", "program"),
    Action("leave_demo", "离开示例数据", (), "file", "program", after_rule=True),
    Action("quit", "退出(&X)", ("Ctrl+Q",), "file", "window", after_rule=True),
    Action("undo", "撤销(&U)", ("Ctrl+Z",), "edit"),
    Action("select_all", "全选", ("Ctrl+A",), "edit", after_rule=True),
    Action("delete", "删除", ("Del",), "edit"),
    Action("find", "在本页里找", ("Ctrl+F",), "edit", after_rule=True),
    Action("search", "找全部记录", ("Ctrl+K",), "edit", "window"),
    Action("filters", "筛选", ("F4",), "edit"),
    Action("new", "新增", ("Ctrl+N",), "record"),
    Action("save", "保存", ("Ctrl+S",), "record", after_rule=True),
    Action("save_next", "保存并新增", ("Ctrl+Return", "Ctrl+Enter"), "record"),
    Action("carry_over", "沿用上一条", ("Ctrl+D",), "record"),
    Action("full_form", "完整填写", ("F6",), "record"),
    Action("history", "修改记录", ("Ctrl+H",), "record"),
    Action("next_problem", "到下一处", ("F8",), "record", after_rule=True),
    Action("previous_problem", "到上一处", ("Shift+F8",), "record"),
    Action("next_section", "下一节", ("Ctrl+Down",), "record"),
    Action("previous_section", "上一节", ("Ctrl+Up",), "record"),
    Action("bin", "回收站", (), "record", "program", after_rule=True),
    Action("month_documents", "本月材料", ("Ctrl+R",), "report", "program"),
    Action("charts", "看图", ("Ctrl+G",), "report", "program"),
    Action("own_table", "临时要表", ("Ctrl+T",), "report", "program"),
    Action("submissions", "报送存底", (), "report", "program", after_rule=True),
    Action("diff", "差在哪", (), "report", "program"),
    Action("evidence", "佐证材料包…", (), "report", "program"),
    Action("adjustments", "调整数", (), "report", "program", after_rule=True),
    Action("opening", "导入期初数…", (), "report", "program"),
    Action("month_before", "前一个月", ("Alt+Left",), "report", after_rule=True),
    Action("month_after", "后一个月", ("Alt+Right",), "report"),
    Action("refresh", "刷新", ("F5",), "tools", "window"),
    Action("back", "返回", (), "tools", "window"),
    Action("enlarge", "字大一号", ("Ctrl+=", "Ctrl++"), "tools", "window", after_rule=True),
    Action("reduce", "字小一号", ("Ctrl+-",), "tools", "window"),
    Action("reset_size", "字号还原", ("Ctrl+0",), "tools", "window"),
    Action("keys", "快捷键一览", ("F1",), "help", "window"),
    Action("about", "关于政协履职台账", (), "help", "program", after_rule=True),
)

"""Resettling: leads the clerk from a store on a stick, a share or in a sync folder to one on a local disk."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from app.clock import Clock
from app.paths import DataFolder, default_folder, is_there
from app.store.place.moving import Moved, Moving
from app.store.place.place import Misplaced, flaw_of
from app.ui.dialogs.message import Answer, ask
from app.ui.dialogs.switching import SwitchingDialog
from app.ui.theme import Tone

NAME = "政协履职台账"
_WORDS = "这会儿不要关电脑，也不要拔盘。万一断电，原来的台账没有动，再做一次就行。"
_SEEN = (Answer("seen", "知道了", "primary", safe=True),)


class Resettling:
    """Works on a closed store; `key` is what its password gave, if it has one."""

    def __init__(self, folder: DataFolder, clock: Clock, key: bytes | None) -> None:
        self._folder = folder
        self._moving = Moving(folder, clock, key)

    def lead(self, refused: Misplaced) -> DataFolder | None:
        """Says why and copies it to this computer, if the clerk wants to; where it is now, None to leave."""
        if not refused.there:
            advice = "请换成本机磁盘上的文件夹；备份和导出可以放在那里。"
            text = f"{refused.flaw.what}没有新建，什么都没有改动。"
            ask(None, refused.flaw.title, text, advice=advice, answers=_SEEN)
            return None
        while True:
            target = self._asked(refused)
            if target is None:
                return None
            moved = self._worked(target)
            if moved is not None:
                self._tell(moved)
                return moved.folder

    def _asked(self, refused: Misplaced) -> Path | None:
        home = self._home()
        ways = [Answer("leave", "退出")]
        if home is None:
            ways.insert(0, Answer("choose", "选本机的文件夹…", "primary", safe=True))
        else:
            ways[:0] = [Answer("home", "拷到本机", "primary", safe=True), Answer("choose", "另选文件夹…")]
        where = f"，放在“{home}”" if home is not None else ""
        advice = f"拷到本机再用：附件、备份一起拷{where}。原来的留着不动，备份和导出照样可以放在那里。"
        text = f"{refused.flaw.what}没有打开，什么都没有改动。"
        while True:
            answer = ask(None, refused.flaw.title, text, advice=advice, answers=ways)
            if answer == "home":
                return home
            if answer != "choose":
                return None
            chosen = QFileDialog.getExistingDirectory(None, "放到本机的哪个文件夹", str(Path.home()))
            if chosen:
                return _inside(Path(chosen))

    def _home(self) -> Path | None:
        """The usual folder of this user, when nothing is in it and it will do."""
        folder = default_folder()
        return folder.root if _is_free(folder.root) and flaw_of(folder.root) is None else None

    def _worked(self, target: Path) -> Moved | None:
        dialog = SwitchingDialog("正在拷到本机", lambda step: self._moving.run(target, step), _WORDS)
        dialog.exec()
        result, error = dialog.result_of, dialog.error
        dialog.deleteLater()
        if error is not None:
            ask(None, error.message, answers=_SEEN)
        return result if isinstance(result, Moved) else None

    def _tell(self, moved: Moved) -> None:
        old = (
            "原来的留着没动，做了记号；从原来的地方打开，用的也是本机这一份。"
            if moved.marked
            else f"原来的“{self._folder.root}”写不进记号，以后不要再从那里打开。"
        )
        names = "、".join(moved.lost[:3])
        lost = f"有 {len(moved.lost)} 处在原来的地方就读不出来（{names}），没有拷过来。" if moved.lost else ""
        text = f"以后用的是“{moved.folder.root}”里的台账。{lost}{old}"
        ask(None, "拷好了", text, answers=_SEEN, tone=Tone.WARN if lost else Tone.OK)


def _inside(chosen: Path) -> Path:
    """A folder of its own in the one that was chosen, unless that is empty."""
    return chosen if _is_free(chosen) else chosen / NAME


def _is_free(place: Path) -> bool:
    """Whether nothing lies there, as far as anybody may look."""
    try:
        return not is_there(place) or not any(place.iterdir())
    except OSError:
        return False

"""Rescue: leads the clerk from a store that cannot be opened to one that can, before there is a window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.clock import Clock
from app.paths import DataFolder
from app.services.backup_restoring import BackupRestoring, Prospect, Restored
from app.services.backup_shelf import BackupShelf
from app.services.backup_words import when
from app.services.rebuilding import Rebuilding, Rebuilt
from app.services.surroundings import Around
from app.store.backup.folder import Step
from app.store.opening.condition import Condition
from app.ui.dialogs.backup_choice import Ask, Choice, ask_backup
from app.ui.dialogs.message import Answer, ask
from app.ui.dialogs.rescue import RescueDialog, Way
from app.ui.dialogs.switching import SwitchingDialog
from app.ui.operations import Operations
from app.ui.preferences import Preferences
from app.ui.theme import Tone

_WORDS = "这会儿不要关电脑。万一断电，台账还是原来的样子，再做一次就行。"
_SEEN = (Answer("seen", "知道了", "primary", safe=True),)


class Rescue:
    """Works on a closed store; `key` is what its password gave, if it has one."""

    def __init__(self, folder: DataFolder, clock: Clock, key: bytes | None) -> None:
        self._folder = folder
        self._clock = clock
        self.key = key
        """That of the store there is now: another one after a backup under another one."""

    def lead(self, condition: Condition) -> bool:
        """Ask how to go on, and go; whether to try once more to open. False to leave the program."""
        match self._asked(condition):
            case Way.AGAIN:
                return True
            case Way.BACK:
                self.rebuild()
                return True
            case Way.CHOOSE:
                operations = Operations()
                choice = self.choose(operations)
                operations.finish()
                operations.deleteLater()
                if choice is not None:
                    self.restore(choice)
                return True
        return False

    def choose(self, operations: Operations, window: QWidget | None = None) -> Choice | None:
        """Which backup to restore, after looking at it; beside an open store its operations keep order."""
        stay = "不恢复" if window is not None else "回到上一步"
        return ask_backup(self._shelf.all(), self._look, operations, window, stay=stay)

    def rebuild(self) -> None:
        """Puts the newest good backup and the journal together, and says how that went."""
        rebuilding = Rebuilding(self._folder, self._clock, self.key)
        done = self._worked("正在找回", rebuilding.rebuild)
        if isinstance(done, Rebuilt):
            base = f"{when(done.backup.made_at, self._clock.now())} 的备份" if done.backup else "从头记的流水"
            more = f"，加上流水里后来的 {done.lines} 处改动" if done.lines else ""
            self._tell("台账找回来了", f"用的是{base}{more}。", done.aside is not None)

    def restore(self, choice: Choice) -> None:
        """Puts one backup in the place of the store, and says how that went."""
        restoring = BackupRestoring(self._folder, self._clock, self.key, choice.ask)
        done = self._worked("正在恢复", partial(restoring.restore, choice.file))
        self.key = restoring.key
        if isinstance(done, Restored):
            absent = f"有 {done.absent} 个附件哪里都没有了。" if done.absent else ""
            now = when(done.backup.made_at, self._clock.now())
            how, tone = f"{absent}{done.around.after}", Tone.WARN if done.around is Around.BARE else Tone.OK
            self._tell(f"恢复好了，台账现在是{now} 的", how, done.aside is not None, tone)

    @property
    def _shelf(self) -> BackupShelf:
        second = Preferences(self._folder.appearance).backup_folder
        return BackupShelf(self._folder, self._clock, second)

    def _asked(self, condition: Condition) -> Way:
        look = Rebuilding(self._folder, self._clock, self.key).look if condition.state.is_loss else None
        has_backups = bool(self._shelf.all())
        root, now = self._folder.root, self._clock.now()
        dialog = RescueDialog(condition, root, now, look, has_backups=has_backups)
        dialog.exec()
        way = dialog.way
        dialog.deleteLater()
        return way

    def _look(self, file: Path, ask: Ask) -> Prospect:
        return BackupRestoring(self._folder, self._clock, self.key, ask).look(file)

    def _worked(self, title: str, work: Callable[[Step], object]) -> object:
        dialog = SwitchingDialog(title, work, _WORDS)
        dialog.exec()
        result, error = dialog.result_of, dialog.error
        dialog.deleteLater()
        if error is not None:
            ask(None, error.message, answers=_SEEN)
        return result

    def _tell(self, done: str, how: str, aside: bool, tone: Tone = Tone.OK) -> None:
        kept = "换下来的文件没有删，在“备份”文件夹里，名称是“被换下”加今天的日期。" if aside else ""
        ask(None, done, f"{how}{kept}", answers=_SEEN, tone=tone)

"""UnsavedOffers: at the start, what was typed last time and not saved can be gone on with."""

from __future__ import annotations

from app.services.unsaved import Offer
from app.services.unsaved_texts import KeptText, UnsavedTexts
from app.ui.dialogs.unsaved import UnsavedDialog
from app.ui.pages.links import text_link, unsaved_link
from app.ui.window import MainWindow
from app.ui.workplace import Workplace


class UnsavedOffers:
    """Record forms and other texts in one list, the newest first."""

    def __init__(self, place: Workplace, window: MainWindow) -> None:
        self._unsaved, self._window = place.office.unsaved, window
        self._texts = UnsavedTexts(place.office.store, place.office.clock, place.office.records.by)

    def ask(self) -> None:
        """Offer what there is; asks nothing when there is nothing."""
        texts = [each for each in self._texts.all() if text_link(each.key) is not None]
        offers: list[Offer | KeptText] = [*self._unsaved.all(), *texts]
        if not offers:
            return
        offers.sort(key=lambda offer: offer.at, reverse=True)
        dialog = UnsavedDialog(offers, self._window)
        dialog.chosen.connect(self._go_on)
        dialog.unwanted.connect(self._drop)
        dialog.finished.connect(dialog.deleteLater)
        dialog.come_unasked()
        dialog.open()

    def _go_on(self, offer: Offer | KeptText) -> None:
        if isinstance(offer, Offer):
            link = unsaved_link(offer.key.kind, offer.uuid, offer.key.id)
        else:
            known = text_link(offer.key)
            assert known is not None
            link = known
        self._window.go(link)

    def _drop(self, offer: Offer | KeptText) -> None:
        if isinstance(offer, Offer):
            self._unsaved.drop(offer.key)
        else:
            self._texts.drop(offer.key)

"""What is recorded: the written-out tuple of record kinds. Adding a kind is one file and one name here."""

from __future__ import annotations

from app.models import submission, system
from app.models.adjustment import Adjustment
from app.models.base import Base, Record
from app.models.case_info import CaseInfo
from app.models.livelihood_deed import LivelihoodDeed
from app.models.meeting import Meeting
from app.models.people import Membership, Person, Term
from app.models.place import Township, Village
from app.models.platform import Platform
from app.models.studio import Studio
from app.models.studio_activity import StudioActivity
from app.models.topic_plan import TopicPlan
from app.models.unit import Unit
from app.models.visit import Visit
from app.models.zero_report import ZeroReport

RECORDS: tuple[type[Record], ...] = (
    Meeting,
    Visit,
    StudioActivity,
    TopicPlan,
    Platform,
    CaseInfo,
    LivelihoodDeed,
    Studio,
    Membership,
    Person,
    Township,
    Village,
    Term,
    Unit,
    Adjustment,
    ZeroReport,
)

__all__ = ["RECORDS", "Base", "Record", "model_of", "submission", "system"]


def model_of(key: str) -> type[Record]:
    """The class of a record kind by its key; KeyError when there is none."""
    return {model.key: model for model in RECORDS}[key]

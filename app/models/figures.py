"""The indicators (指标): every number reported upward is one declaration, data and not a function.

Source: domain.md §0, §3.0, §3.1. A figure counts, sums or counts distinct over one source, or combines other
figures; Word text, Excel cell and screen ask the same declaration. They stand in the order of the pages.
"""

from __future__ import annotations

from app.models.figure import Figure
from app.models.figures_meeting import MEETING_FIGURES
from app.models.figures_outcome import OUTCOME_FIGURES
from app.models.figures_platform import PLATFORM_FIGURES
from app.models.figures_studio import MEMBER_FIGURES, STUDIO_FIGURES
from app.models.figures_visit import VISIT_FIGURES

FIGURES: tuple[Figure, ...] = (
    *MEETING_FIGURES,
    *OUTCOME_FIGURES,
    *PLATFORM_FIGURES,
    *VISIT_FIGURES,
    *STUDIO_FIGURES,
    *MEMBER_FIGURES,
)

"""政协履职台账: what a county CPPCC office does at the grassroots, recorded, counted and reported."""

__version__ = "0.1.0"

"""Settings for plain ``pelican``: what ``digest build`` wrote to the pages folder → the output folder."""

from pathlib import Path

from generator.config import load_settings
from generator.publishing.pelican_settings import pelican_settings

_ROOT = Path(__file__).resolve().parent
_SETTINGS = load_settings(_ROOT)

globals().update(
    pelican_settings(_ROOT / _SETTINGS.paths.pages, _ROOT / _SETTINGS.paths.output, _SETTINGS),
)

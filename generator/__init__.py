"""Turn saved news liveblogs into one searchable static site and offline archive."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("liveblog-digest")
except PackageNotFoundError:  # run from a checkout that was never installed
    __version__ = "0.0.0"

"""``opensearch.xml``: the site's search, for the search box of a browser (OpenSearch 1.1)."""

from __future__ import annotations

from generator.config import Settings
from generator.writing.addresses import SEARCH, absolute
from generator.writing.safe import plain, xml_text

OPEN_SEARCH = "opensearch.xml"


def open_search(settings: Settings) -> str:
    """The description as an XML file. The standard allows a short name of 16 letters and 1,024 of description."""
    site = settings.site
    pattern = absolute(SEARCH, settings) + "?q={searchTerms}"
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        f"<ShortName>{xml_text(plain(site.title)[:16].strip())}</ShortName>\n"
        f"<Description>{xml_text(plain('Search ' + site.title)[:1024])}</Description>\n"
        "<InputEncoding>UTF-8</InputEncoding>\n"
        f'<Url type="text/html" template="{xml_text(pattern)}"/>\n'
        "</OpenSearchDescription>\n"
    )

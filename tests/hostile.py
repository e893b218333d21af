"""A folder of documents that try everything: to run a script, make a request, leave their place, replace a page."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

EVIL = "https://evil.example"

HEADLINES = (
    "<script>alert(1)</script> in the headline",
    f'](x) [click]({EVIL}/ "t") ![pixel]({EVIL}/pixel.png)',
    '" onmouseover="alert(1)" x="',
    "' onfocus='alert(1)' autofocus='",
    "{attach}../../secret.txt {static}../secret.txt {filename}x.md |attach|../secret.txt",
    "{{ settings }} {% include 'x' %} {: onclick=alert(1) }",
    "<svg onload=alert(1)><a href=javascript:alert(1)>x</a></svg>",
    "javascript:alert(1) data:text/html,<script>alert(1)</script>",
    f"<meta http-equiv=refresh content=0;url={EVIL}>",
    f"<style>@import '{EVIL}/x.css';</style><link rel=stylesheet href={EVIL}/y.css>",
    "\x1b[31mred\x1b[0m \x07 \x08 \x00 ends",
    "\u202eright to left override \u2066and an isolate",
    "z\u0335\u0321\u0321\u0321a\u0335\u0321l\u0335\u0321g\u0335\u0321o " + "\u0301" * 300,
    "👩‍👩‍👧‍👦 " * 40,
    "### [00:00](#e000000000000) [Forged](../sources/all.md): an entry",
    "</article></main></body></html><h1>free</h1>",
    "</script><script>alert(1)</script><!--",
    "*em*{: #main} **strong** `code` <!-- comment --> &lt;b&gt; &#60;i&#62;",
)
"""Each is the headline of one entry and the text of its block."""

METADATA = (
    "Save_as: index.html\nSlug: index\nTemplate: moved\nTarget: https://evil.example\nStatus: hidden\nTitle: taken\n"
)

ASIDE = "[ref]: https://evil.example\n*[HTML]: abbreviation\n[^1]: note\n===\n---\n| a | b |\n|---|---|\n"


def text(hour: int) -> str:
    """A liveblog as text: a clock time, a headline and a paragraph for each entry."""
    posts = [
        f"{hour % 24:02}:{place:02}\n\n{headline}\n\n"
        f"Officials in Elm Point counted {hour * 100 + place} pumps on Tuesday. {headline}\n"
        for place, headline in enumerate(HEADLINES)
    ]
    return METADATA + "\nTuesday 4 March 2031\n\n" + "\n".join(posts) + "\n" + ASIDE


def page() -> str:
    """A saved page whose structured data and markup are hostile."""
    updates = [
        {
            "@type": "BlogPosting",
            "headline": headline,
            "articleBody": f"Officials in Elm Point said that the pumps run. {headline} {headline}",
            "datePublished": f"2031-03-04T{10 + place // 60:02}:{place % 60:02}:00Z",
            "url": "javascript:alert(1)",
            "author": {"@type": "Person", "name": "<img src=x onerror=alert(1)>"},
        }
        for place, headline in enumerate((*HEADLINES, "half a pair \ud800 of surrogates"))
    ]
    data = {
        "@context": "https://schema.org",
        "@type": "LiveBlogPosting",
        "headline": "</title><script>alert(1)</script>",
        "url": "javascript:alert(1)",
        "publisher": {"@type": "Organization", "name": "../../index"},
        "liveBlogUpdate": updates,
    }
    embedded = json.dumps(data).replace("</", "<\\/")
    return (
        "<!doctype html><html lang='\"><script>alert(1)</script>'><head>"
        "<title>&lt;script&gt;alert(1)&lt;/script&gt;</title>"
        f"<base href='{EVIL}/'><meta http-equiv=refresh content='0;url={EVIL}'>"
        f"<script type='application/ld+json'>{embedded}</script></head>"
        f"<body onload='alert(1)'><img src={EVIL}/x.png onerror=alert(1)><iframe src={EVIL}></iframe></body></html>"
    )


def write_hostile_documents(folder: Path) -> None:
    """Write all of them below ``folder``, with a secret beside it that none may reach."""
    folder.mkdir(parents=True)
    (folder.parent / "secret.txt").write_text("TOP-SECRET", "utf-8")
    names = {
        "plain.txt": None,
        "index.txt": "index",
        "con.txt": "CON",
        "<img src=x onerror=alert(1)>.txt": '"><script>alert(1)</script>',
        "a' onclick='alert(1)' b.txt": "../../x",
        "{attach}..txt": "{attach}../../secret.txt",
        "new\nline.txt": "all",
        "-rf.txt": "](javascript:alert(1))",
        "ü\u202e.txt": "\u202eturned",
    }
    for place, (name, outlet) in enumerate(names.items()):
        (folder / name).write_text(text(place), "utf-8", newline="\n")
        if outlet:
            given = {"outlet": outlet, "title": HEADLINES[place], "url": f"javascript:alert({place})"}
            (folder / f"{name}.toml").write_text(
                "".join(f"{key} = {json.dumps(value)}\n" for key, value in given.items()), "utf-8"
            )
    (folder / "page.html").write_text(page(), "utf-8", newline="\n")
    with zipfile.ZipFile(folder / "saved.zip", "w") as archive:
        for name in ("../../../escaped.txt", "/absolute.txt", "inner/../../up.txt", "index.html.txt"):
            archive.writestr(name, text(len(names) + len(name)))
    nested = io.BytesIO()
    with zipfile.ZipFile(nested, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros.txt", b"0" * 20_000_000)
    (folder / "bomb.zip").write_bytes(nested.getvalue())
    (folder / "empty.txt").write_text("")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)

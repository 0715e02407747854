"""What every sample paper came to, as a digest of its uncompressed form.

python -m tests.letters.golden    write golden.toml anew, after looking at what has changed
"""

from __future__ import annotations

import hashlib
import io
import sys
import tomllib
from pathlib import Path

import pikepdf

from desktop.letters.compose import compose
from desktop.letters.render import render
from tests.letters.blocks import PAPERS
from tests.letters.samples import SAMPLES

KEPT = Path(__file__).with_suffix(".toml")
REFRESH = "python -m tests.letters.golden"
PACKING = ("/Length", "/Filter", "/DecodeParms")
"""What tells how a stream is packed, which another zlib may do otherwise."""


def drawn() -> dict[str, bytes]:
    """Draw every sample of the templates and every paper with other blocks."""
    samples = {kind: render(compose(kind, facts)) for kind, facts in SAMPLES.items()}
    return samples | {f"block_{name}": render(paper) for name, paper in PAPERS.items()}


def digest(data: bytes) -> str:
    """Give the SHA-256 of all objects in their order, streams unpacked."""
    total = hashlib.sha256()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for each in pdf.objects:
            if isinstance(each, pikepdf.Stream):
                own = pikepdf.Dictionary(
                    {key: value for key, value in each.items() if key not in PACKING}
                )
                total.update(own.unparse())
                if each.get("/Filter") != "/DCTDecode":
                    total.update(each.read_bytes())
            else:
                total.update(each.unparse(resolved=True))
        total.update(pdf.trailer.ID.unparse())
    return total.hexdigest()


def digests() -> dict[str, str]:
    """Give the digest of every paper by its kind."""
    return {kind: digest(data) for kind, data in drawn().items()}


def kept() -> dict[str, str]:
    """Give the digests that are written down."""
    return tomllib.loads(KEPT.read_text("utf-8")) if KEPT.is_file() else {}


def write() -> None:
    """Write the digests down."""
    lines = [f"# SHA-256 of every sample paper's uncompressed form. Written by {REFRESH}."]
    lines += [f'{kind} = "{value}"' for kind, value in digests().items()]
    KEPT.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write()
    sys.stdout.write(f"{len(kept())} papers are written down in {KEPT.name}\n")

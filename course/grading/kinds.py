"""What a file is, whatever it is called: instructors are told it, and intake looks for notebooks by
it.
"""

import json

_TAR_MARK_AT = 257  # where a tar archive says that it is one
_STARTS = (
    (b"version https://git-lfs", "a Git LFS pointer, not the file itself (`git lfs pull` gets it)"),
    (b"%PDF", "a PDF"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive, which is not opened here (unpack it, or ask for a zip)"),
    (b"Rar!\x1a\x07", "a RAR archive, which is not opened here (unpack it, or ask for a zip)"),
    (b"\x1f\x8b", "a gzip archive, which is not opened here (unpack it, or ask for a zip)"),
    (b"\xfd7zXZ\x00", "an xz archive, which is not opened here (unpack it, or ask for a zip)"),
    (b"BZh", "a bzip2 archive, which is not opened here (unpack it, or ask for a zip)"),
    (b"PK\x03\x04", "a zip, or an Office document"),
    (b"PK\x05\x06", "an empty zip"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "a text document (RTF)"),
    (b"\xd0\xcf\x11\xe0", "an Office document"),
    (b"bplist00", "a link or settings file of macOS"),
)
_TEXT_STARTS = (
    ("<!doctype html", "a web page"),
    ("<html", "a web page"),
    ("[internetshortcut]", "a link"),
    ("http://", "a link"),
    ("https://", "a link"),
    ("<?xml", "an XML file"),
    ("<", "a web page or a text with markup"),
)
_LOOKED_AT = 1024
MAX_BYTES = 20 * 2**20  # of a notebook
MAX_PIECES = 1_000_000  # lists and objects in its JSON: each takes some hundred bytes of memory


def what(data):
    """A few words on what these bytes are ("a PDF"), or None where nothing says it."""
    if not data:
        return "an empty file"
    for start, kind in _STARTS:
        if data.startswith(start):
            return kind
    if data[_TAR_MARK_AT:].startswith(b"ustar"):
        return "a tar archive, which is not opened here (unpack it, or ask for a zip)"
    text = data[:_LOOKED_AT].decode("utf-8-sig", "replace").strip().lower()
    if not text.strip("\0"):
        return "a file of blanks"
    return next((kind for start, kind in _TEXT_STARTS if text.startswith(start)), None)


def notebook(data):
    """The JSON of a notebook as a dictionary, or None. Any encoding that JSON allows, with its
    mark; Windows' old one too, in which accents are then right.
    """
    if len(data) > MAX_BYTES or data.count(b"{") + data.count(b"[") > MAX_PIECES:
        return None
    try:
        try:
            raw = json.loads(data)
        except UnicodeDecodeError:
            raw = json.loads(data.decode("cp1252"))
    except (ValueError, RecursionError):  # ValueError: no JSON, no encoding, numbers without end
        return None
    return (
        raw if type(raw) is dict and type(raw.get("cells", raw.get("worksheets"))) is list else None
    )

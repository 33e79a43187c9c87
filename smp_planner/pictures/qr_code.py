"""An address as a QR code (ISO/IEC 18004), to be read off a screen by the camera of a phone."""

from __future__ import annotations

from io import BytesIO
from typing import NamedTuple

LARGEST_VERSION = 25  # 117 modules a side: beyond it a phone has to come too near to a screen
QUIET_MODULES = 4  # the white edge that the standard asks for


class QrCode(NamedTuple):
    """The code as SVG, black on white in any theme, and how many modules wide it is, edges included."""

    svg: str
    modules: int


def qr_code(address: str) -> QrCode | None:
    """The code of an address; None where it would be too fine to be read off a screen.

    It begins with the lowest level of error correction, as a screen has no stains, and takes a higher
    one where that makes it no finer.
    """
    import segno  # only where a code was asked for

    try:
        code = segno.make_qr(address, error="l")
    except segno.DataOverflowError:
        return None
    if int(code.version) > LARGEST_VERSION:
        return None
    drawn = BytesIO()
    code.save(drawn, kind="svg", xmldecl=False, nl=False, omitsize=True, border=QUIET_MODULES, light="#fff")
    return QrCode(drawn.getvalue().decode(), int(code.symbol_size(border=QUIET_MODULES)[0]))

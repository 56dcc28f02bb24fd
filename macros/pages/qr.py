"""QR codes for newsletters and posters. A phone needs a whole address, so there is none while the school has given no address."""

import html

import segno

QUIET_ZONE = 4  # modules of white around the code, as ISO/IEC 18004 asks for


def qr_image(address: str, name: str) -> str:
    """An <img> with the code in it, black on white in light and in dark, so that any phone can read it.

    name: what assistive technology says, such as 'QR code: Before you post'.
    """
    code = segno.make(address, error="m", micro=False)
    picture = code.svg_data_uri(border=QUIET_ZONE, dark="#000", light="#fff", xmldecl=False, svgns=True)
    size = code.symbol_size(border=QUIET_ZONE)[0]
    return f'<img class="ps-qr" src="{picture}" alt="{html.escape(name)}" width="{size * 4}" height="{size * 4}">'

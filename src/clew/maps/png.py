"""The map as a picture file: the SVG drawn with the fonts that ship with Clew, so text appears on any machine."""

from __future__ import annotations

from importlib.resources import as_file, files

FONTS = ("ClewSans-Regular.otf", "ClewSans-Bold.otf")


def rasterise(svg: str, width: int = 2400) -> bytes:
    """Return the SVG as PNG bytes, ``width`` pixels wide and as high as its shape asks.

    Characters that the shipped font lacks (such as Chinese) are taken from the machine's fonts, where it has any.
    ValueError: the text is no SVG.
    """
    from resvg_py import svg_to_bytes

    with as_file(files("clew.maps") / "fonts") as folder:
        paths = [str(folder / name) for name in FONTS]
        return bytes(
            svg_to_bytes(
                svg_string=svg, width=width, font_files=paths, font_family="Clew Sans", sans_serif_family="Clew Sans"
            )
        )

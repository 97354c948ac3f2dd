"""Uploaded pictures: checked by content, reduced, and freed of all metadata."""

import warnings
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from PIL import Image, ImageOps, UnidentifiedImageError

from data_access.database.errors import NotSaved

LARGEST: Final = 15  # megabytes of a file
MOST_PIXELS: Final = 60_000_000
SIDE: Final = 1280  # pixels of the longer side that is kept
SMALL: Final = 480  # and of the copy for galleries
_KINDS: Final = ("JPEG", "PNG", "WEBP")
_QUALITY: Final = 82


@dataclass(frozen=True)
class Checked:
    """A JPEG newly encoded from the pixels alone."""

    content: bytes
    small: bytes
    width: int
    height: int


def checked_picture(content: bytes) -> Checked:
    """The picture ready for everybody: upright, without place, camera, thumbnail or comments.

    Raises NotSaved: picture_large, no_picture (whatever its name says), picture_pixels.
    """
    if len(content) > LARGEST * 2**20:
        raise NotSaved("picture_large", most=LARGEST)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(content), formats=_KINDS) as image:
                if image.width * image.height > MOST_PIXELS:
                    raise NotSaved("picture_pixels")
                image.draft("RGB", (2 * SIDE, 2 * SIDE))  # a large JPEG is not read whole
                upright = ImageOps.exif_transpose(image)
                pixels = _flattened(upright)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise NotSaved("picture_pixels") from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        raise NotSaved("no_picture") from None
    pixels.thumbnail((SIDE, SIDE))
    clean = Image.frombytes("RGB", pixels.size, pixels.tobytes())  # nothing but pixels goes on
    small = clean.copy()
    small.thumbnail((SMALL, SMALL))
    return Checked(_written(clean), _written(small), *clean.size)


def _written(pixels: Image.Image) -> bytes:
    buffer = BytesIO()
    pixels.save(buffer, "JPEG", quality=_QUALITY, optimize=True)
    return buffer.getvalue()


def _flattened(image: Image.Image) -> Image.Image:
    """The picture on white instead of transparency."""
    if image.mode in ("RGBA", "LA", "P", "PA"):
        layer = image.convert("RGBA")
        white = Image.new("RGBA", layer.size, "white")
        return Image.alpha_composite(white, layer).convert("RGB")
    return image.convert("RGB")

"""QR codes as pictures on slides."""

from io import BytesIO

from presentation.scanning import scan_code


def scan_image(link: str) -> bytes:
    """The link as a QR code, a PNG."""
    image = BytesIO()
    scan_code(link).save(image, kind="png", scale=8, border=2)
    return image.getvalue()

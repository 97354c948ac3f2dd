"""QR codes of links."""

import segno


def scan_code(link: str) -> segno.QRCode:
    """The link as a QR code that phones read from paper and from a wall."""
    return segno.make(link, error="m", micro=False)

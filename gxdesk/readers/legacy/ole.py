"""The streams of an OLE container, checked before ``olefile`` reads them: sizes must fit into the file."""

from __future__ import annotations

import io

from gxdesk.errors import ReadError
from gxdesk.readers.package import DAMAGED, TRUNCATED

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # how every container begins
_HEADER = 512


class Container:
    """An OLE container (Office 97-2003, WPS, encrypted newer files)."""

    def __init__(self, data: bytes) -> None:
        """Open it; raises :class:`ReadError` when it is cut short or damaged."""
        import olefile

        _check_header(data)
        self._size = len(data)
        try:
            self._file = olefile.OleFileIO(io.BytesIO(data))
            root = int(self._file.root.size)
        except Exception as error:  # olefile raises whatever a damaged file makes Python raise
            raise ReadError(DAMAGED) from error
        if root > len(data):
            raise ReadError(TRUNCATED)

    def has(self, name: str) -> bool:
        """Tell whether there is a stream or storage of this name at the top."""
        try:
            return bool(self._file.exists(name))
        except Exception:  # see above
            return False

    def stream(self, name: str) -> bytes | None:
        """Return a stream at the top, ``None`` if there is none; raises :class:`ReadError` like opening."""
        try:
            if not self._file.exists(name) or self._file.get_type(name) != 2:
                return None
            size = int(self._file.get_size(name))
            if size > self._size:
                raise ReadError(TRUNCATED)
            content = bytes(self._file.openstream(name).read())
        except ReadError:
            raise
        except Exception as error:  # see above
            raise ReadError(DAMAGED) from error
        if len(content) < size:
            raise ReadError(TRUNCATED)
        return content


def _check_header(data: bytes) -> None:
    """Refuse counts no file of this length can have ([MS-CFB] 2.2): they would make reading run away."""
    if len(data) < 3 * _HEADER:
        raise ReadError(TRUNCATED)
    version, shift, mini_shift = (int.from_bytes(data[at : at + 2], "little") for at in (26, 30, 32))
    if (version, shift) not in ((3, 9), (4, 12)) or mini_shift != 6:
        raise ReadError(DAMAGED)
    sectors = len(data) >> shift
    if any(int.from_bytes(data[at : at + 4], "little") > sectors for at in (44, 64, 72)):
        raise ReadError(TRUNCATED)

"""Old workbooks Excel locks with a password of its own, never asked for: those of protected structure.

"Protect workbook" encrypts an .xls with a password everybody knows ([MS-XLS] 2.2.10, [MS-OFFCRYPTO] 2.3.5 and
2.3.6). Excel and WPS open such files without asking, so must we. A password of the user's is left to stand.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator

from gxdesk.errors import ReadError
from gxdesk.readers.legacy.binary import number, part

PASSWORD = "VelvetSweatshop".encode("utf-16-le")
MAX_LOCKED = 8 * 1024 * 1024  # a second of work
FILEPASS = 0x2F
_BLOCK = 1024  # bytes encrypted with one key
_PLAIN = frozenset({0x809, FILEPASS, 0xE1, 0x194, 0x195, 0x196, 0x138})  # records that stay readable
_SHEET, _SHEET_PLACE = 0x85, 4  # of these the first bytes do
_RC4, _STANDARD, _CRYPTO_API = 1, 1, 2
_NOTHING = (0x0E00).to_bytes(2, "little")  # a record nobody knows, in the place of FILEPASS

Keys = Callable[[int], bytes]


def unlock(stream: bytes) -> bytes:
    """Return the workbook stream decrypted, or as it is: without a password or with one of the user's own."""
    records = list(_records(stream)) if len(stream) <= MAX_LOCKED else []
    locked = next((at for at, code, _ in records[:20] if code == FILEPASS), None)
    try:
        keys = None if locked is None else _keys(part(stream, locked + 4, number(stream, locked + 2, 2)))
    except ReadError:
        return stream
    if locked is None or keys is None:
        return stream
    found = bytearray(_decrypted(stream, keys))
    for at, code, size in records:
        kept = 4 + (size if code in _PLAIN else _SHEET_PLACE if code == _SHEET else 0)
        found[at : at + kept] = stream[at : at + kept]
    found[locked : locked + 2] = _NOTHING
    return bytes(found)


def _records(stream: bytes) -> Iterator[tuple[int, int, int]]:
    at = 0
    while at + 4 <= len(stream):
        code, size = (int.from_bytes(stream[at + place : at + place + 2], "little") for place in (0, 2))
        yield at, code, size
        at += 4 + size


def _keys(locked: bytes) -> Keys | None:
    """Return the keys by block, ``None`` when the password is another one or the cipher not ours."""
    if number(locked, 0, 2) != _RC4:
        return None
    major, minor = number(locked, 2, 2), number(locked, 4, 2)
    if (major, minor) == (1, _STANDARD):
        keys, check, proof = _standard(part(locked, 6, 16)), part(locked, 22, 32), hashlib.md5
    elif minor == _CRYPTO_API:
        header = 14 + number(locked, 10, 4)
        keys = _crypto_api(part(locked, header + 4, 16), number(locked, 14 + 16, 4))
        check, proof = part(locked, header + 20, 16) + part(locked, header + 40, 20), hashlib.sha1
    else:
        return None
    plain = _xor(check, rc4(keys(0), len(check)))
    return keys if proof(plain[:16]).digest() == plain[16:] else None


def _standard(salt: bytes) -> Keys:
    start = hashlib.md5((hashlib.md5(PASSWORD).digest()[:5] + salt) * 16).digest()[:5]
    return lambda block: hashlib.md5(start + block.to_bytes(4, "little")).digest()


def _crypto_api(salt: bytes, bits: int) -> Keys:
    start = hashlib.sha1(salt + PASSWORD).digest()
    size = (bits or 40) // 8
    return lambda block: (
        hashlib.sha1(start + block.to_bytes(4, "little"))
        .digest()[:size]
        .ljust(16 if size == 5 else size, b"\0")
    )


def _decrypted(stream: bytes, keys: Keys) -> bytes:
    blocks = (stream[at : at + _BLOCK] for at in range(0, len(stream), _BLOCK))
    return b"".join(_xor(block, rc4(keys(index), len(block))) for index, block in enumerate(blocks))


def _xor(data: bytes, pad: bytes) -> bytes:
    return (int.from_bytes(data, "little") ^ int.from_bytes(pad, "little")).to_bytes(len(data), "little")


def rc4(key: bytes, length: int) -> bytes:
    """Return the pad of ``length`` bytes that RC4 makes of a key."""
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) & 255
        state[i], state[j] = state[j], state[i]
    pad = bytearray(length)
    j = 0
    for at in range(length):
        i = (at + 1) & 255
        j = (j + state[i]) & 255
        state[i], state[j] = state[j], state[i]
        pad[at] = state[(state[i] + state[j]) & 255]
    return bytes(pad)

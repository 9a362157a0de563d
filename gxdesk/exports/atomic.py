"""Writes a file whole or not at all: a failed export never costs the clerk the file of yesterday."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from contextlib import suppress
from glob import escape
from pathlib import Path
from time import time

from gxdesk.errors import WriteError

_STALE = 600  # seconds; no export takes so long
_NO_SPACE = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG}
_REFUSED = {errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY, errno.ETXTBSY}


def write(target: str | Path, data: bytes) -> None:
    """Write ``data`` to ``target``, replacing an old file only when all is safely on disk.

    Raises :class:`~gxdesk.errors.WriteError` with a sentence; then the old file is untouched and nothing is
    left beside it.
    """
    target = Path(os.path.realpath(target))
    _refuse_hopeless(target)
    beside = target.with_name(f".~{target.name[:40]}.{secrets.token_hex(4)}.tmp")
    _sweep(target)
    try:
        _write_through(beside, data)
        if target.exists():
            shutil.copymode(target, beside)
        beside.replace(target)
    except OSError as error:
        raise WriteError(_sentence(target, error)) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _sweep(target: Path) -> None:
    """Remove what a killed export of the same file left beside it; what may still be written stays."""
    with suppress(OSError):
        for left in target.parent.glob(f".~{escape(target.name[:40])}.*.tmp"):
            if time() - left.stat().st_mtime > _STALE:
                left.unlink()


def _write_through(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _refuse_hopeless(target: Path) -> None:
    """Refuse what replacing would do harm to, before anything is written."""
    if target.is_dir():
        raise WriteError(f"“{target.name}”是文件夹，不能写成文件。请另起一个文件名。")
    if not target.parent.is_dir():
        raise WriteError(
            f"文件夹“{target.parent}”不存在，没有写出“{target.name}”。请先建立文件夹，或另选位置。"
        )
    if target.exists() and not target.is_file():
        raise WriteError(f"“{target}”不是普通文件，不能写入。请另起一个文件名。")
    if target.exists() and not os.access(target, os.W_OK):
        raise WriteError(f"“{target.name}”是只读文件，没有覆盖。请取消只读属性，或另起一个文件名。")


def _sentence(target: Path, error: OSError) -> str:
    if error.errno in _NO_SPACE:
        return f"磁盘空间不足，没有写出“{target.name}”。请腾出空间，或保存到别的磁盘。"
    if error.errno == errno.ENAMETOOLONG:
        return f"文件名“{target.name}”太长，请起一个短一些的文件名。"
    if isinstance(error, PermissionError) or error.errno in _REFUSED:
        return (
            f"没有写出“{target.name}”：它可能正在 Excel 或 WPS 中打开，或者所在的文件夹不允许写入。"
            "请关闭打开它的程序后重试，或保存到别的文件夹。"
        )
    return f"没有写出“{target.name}”，可能是磁盘、U 盘或网络盘断开了。请重试，或保存到本机的文件夹。"

"""The errors GxDesk raises on purpose; each carries a Chinese sentence a clerk can act on."""

from __future__ import annotations


class GxError(Exception):
    """Something the user can understand and mend. ``str(error)`` is the Chinese sentence to show."""


class ReadError(GxError):
    """The draft could not be read (damaged, encrypted, not a draft, no permission...)."""


class WriteError(GxError):
    """An export could not be written; the old file, if any, is untouched."""


class StandardError(GxError):
    """A report format file (``resources/standards/*.toml``) is wrong or unknown."""


class RulesError(GxError):
    """An office's own rules (a sheet or a ``.toml`` file) cannot be read or say something impossible."""


class UsageError(GxError):
    """The command line or a setting asks for something that does not exist."""


class Cancelled(GxError):
    """The user stopped the work; what was finished before is kept."""

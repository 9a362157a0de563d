"""The smallest set of cells that explains the equations that fail."""

from gxdesk.diagnosis.attach import diagnose

__all__ = ["diagnose"]

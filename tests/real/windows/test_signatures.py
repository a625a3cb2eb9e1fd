"""Whose the programs in the folder are, by their Authenticode signatures.

That each file is the one that was signed, and in whose name, is tried; that the certificate leads to Microsoft's root
is not, for Debian does not have that root: on Windows, ``Get-AuthenticodeSignature`` says it.
"""

import re
import subprocess
from pathlib import Path

from tests.real.programs import program
from tools.windows.__main__ import INSIDE

AUTHORITIES = "/etc/ssl/certs/ca-certificates.crt"
ISSUERS = ("Microsoft ID Verified CS", "DigiCert Trusted G4 Code Signing")
MICROSOFT = ("vcruntime140.dll", "vcruntime140_1.dll")


def test_every_program_of_the_embedded_python_is_signed_and_unchanged(unpacked: Path) -> None:
    signed = sorted(path for path in (unpacked / INSIDE).iterdir() if path.suffix in (".exe", ".dll", ".pyd"))
    assert len(signed) > 25
    for path in signed:
        call = [program("osslsigncode"), "verify", "-CAfile", AUTHORITIES, "-in", str(path)]
        said = subprocess.run(call, capture_output=True).stdout.decode(errors="replace")
        digests = re.findall(r"(?:Current|Calculated) message digest +: ([0-9A-F]+)", said)
        assert len(digests) in (2, 4), path.name  # some are signed twice
        assert len(set(digests)) == 1, path.name
        owner = "Microsoft Corporation" if path.name in MICROSOFT else "Python Software Foundation"
        assert f"/O={owner}/" in said, path.name
        assert any(issuer in said for issuer in ISSUERS) or path.name in MICROSOFT, path.name

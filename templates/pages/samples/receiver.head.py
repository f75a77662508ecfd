import base64
import hmac
import json
import os
import re
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Optional

SECRET = base64.b64decode(os.environ.get("MPLUS_SECRET", ""), validate=True)
if len(SECRET) < 16:
    raise SystemExit("MPLUS_SECRET must be set, to 16 bytes or more in base64")
PORT = int(os.environ.get("PORT", "3000"))
LIMIT = 1024 * 1024  # The largest body that is taken, in bytes.


def refuse_stranger(method: str, signature: str, body: bytes) -> Optional[tuple[int, dict]]:
    """Refuses whatever has not been signed with our secret."""
    if method != "POST":
        return refuse("METHOD_NOT_ALLOWED", "Events come with POST.", 405)
    if len(body) > LIMIT:
        return refuse("BODY_TOO_LARGE", "The body is too large.", 413)
    if not signature:
        return refuse("NO_SIGNATURE", "The header X-Mplus-Signature is missing.")
    if not is_genuine(body, signature):
        return refuse("INVALID_SIGNATURE", "The signature does not fit the body.")
    return None

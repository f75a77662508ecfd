import base64
import hmac
import json
import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

SECRET = base64.b64decode(os.environ.get("MPLUS_SECRET", ""), validate=True)
if not SECRET:
    raise SystemExit("MPLUS_SECRET is not set")
PORT = int(os.environ.get("PORT", "3000"))


def answer(method: str, signature: str, body: bytes) -> tuple[int, dict]:
    if method != "POST":
        return refuse("METHOD_NOT_ALLOWED", "Events come with POST.", 405)
    if not signature:
        return refuse("NO_SIGNATURE", "The header X-Mplus-Signature is missing.")
    if not is_genuine(body, signature):
        return refuse("INVALID_SIGNATURE", "The signature does not fit the body.")
    # Only here is the body to be trusted: parse it, and answer what the till should do.
    return 200, {}


def refuse(code: str, message: str, status: int = 400) -> tuple[int, dict]:
    return status, {"error": {"code": code, "message": message}}


def is_genuine(body: bytes, signature: str) -> bool:
    # As bytes: compare_digest takes no text beyond ASCII, and a header can hold some.
    return hmac.compare_digest(sign(body).encode(), signature.encode())


def sign(body: bytes) -> str:
    return base64.b64encode(hmac.digest(SECRET, body, "sha256")).decode()


class Receiver(BaseHTTPRequestHandler):
    def receive(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        signature = self.headers.get("X-Mplus-Signature", "")
        status, content = answer(self.command, signature, body)
        text = json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Allow", "POST")
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.send_header("X-Mplus-Signature", sign(text))
        self.end_headers()
        self.wfile.write(text)

    do_GET = do_POST = receive


if __name__ == "__main__":
    print(f"Listening on http://localhost:{PORT}", flush=True)
    ThreadingHTTPServer(("localhost", PORT), Receiver).serve_forever()

def refuse(code: str, message: str, status: int = 400) -> tuple[int, dict]:
    """Its texts are fixed: a refusal repeats nothing of the request."""
    return status, {"error": {"code": code, "message": message}}


def is_genuine(body: bytes, signature: str) -> bool:
    # As bytes: compare_digest takes no text beyond ASCII, and a header can hold some.
    return hmac.compare_digest(sign(body).encode(), signature.encode())


def sign(body: bytes) -> str:
    return base64.b64encode(hmac.digest(SECRET, body, "sha256")).decode()


class Receiver(BaseHTTPRequestHandler):
    timeout = 10  # Seconds, for a client that stops sending.

    def receive(self) -> None:
        length = self.headers.get("Content-Length", "0")
        # http.server reads no body without a length, and would wait for ever for one of length -1.
        if "Transfer-Encoding" in self.headers or not re.fullmatch("[0-9]{1,9}", length):
            return self.send_error(411)
        body = self.rfile.read(min(int(length), LIMIT + 1))
        refusal = refuse_stranger(self.command, self.headers.get("X-Mplus-Signature", ""), body)
        event = self.path.split("?")[0].split("/")[-1]
        # One secret signs both ways: what we sign for a stranger could be posted back to us as the till's.
        self.send(*(refusal or answer(event, body)), is_signed=refusal is None)

    do_GET = do_POST = receive

    def send(self, status: int, content: dict, is_signed: bool) -> None:
        text = json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Allow", "POST")
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        if is_signed:
            self.send_header("X-Mplus-Signature", sign(text))
        self.end_headers()
        self.wfile.write(text)

    def send_error(self, code, message=None, explain=None) -> None:
        # For requests that are no good HTTP either. Left to itself, http.server would quote them.
        self.send(*refuse("BAD_REQUEST", "Events come with POST and a Content-Length.", code), is_signed=False)


if __name__ == "__main__":
    print(f"Listening on http://localhost:{PORT}", flush=True)
    ThreadingHTTPServer(("localhost", PORT), Receiver).serve_forever()

def answer(event: str, body: bytes) -> tuple[int, dict]:
    """Answers the till. Never let an answer have `event` or `original`: these make a request."""
    try:
        request = json.loads(body.decode())
    except (ValueError, RecursionError):
        return refuse("INVALID_JSON", "The body is not JSON.")
    if not isinstance(request, dict):
        return refuse("INVALID_DATA", "The body is no JSON object.")
    if "error" in request and "original" in request:
        print(f"The till could not use an answer to {event}:", json.dumps(request["error"]), file=sys.stderr)
        return 200, {}
    # Signed, but no request: an answer of ours that somebody posts back.
    if not isinstance(request.get("event"), dict):
        return refuse("INVALID_DATA", "The body has no object `event`.")
    # Here is the place for your own code: answer what the till should do. `event` is such as "startSession".
    return 200, {}

import mplus
from shop import HANDLERS


def answer(event: str, body: bytes) -> tuple[int, dict]:
    """Answers the till. Never let an answer have `event` or `original`: these make a request."""
    try:
        content = json.loads(body.decode())
    except (ValueError, RecursionError):
        return refuse("INVALID_JSON", "The body is not JSON.")
    if not isinstance(content, dict):
        return refuse("INVALID_DATA", "The body is no JSON object.")
    try:
        if "error" in content and "original" in content:
            error = mplus.ErrorRequest.from_dict(content).error
            print(f"The till could not use an answer to {event}: {error.code} {error.message}", file=sys.stderr)
            return 200, {}
        # Signed, but no request: an answer of ours that somebody posts back.
        mplus.EventInfo.from_dict(content.get("event"))
        if event not in HANDLERS:
            return 200, {}
        request_type, handle = HANDLERS[event]
        request = request_type.from_dict(content)
    # What the models raise where a body is not what they describe.
    except (AssertionError, AttributeError, TypeError, ValueError):
        return refuse("INVALID_DATA", "The body is no request of this event.")
    return 200, handle(request).to_dict()



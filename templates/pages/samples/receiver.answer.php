/** Answers the till. Never let an answer have `event` or `original`: these make a request. */
function answer(string $event, string $body): array
{
    try {
        $request = json_decode($body, false, 512, JSON_THROW_ON_ERROR);
    } catch (JsonException $fault) {
        return refuse('INVALID_JSON', 'The body is not JSON.');
    }
    if (isset($request->error, $request->original)) {
        error_log("The till could not use an answer to $event: " . json_encode($request->error));
        return [200, []];
    }
    // Signed, but no request: an answer of ours that somebody posts back.
    if (!is_object($request->event ?? null)) {
        return refuse('INVALID_DATA', 'The body has no object `event`.');
    }
    // Here is the place for your own code: answer what the till should do. `$event` is such as "startSession".
    return [200, []];
}

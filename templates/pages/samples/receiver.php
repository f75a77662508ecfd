<?php

declare(strict_types=1);

/** The largest body that is taken, in bytes. */
const LIMIT = 1024 * 1024;

/** Refuses whatever has not been signed with our secret. */
function refuseStranger(string $method, string $signature, string $body, string $secret): ?array
{
    if ($method !== 'POST') {
        return refuse('METHOD_NOT_ALLOWED', 'Events come with POST.', 405);
    }
    if (strlen($body) > LIMIT) {
        return refuse('BODY_TOO_LARGE', 'The body is too large.', 413);
    }
    if ($signature === '') {
        return refuse('NO_SIGNATURE', 'The header X-Mplus-Signature is missing.');
    }
    if (!hash_equals(sign($body, $secret), $signature)) {
        return refuse('INVALID_SIGNATURE', 'The signature does not fit the body.');
    }
    return null;
}

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
        return [200, new stdClass()];
    }
    // Signed, but no request: an answer of ours that somebody posts back.
    if (!is_object($request->event ?? null)) {
        return refuse('INVALID_DATA', 'The body has no object `event`.');
    }
    // Here is the place for your own code: answer what the till should do. `$event` is such as "startSession".
    // An empty answer is an object, since an empty array would become [] in JSON.
    return [200, new stdClass()];
}

/** Its texts are fixed: a refusal repeats nothing of the request. */
function refuse(string $code, string $message, int $status = 400): array
{
    return [$status, ['error' => ['code' => $code, 'message' => $message]]];
}

function sign(string $body, string $secret): string
{
    return base64_encode(hash_hmac('sha256', $body, $secret, true));
}

// Faults are for the log, and nobody else's to read.
ini_set('display_errors', '0');

$secret = base64_decode((string) getenv('MPLUS_SECRET'), true);
if ($secret === false || strlen($secret) < 16) {
    throw new RuntimeException('MPLUS_SECRET must be set, to 16 bytes or more in base64.');
}

$body = (string) file_get_contents('php://input', false, null, 0, LIMIT + 1);
$signature = $_SERVER['HTTP_X_MPLUS_SIGNATURE'] ?? '';
$event = basename((string) strtok($_SERVER['REQUEST_URI'], '?'));
$refusal = refuseStranger($_SERVER['REQUEST_METHOD'], $signature, $body, $secret);
[$status, $content] = $refusal ?? answer($event, $body);
$text = json_encode($content, JSON_THROW_ON_ERROR);

http_response_code($status);
header('Allow: POST');
header('Content-Type: application/json');
// One secret signs both ways: what we sign for a stranger could be posted back to us as the till's.
if ($refusal === null) {
    header('X-Mplus-Signature: ' . sign($text, $secret));
}
echo $text;

<?php

declare(strict_types=1);

/** Maximum size of a body, in bytes. */
const LIMIT = 1024 * 1024;
/** Customers' relation numbers by card. Use your database. */
const MEMBERS = ['2900004815168' => 20517];
/** In this example, the customer has paid at the third poll. */
const PAID = 3;
const CANCELLED = -1;
/** The object of its own that an event must have. */
const DETAILS = [
    'addSessionLine' => 'addSessionLine', 'customAction' => 'customAction', 'mergeSession' => 'mergeSession',
    'removeSessionLine' => 'removeSessionLine', 'scanCode' => 'scanCode', 'selectRelation' => 'selectRelation',
    'kitchenStartCourse' => 'course', 'kitchenCompleteCourse' => 'course', 'kitchenServeCourse' => 'course',
    'startExternalPayment' => 'externalPayment', 'pollExternalPayment' => 'externalPayment',
    'requestCancelExternalPayment' => 'externalPayment', 'cancelExternalPayment' => 'externalPayment',
];
/** Number of bodies whose event is remembered. */
const KEPT = 1000;

/** Rejects requests that are not signed with the subscription's secret. */
function refuseStranger(string $method, ?string $secret, string $signature, string $body): ?array
{
    if ($method !== 'POST') {
        return refuse('METHOD_NOT_ALLOWED', 'Events need POST.', 405);
    }
    if (strlen($body) > LIMIT) {
        return refuse('BODY_TOO_LARGE', 'The body is too large.', 413);
    }
    if ($secret === null) {
        return refuse('INVALID_SUBSCRIPTION_ID', 'The subscription is unknown.');
    }
    if ($signature === '') {
        return refuse('NO_SIGNATURE', 'The header X-Mplus-Signature is missing.');
    }
    if (!hash_equals(sign($body, $secret), $signature)) {
        return refuse('INVALID_SIGNATURE', 'The signature does not match the body.');
    }
    return null;
}

/** The URL is not signed, so a body belongs to the event for which it came first. */
function refuseReplay(string $event, string $signature): ?array
{
    $first = change('events', $signature, static fn (?string $first): string => $first ?? $event);
    return $first === $event ? null : refuse('INVALID_DATA', 'The body came for another event before.');
}

/** Answers the POS. An answer must never have `event` or `original`: it could be sent back as a request. */
function answer(string $event, string $body): array
{
    try {
        $request = json_decode($body, false, 512, JSON_THROW_ON_ERROR);
    } catch (JsonException $fault) {
        return refuse('INVALID_JSON', 'The body is not JSON.');
    }
    if (isset($request->error, $request->original)) {
        error_log("The POS could not use an answer to $event: " . json_encode($request->error));
        return [200, []];
    }
    // Signed, but not a request: somebody may have posted our own answer back.
    if (!is_object($request->event ?? null)) {
        return refuse('INVALID_DATA', 'The body has no object `event`.');
    }
    if (!property_exists($request, DETAILS[$event] ?? 'event')) {
        return refuse('NO_EVENT_DETAILS', 'The body has no object of its event.');
    }
    $lines = $request->session->lines ?? [];
    $relation = $request->session->relation ?? null;
    $selected = $request->selectRelation ?? null;
    try {
        $content = match ($event) {
            'scanCode' => scanCode($request->scanCode->scannedCode ?? null, $lines),
            // Some sources show the relation or the line directly in the object.
            'selectRelation' => discount(property_exists($selected ?? new stdClass(), 'relation')
                ? $selected->relation : $selected, $lines),
            'addSessionLine' => discount($relation, [$request->addSessionLine->line ?? $request->addSessionLine ?? null]),
            'completeSession' => ['receiptFooter' => ['textBefore' => 'Thank you, and until next time']],
            'startExternalPayment', 'pollExternalPayment', 'requestCancelExternalPayment', 'cancelExternalPayment' =>
                pay($event, $request->externalPayment->externalPaymentId ?? null),
            // Other events: nothing to do.
            default => [],
        };
        // An answer with `error` rejects the request.
        return [isset($content['error']) ? 400 : 200, $content];
    } catch (TypeError $fault) {
        error_log("The body is not a valid $event: {$fault->getMessage()}");
        return refuse('INVALID_DATA', 'The body is not a request of this event.');
    }
}

function scanCode(string $code, array $lines): array
{
    $number = MEMBERS[$code] ?? null;
    if ($number === null) {
        // The POS searches on, for example among its articles.
        return ['scanCode' => ['recognized' => false]];
    }
    $scanned = ['scanCode' => ['recognized' => true, 'relationNumber' => $number]];
    return $scanned + discount((object) ['relationNumber' => $number], $lines);
}

/** Gives members 5%, except on text lines, returns and discounted lines. */
function discount(?stdClass $relation, array $lines): array
{
    $mayHave = static fn (stdClass $line): bool => isset($line->articleNumber) && isSold($line->quantity ?? 1)
        && empty($line->discountPercentage) && empty($line->discountAmount) && empty($line->externalDiscount);
    $changes = array_map(static fn (stdClass $line): array => [
        'lineId' => $line->lineId,
        'externalDiscount' => [
            // The same line gets the same id, so a repeated request gets the same answer.
            'discountId' => vsprintf('%s%s-%s-%s-%s-%s%s%s', str_split(md5($line->lineId), 4)),
            'discountDescription' => "Members' discount",
            'discountPercentage' => 5,
        ],
    ], array_values(array_filter($lines, $mayHave)));
    $isMember = in_array($relation->relationNumber ?? null, MEMBERS, true);
    return $isMember && $changes !== [] ? ['lineChanges' => $changes] : [];
}

/** The type rejects a quantity that is not a number. */
function isSold(int|float $quantity): bool
{
    return $quantity > 0;
}

/** Returns the state of a payment. Start and stop it at your payment provider here. */
function pay(string $event, string $id): array
{
    $state = change('payments', $id, static fn (?int $polls): ?int => match (true) {
        // The first outcome counts.
        $polls === PAID, $polls === CANCELLED => $polls,
        $event === 'pollExternalPayment' => $polls === null ? null : $polls + 1,
        $event === 'startExternalPayment' => $polls ?? 0,
        default => CANCELLED,
    });
    $told = match (true) {
        $event === 'startExternalPayment' => ['started' => true],
        $state === null => ['message' => 'Not known here: cancel, and see if it was paid'],
        $state === PAID => ['confirmed' => true],
        $state === CANCELLED => ['cancelled' => true],
        default => ['message' => 'Waiting for the customer'],
    };
    return ['externalPayment' => ['externalPaymentId' => $id] + $told];
}

/** Changes the polls of a payment, or the event of a body. PHP keeps nothing between requests: use your database. */
function change(string $list, string $key, callable $change): mixed
{
    umask(0077);
    // Not in a shared folder, where others could create the file first.
    $file = fopen(getenv('MPLUS_STATE') ?: __DIR__ . '/mplus-state.json', 'c+')
        ?: throw new RuntimeException('The file of payments and events cannot be opened.');
    flock($file, LOCK_EX);
    // Drops invalid values: a broken file must not block all payments forever.
    $kept = json_decode((string) stream_get_contents($file), true);
    $state = [];
    foreach (['payments' => 'is_int', 'events' => 'is_string'] as $name => $isValid) {
        $state[$name] = array_filter(is_array($kept[$name] ?? null) ? $kept[$name] : [], $isValid);
    }
    $state[$list][$key] = $change($state[$list][$key] ?? null);
    $state['events'] = array_slice($state['events'], -KEPT, null, true);
    ftruncate($file, 0);
    rewind($file);
    fwrite($file, json_encode($state, JSON_THROW_ON_ERROR));
    fclose($file);
    return $state[$list][$key];
}

/** Rejections have fixed texts and repeat nothing from the request. */
function refuse(string $code, string $message, int $status = 400): array
{
    return [$status, ['error' => ['code' => $code, 'message' => $message]]];
}

function sign(string $body, string $secret): string
{
    return base64_encode(hash_hmac('sha256', $body, $secret, true));
}

// Errors go only to the log.
ini_set('display_errors', '0');

$secret = base64_decode((string) getenv('MPLUS_SECRET'), true);
if ($secret === false || strlen($secret) < 16) {
    throw new RuntimeException('MPLUS_SECRET must be set, to 16 bytes or more in base64.');
}
$secrets = ['shop-12' => $secret];

$body = (string) file_get_contents('php://input', false, null, 0, LIMIT + 1);
$secret = $secrets[$_SERVER['HTTP_X_MPLUS_SUBSCRIPTION_ID'] ?? ''] ?? null;
$signature = $_SERVER['HTTP_X_MPLUS_SIGNATURE'] ?? '';
$event = basename((string) strtok($_SERVER['REQUEST_URI'], '?'));
$refusal = refuseStranger($_SERVER['REQUEST_METHOD'], $secret, $signature, $body);
[$status, $content] = $refusal ?? refuseReplay($event, $signature) ?? answer($event, $body);
// As an object: an empty array would become [] in JSON.
$text = json_encode((object) $content, JSON_THROW_ON_ERROR);

http_response_code($status);
header('Allow: POST');
header('Content-Type: application/json');
// Never sign for a stranger: with one secret for both directions, they could post it back to us.
if ($refusal === null) {
    header('X-Mplus-Signature: ' . sign($text, $secret));
}
echo $text;

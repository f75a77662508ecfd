<?php

// A careful receiver by hand, with a library that checks requests and answers by the target `jsonschema`.

declare(strict_types=1);

use JsonSchema\Constraints\Factory;
use JsonSchema\SchemaStorage;
use JsonSchema\Validator;

require '/usr/share/php/JsonSchema/autoload.php';

const LIMIT = 1024 * 1024;
/** Number of bodies whose event is remembered. */
const KEPT = 1000;

function refuse(string $code, string $message, int $status = 400): array
{
    return [$status, ['error' => ['code' => $code, 'message' => $message]]];
}

function sign(string $body, string $secret): string
{
    return base64_encode(hash_hmac('sha256', $body, $secret, true));
}

function refuseStranger(string $method, ?string $secret, string $signature, string $body): ?array
{
    return match (true) {
        $method !== 'POST' => refuse('METHOD_NOT_ALLOWED', 'Events need POST.', 405),
        strlen($body) > LIMIT => refuse('BODY_TOO_LARGE', 'The body is too large.', 413),
        $secret === null => refuse('INVALID_SUBSCRIPTION_ID', 'The subscription is unknown.'),
        !hash_equals(sign($body, $secret), $signature) => refuse('INVALID_SIGNATURE', 'The signature is wrong.'),
        default => null,
    };
}

/** The URL is not signed, so a body belongs to the event for which it came first. */
function refuseReplay(string $event, string $signature): ?array
{
    $file = fopen(getenv('MPLUS_HOME') . '/by-hand.json', 'c+')
        ?: throw new RuntimeException('The file of events cannot be opened.');
    flock($file, LOCK_EX);
    $events = json_decode((string) stream_get_contents($file), true) ?? [];
    $events[$signature] ??= $event;
    ftruncate($file, 0);
    rewind($file);
    fwrite($file, json_encode(array_slice($events, -KEPT, null, true), JSON_THROW_ON_ERROR));
    fclose($file);
    return $events[$signature] === $event ? null : refuse('INVALID_DATA', 'The body came for another event before.');
}

function answer(string $body, Validator $validator): array
{
    try {
        $request = json_decode($body, false, 512, JSON_THROW_ON_ERROR);
    } catch (JsonException) {
        return refuse('INVALID_JSON', 'The body is not JSON.');
    }
    $validator->validate($request, (object) ['$ref' => 'file:///mplus#/definitions/ScanCodeRequest']);
    if (!$validator->isValid()) {
        return refuse('INVALID_DATA', 'The body is not a request of this event.');
    }
    $changes = array_map(static fn (stdClass $line): array => [
        'lineId' => $line->lineId,
        'externalDiscount' => [
            'discountId' => $request->session->sessionId,
            'discountPercentage' => 5 * $line->quantity,
            'discountDescription' => 'Member of the loyalty club',
        ],
    ], array_slice($request->session->lines, 0, 10));
    $content = json_decode(json_encode([
        'scanCode' => ['recognized' => true, 'relationNumber' => $request->event->eventCounter],
        'message' => [[
            'message' => "Welcome back, {$request->scanCode->scannedCode}",
            'customerMessage' => 'Hello',
            'displayTime' => 5,
        ]],
        'lineChanges' => $changes,
    ], JSON_THROW_ON_ERROR));
    $validator->reset();
    $validator->validate($content, (object) ['$ref' => 'file:///mplus#/definitions/ScanCodeResponse']);
    return $validator->isValid() ? [200, $content] : throw new RuntimeException('The answer is invalid.');
}

ini_set('display_errors', '0');
$storage = new SchemaStorage();
$schema = file_get_contents(getenv('MPLUS_HOME') . '/jsonschema/draft-07.schema.json');
$storage->addSchema('file:///mplus', json_decode((string) $schema));
$validator = new Validator(new Factory($storage));

$secrets = ['shop-12' => base64_decode((string) getenv('MPLUS_SECRET'), true)];
$body = (string) file_get_contents('php://input', false, null, 0, LIMIT + 1);
$secret = $secrets[$_SERVER['HTTP_X_MPLUS_SUBSCRIPTION_ID'] ?? ''] ?? null;
$signature = $_SERVER['HTTP_X_MPLUS_SIGNATURE'] ?? '';
$refusal = refuseStranger($_SERVER['REQUEST_METHOD'], $secret, $signature, $body);
[$status, $content] = $refusal ?? refuseReplay('scanCode', $signature) ?? answer($body, $validator);
$text = json_encode((object) $content, JSON_THROW_ON_ERROR);
http_response_code($status);
header('Content-Type: application/json');
if ($refusal === null) {
    header('X-Mplus-Signature: ' . sign($text, $secret));
}
echo $text;

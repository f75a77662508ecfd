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
$text = json_encode((object) $content, JSON_THROW_ON_ERROR);

http_response_code($status);
header('Allow: POST');
header('Content-Type: application/json');
// One secret signs both ways: what we sign for a stranger could be posted back to us as the till's.
if ($refusal === null) {
    header('X-Mplus-Signature: ' . sign($text, $secret));
}
echo $text;

<?php

declare(strict_types=1);

namespace Mplus;

/** Serves a receiver from a plain `index.php`: `(new Server($receiver))->serve();`. */
final readonly class Server
{
    /** @param ?string $basePath where events arrive, such as `/mplus`; default: in the folder of the script */
    public function __construct(private Receiver $receiver, private ?string $basePath = null)
    {
    }

    public function serve(): void
    {
        // A compressed answer would not fit its signature, and a report of a fault may have data of a customer.
        ini_set('zlib.output_compression', '0');
        ini_set('display_errors', '0');
        ignore_user_abort(true);
        // Also what was printed before, such as a line before `<?php`.
        while (ob_get_level() > 0 && ob_end_clean()) {
            continue;
        }
        $response = $this->receiver->receive(
            $_SERVER['REQUEST_METHOD'] ?? '',
            $this->readEvent($_SERVER['REQUEST_URI'] ?? ''),
            self::readHeaders($_SERVER),
            static fn (int $most): string => (string) file_get_contents('php://input', length: $most),
            $_SERVER['REQUEST_URI'] ?? '',
        );
        http_response_code($response->status);
        // Those of a handler or a session could change how the body is read.
        header_remove();
        foreach ($response->headers as $name => $value) {
            header("$name: $value");
        }
        header('Content-Length: ' . strlen($response->body));
        if (($_SERVER['REQUEST_METHOD'] ?? '') !== 'HEAD') {
            echo $response->body;
        }
    }

    /** Nothing is decoded, so each event has one spelling. Empty segments are dropped: `/mplus//scanCode`. */
    private function readEvent(string $target): string
    {
        $split = static fn (string $path): array => array_values(array_filter(explode('/', $path), strlen(...)));
        $path = (string) preg_replace('~^https?://[^/?#]*|[?#].*$~Dis', '', $target);
        [$base, $segments] = [$split($this->basePath ?? self::findBase($path)), $split($path)];
        return array_slice($segments, 0, count($base)) === $base
            ? implode('/', array_slice($segments, count($base))) : $path;
    }

    /** `/shop` for `/shop/index.php`, or the script itself for `/shop/index.php/scanCode`. */
    private static function findBase(string $path): string
    {
        $script = $_SERVER['SCRIPT_NAME'] ?? '';
        return match (true) {
            // The script of `php -S` has the name of the path.
            !str_ends_with($script, '.php') => '',
            str_starts_with("$path/", "$script/") => $script,
            default => dirname($script),
        };
    }

    /** @param array<string, mixed> $server @return array<string, string> */
    private static function readHeaders(array $server): array
    {
        $headers = [];
        // Without the prefix, PHP has what counts as type and length.
        $pattern = '/^(?:HTTP_(?!CONTENT_(?:TYPE|LENGTH)$)|(?=CONTENT_(?:TYPE|LENGTH)$))(.+)/D';
        foreach ($server as $name => $value) {
            if (preg_match($pattern, (string) $name, $match) === 1) {
                $headers[strtr($match[1], '_', '-')] = (string) $value;
            }
        }
        return $headers;
    }
}

<?php

declare(strict_types=1);

namespace Mplus\Protocol;

use Closure;

/** A request as it arrived. Nothing of it is trusted until its signature holds. */
final readonly class Message
{
    /** @var array<string, string> */
    private array $headers;

    /**
     * @param string $event the last part of the path
     * @param array<string, string|list<string>> $headers
     * @param string|Closure(int): string $body the bytes, or a function that reads up to a number of them
     */
    public function __construct(
        public string $method,
        public string $event,
        array $headers,
        private string|Closure $body,
        public string $path,
    ) {
        $joined = [];
        foreach ($headers as $name => $values) {
            $key = strtolower((string) $name);
            // Some servers leave the white space around a value, which is no part of it.
            $texts = array_filter((array) $values, is_scalar(...));
            $trimmed = array_map(static fn (mixed $text): string => trim((string) $text, " \t"), $texts);
            $joined[$key] = implode(', ', [...isset($joined[$key]) ? [$joined[$key]] : [], ...$trimmed]);
        }
        $this->headers = $joined;
    }

    /** Repeated headers are joined with commas, as in HTTP. */
    public function header(string $name): string
    {
        return $this->headers[$name] ?? '';
    }

    /** In UTF-8. Bytes that are not UTF-8 count as Latin-1. */
    public function subscriptionId(): string
    {
        $id = $this->header('x-mplus-subscription-id');
        if (preg_match('//u', $id) === 1) {
            return $id;
        }
        $toUtf8 = static fn (array $match): string =>
            chr(0xC0 | ord($match[0]) >> 6) . chr(0x80 | ord($match[0]) & 0x3F);
        return (string) preg_replace_callback('/[\x80-\xFF]/', $toUtf8, $id);
    }

    /** @throws Refusal */
    public function readBody(int $limit): string
    {
        // A small body could unpack to fill the memory.
        if (preg_match('/^(?:identity)?$/Di', $this->header('content-encoding')) !== 1) {
            throw Refusal::of('bodyEncoded');
        }
        $bytes = is_string($this->body) ? $this->body : ($this->body)($limit + 1);
        if (strlen($bytes) > $limit) {
            throw Refusal::of('bodyTooLarge');
        }
        $length = $this->header('content-length');
        if (ctype_digit($length) && strlen($bytes) < (int) $length) {
            throw Refusal::of('bodyBrokenOff');
        }
        return $bytes;
    }

    /** Ignores parameters, because JSON is always UTF-8. @throws Refusal */
    public function checkContentType(): void
    {
        $type = $this->header('content-type');
        if ($type === '') {
            throw Refusal::of('noContentType');
        }
        if (preg_match('#^application/json[\t ]*(?:;[^,]*)?$#Di', $type) !== 1) {
            throw Refusal::of('wrongContentType');
        }
    }
}

<?php

declare(strict_types=1);

namespace Mplus;

use Psr\Http\Message\ResponseFactoryInterface;
use Psr\Http\Message\ResponseInterface;
use Psr\Http\Message\ServerRequestInterface;
use Psr\Http\Message\StreamFactoryInterface;
use Psr\Http\Message\StreamInterface;
use Psr\Http\Server\RequestHandlerInterface;

/** Serves a receiver by PSR-15: `$app->any('/mplus/{event}', $handler)` in Slim, and Mezzio, Symfony's bridge and so on. */
final readonly class MplusHandler implements RequestHandlerInterface
{
    public function __construct(
        private Receiver $receiver,
        private ResponseFactoryInterface $responses,
        private StreamFactoryInterface $streams,
    ) {
    }

    public function handle(ServerRequestInterface $request): ResponseInterface
    {
        $path = $request->getUri()->getPath();
        $answer = $this->receiver->receive(
            $request->getMethod(),
            substr($path, (int) strrpos("/$path", '/')),
            $request->getHeaders(),
            static fn (int $most): string => self::read($request->getBody(), $most),
            $path,
        );
        $response = $this->responses->createResponse($answer->status)
            ->withBody($this->streams->createStream($answer->body));
        foreach ($answer->headers as $name => $value) {
            $response = $response->withHeader($name, $value);
        }
        return $response;
    }

    private static function read(StreamInterface $body, int $most): string
    {
        if ($body->isSeekable()) {
            $body->rewind();
        }
        $bytes = '';
        while (strlen($bytes) < $most && !$body->eof()) {
            $bytes .= $body->read($most - strlen($bytes));
        }
        return $bytes;
    }
}

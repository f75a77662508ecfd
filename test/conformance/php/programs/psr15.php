<?php

// A framework of a few lines around `MplusHandler`, with the path `/mplus/{event}`.

declare(strict_types=1);

namespace Psr\Http\Server {

    use Psr\Http\Message\ResponseInterface;
    use Psr\Http\Message\ServerRequestInterface;

    require_once 'Nyholm/Psr7/autoload.php';

    // Debian has no package of it.
    if (!interface_exists(RequestHandlerInterface::class)) {
        interface RequestHandlerInterface
        {
            public function handle(ServerRequestInterface $request): ResponseInterface;
        }
    }
}

namespace {

    use Mplus\MplusHandler;
    use Nyholm\Psr7\Factory\Psr17Factory;
    use Nyholm\Psr7\ServerRequest;

    if ($_SERVER['REQUEST_URI'] === '/is-ready') {
        require __DIR__ . '/ready.php';
        return;
    }
    $receiver = require __DIR__ . '/receiver.php';
    $factory = new Psr17Factory();
    $handler = new MplusHandler($receiver, $factory, $factory);
    [$method, $uri] = [$_SERVER['REQUEST_METHOD'], $_SERVER['REQUEST_URI']];
    $body = fopen('php://input', 'rb');
    $response = $handler->handle(new ServerRequest($method, $uri, getallheaders(), $body, '1.1', $_SERVER));
    http_response_code($response->getStatusCode());
    foreach ($response->getHeaders() as $name => $values) {
        foreach ($values as $index => $value) {
            header("$name: $value", $index === 0);
        }
    }
    echo $response->getBody();
}

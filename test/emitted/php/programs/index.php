<?php

// Serves a receiver whose handlers take a while and note each call, for concurrency.ci.test.ts.

declare(strict_types=1);

use Mplus\Context;
use Mplus\Handlers;
use Mplus\LockedFile;
use Mplus\Receiver;
use Mplus\Server;
use Mplus\Subscription;

require getenv('MPLUS_CODE') . '/autoload.php';

$folder = (string) getenv('MPLUS_FOLDER');
$handler = static function (object $request, Context $context) use ($folder): array {
    usleep(300_000);
    $number = $context->body->event->eventCounter;
    file_put_contents("$folder/calls", "$context->eventName $number\n", FILE_APPEND | LOCK_EX);
    return ['message' => [['message' => "$context->eventName $number by " . getmypid()]]];
};
(new Server(new Receiver(
    ['shop-12' => new Subscription((string) getenv('MPLUS_SECRET'))],
    new Handlers(scanCode: $handler, startSession: $handler),
    new LockedFile("$folder/memory"),
)))->serve();

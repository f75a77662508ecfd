<?php

declare(strict_types=1);

use Mplus\Server;

if ($_SERVER['REQUEST_URI'] === '/is-ready') {
    require __DIR__ . '/ready.php';
    return;
}
$basePath = getenv('MPLUS_BASE_PATH');
$receiver = require __DIR__ . '/receiver.php';
(new Server($receiver, $basePath === false ? null : $basePath))->serve();

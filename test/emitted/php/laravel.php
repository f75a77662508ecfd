<?php

// A small app with Laravel, in place of one that Composer creates.

declare(strict_types=1);

use Illuminate\Contracts\Debug\ExceptionHandler;
use Illuminate\Contracts\Http\Kernel as KernelContract;
use Illuminate\Foundation\Application;
use Illuminate\Foundation\Bootstrap\BootProviders;
use Illuminate\Foundation\Bootstrap\RegisterFacades;
use Illuminate\Foundation\Bootstrap\RegisterProviders;
use Illuminate\Foundation\Exceptions\Handler;
use Illuminate\Foundation\Http\Kernel;
use Illuminate\Foundation\Http\Middleware\ConvertEmptyStringsToNull;
use Illuminate\Foundation\Http\Middleware\TrimStrings;
use Illuminate\Http\Request;

require 'AUTOLOAD';
require __DIR__ . '/../mplus/php/autoload.php';
require __DIR__ . '/../app/Providers/MplusServiceProvider.php';

$app = new Application(dirname(__DIR__));
$app->instance('config', new Illuminate\Config\Repository([
    'app' => ['providers' => [
        Illuminate\Cache\CacheServiceProvider::class,
        Illuminate\Filesystem\FilesystemServiceProvider::class,
        App\Providers\MplusServiceProvider::class,
    ], 'aliases' => []],
    'cache' => [
        'default' => 'file',
        'stores' => ['file' => ['driver' => 'file', 'path' => dirname(__DIR__) . '/cache']],
        'prefix' => 'app',
    ],
    'logging' => ['default' => 'errorlog', 'channels' => ['errorlog' => ['driver' => 'errorlog']]],
    'services' => ['mplus' => ['secret' => getenv('MPLUS_SECRET')]],
]));
$app->singleton(ExceptionHandler::class, Handler::class);
$app->singleton(KernelContract::class, fn () => new class ($app, $app['router']) extends Kernel {
    protected $bootstrappers = [RegisterFacades::class, RegisterProviders::class, BootProviders::class];
    protected $middleware = [TrimStrings::class, ConvertEmptyStringsToNull::class];
});
$kernel = $app->make(KernelContract::class);
$request = Request::capture();
$kernel->terminate($request, $kernel->handle($request)->send());

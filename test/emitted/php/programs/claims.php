<?php

// php claims.php CODE FOLDER SEED COUNT LIMIT: claims keys that other processes claim too, and sets others many times.
// Notes in FOLDER/claims whatever it gets.

declare(strict_types=1);

use Mplus\LockedFile;

[, $code, $folder, $seed, $count, $limit] = $argv;
require "$code/autoload.php";
mt_srand((int) $seed);

/** A key of which many are in the same file. */
function nameOf(string $kind, int $number): string
{
    $prefix = $number % 2 === 0 ? '00' : '01';
    for ($try = 0; true; $try += 1) {
        $key = "$kind$number-$try";
        if (str_starts_with(hash('crc32b', $key), $prefix)) {
            return $key;
        }
    }
}

$noise = array_map(static fn (int $number): string => nameOf('noise', $number), range(0, 9));
$claims = array_map(static fn (int $number): string => nameOf('claim', $number), range(0, 199));
$memory = new LockedFile("$folder/memory", (int) $limit);
$out = fopen("$folder/claims", 'ab');
for ($left = (int) $count; $left > 0; $left -= 1) {
    if (mt_rand(0, 3) > 0) {
        $key = $noise[mt_rand(0, 9)];
        $memory->set($key, "$key " . str_repeat(chr(mt_rand(97, 122)), mt_rand(1, 200)), 60);
        continue;
    }
    $key = $claims[mt_rand(0, 199)];
    $found = $memory->add($key, "$key of $seed-$left", 600);
    fwrite($out, ($found === null ? "won $key of $seed-$left" : "found $found") . "\n");
}

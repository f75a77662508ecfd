<?php

declare(strict_types=1);

namespace Mplus;

use Closure;
use InvalidArgumentException;
use Mplus\Contract\Contract;
use Mplus\Contract\Text;
use Mplus\Models\ErrorRequest;
use Mplus\Protocol\Answers;
use Mplus\Protocol\Event;
use Mplus\Protocol\Json;
use Mplus\Protocol\Log;
use Mplus\Protocol\Message;
use Mplus\Protocol\Notebook;
use Mplus\Protocol\Output;
use Mplus\Protocol\Received;
use Mplus\Protocol\Refusal;
use Mplus\Protocol\Repeats;
use Mplus\Protocol\Reply;
use Mplus\Protocol\Reports;
use Mplus\Protocol\Sender;
use Mplus\Protocol\Senders;
use Psr\Log\LoggerInterface;
use Psr\SimpleCache\CacheInterface;
use SensitiveParameter;
use stdClass;
use Throwable;

/** Receives events of the POS: checks who sent them and what they say, calls handlers, and checks and signs answers. */
final readonly class Receiver
{
    private Contract $contract;
    private Log $log;
    private Senders $senders;
    private Repeats $repeats;
    private Reports $reports;
    private Answers $answers;
    private Output $output;

    /**
     * @param array<string, Subscription|list<Subscription>>|Closure(string): (Subscription|list<Subscription>|null)
     *     $subscriptions by id, or a function that finds them
     * @param Memory|CacheInterface|null $memory with null, a captured request can be sent and handled again, a repeated
     *     event is handled twice, and nobody notices a body that comes as another event
     * @param ?LoggerInterface $log default: warnings and errors in PHP's own log
     * @param ?Closure(ErrorRequest, Context): void $onError called with reports of the POS that it rejected an answer
     * @param ?Closure(UnknownPart): void $onUnknown called with parts of requests that your shops' releases do not have
     * @param string $unsupported what to do about a part that a shop's release does not accept: `reject` or `omit`
     * @param int $bodyLimit in bytes
     *
     * @throws InvalidArgumentException that names what is wrong, never a secret
     */
    public function __construct(
        #[SensitiveParameter]
        array|Closure $subscriptions,
        private Handlers $handlers,
        Memory|CacheInterface|null $memory,
        ?LoggerInterface $log = null,
        private ?Closure $onError = null,
        ?Closure $onUnknown = null,
        string $unsupported = 'reject',
        private int $bodyLimit = 1024 * 1024,
    ) {
        if (!in_array($unsupported, ['reject', 'omit'], true)) {
            throw new InvalidArgumentException('unsupported must be "reject" or "omit".');
        }
        if ($bodyLimit < 1) {
            throw new InvalidArgumentException('bodyLimit must be a whole number of 1 or more.');
        }
        $this->contract = new Contract(require __DIR__ . '/contract.php');
        $this->log = new Log($log);
        $notebook = new Notebook($memory, $this->log);
        $this->senders = new Senders($subscriptions, $this->contract, $notebook, $this->log);
        $this->repeats = new Repeats($notebook);
        $this->reports = new Reports($this->contract->rules, $notebook, $this->log, $onUnknown);
        $this->answers = new Answers($this->contract, $unsupported, $this->log);
        $this->output = new Output($this->log);
    }

    /**
     * Answers a request. Never throws.
     *
     * @param string $event the last part of the path, not decoded
     * @param array<string, string|list<string>> $headers by name, in any case
     * @param string|Closure(int): string $body the bytes exactly as received, or a function that reads up to a number of
     *     them, so that no body is read for a stranger
     * @param string $path for the log, if it differs from the event
     */
    public function receive(
        string $method,
        string $event,
        #[SensitiveParameter]
        array $headers,
        #[SensitiveParameter]
        string|Closure $body,
        string $path = '',
    ): Response {
        $message = new Message($method, $event, $headers, $body, $path === '' ? $event : $path);
        // Not earlier: a sender with swapped settings may send its secret as the id, or in the path.
        $fields = $this->contract->rules->event($event) === null ? [] : ['eventName' => $event];
        // Calls in a trace have values of requests, and a secret that is sent as an id.
        $isBare = ini_set('zend.exception_ignore_args', '1');
        $response = $this->output->discard(fn (): Response => $this->respond($message, $fields), $fields);
        ini_set('zend.exception_ignore_args', (string) $isBare);
        return $response;
    }

    /** @param array<string, string> $fields */
    private function respond(Message $message, array $fields): Response
    {
        $sender = null;
        $key = 0;
        try {
            $candidates = $this->admit($message);
            $fields['subscriptionId'] = $message->subscriptionId();
            $bytes = $message->readBody($this->bodyLimit);
            [$sender, $key] = $this->authenticate($candidates, $bytes, $message->header('x-mplus-signature'));
            $reply = $this->answer($this->open($message, $sender, $bytes));
        } catch (Refusal $refusal) {
            $this->logRefusal($refusal, $message, $fields);
            $reply = $refusal->toReply();
        } catch (Throwable $fault) {
            $reason = 'request failed with status 500: ' . Text::cut($fault->getMessage());
            $this->log->error($reason, $fields + ['exception' => $fault]);
            $reply = Refusal::of('handlerFailed')->toReply();
        }
        return new Response($reply->status, [
            'Content-Type' => 'application/json',
            // Prevents compression: the signature is over these bytes.
            'Cache-Control' => 'no-transform',
            ...$reply->headers,
            // Nothing is signed for strangers: they could post it back as a request.
            ...$sender === null ? [] : ['X-Mplus-Signature' => $sender->sign($reply->text, $key)],
        ], $reply->text);
    }

    /**
     * Checks what is known before the body is read.
     *
     * @return list<Sender>
     *
     * @throws Refusal
     */
    private function admit(Message $message): array
    {
        if ($message->method !== 'POST') {
            throw Refusal::of('methodNotAllowed');
        }
        if ($this->contract->rules->event($message->event) === null) {
            throw Refusal::of('unknownEvent');
        }
        $length = $message->header('content-length');
        if (is_numeric($length) && $length > $this->bodyLimit) {
            throw Refusal::of('bodyTooLarge');
        }
        return $this->senders->find($message->subscriptionId());
    }

    /**
     * Finds the subscription that signed a body among those with the same id, and the number of its key.
     *
     * @param list<Sender> $candidates
     *
     * @return array{Sender, int}
     *
     * @throws Refusal if none did
     */
    private function authenticate(array $candidates, string $bytes, string $signature): array
    {
        if ($signature === '') {
            throw Refusal::of('noSignature');
        }
        $found = null;
        // Tries all keys of all candidates, so that timing does not reveal the matching one.
        foreach ($candidates as $sender) {
            $signer = $sender->findSigner($bytes, $signature);
            $found = $signer === null ? $found : [$sender, $signer];
        }
        [$sender, $signer] = $found ?? throw Refusal::of('wrongSignature');
        if ($signer > 0) {
            $text = 'the POS still signs with secret ' . $signer + 1 . ' of ' . count($sender->keys);
            $this->log->info($text, ['subscriptionId' => $sender->id]);
        }
        return [$sender, $signer];
    }

    /** Nothing is parsed before the signature over the raw bytes holds. @throws Refusal */
    private function open(Message $message, Sender $sender, string $bytes): Event
    {
        $name = $message->event;
        // Before any refusal: what was refused as one event may not be sent as another either.
        $first = $this->repeats->firstEvent($sender, $message->header('x-mplus-signature'), $name);
        $message->checkContentType();
        $body = Json::decodeBody($bytes);
        if ($first !== $name) {
            throw Refusal::ofReplay($first);
        }
        return new Event($name, $this->contract->rules->event($name) ?? [], $sender, $body);
    }

    /** @throws Refusal */
    private function answer(Event $event): Reply
    {
        // The POS sends its report to the event's URL, so only the body identifies it.
        if (property_exists($event->body, 'error') && property_exists($event->body, 'original')) {
            return $this->answerReport($event);
        }
        $result = $this->contract->checkRequest($event->name, $event->body);
        if (!$result->isValid()) {
            $properties = $this->contract->rules->request($event->name)->properties;
            $isRequired = static fn (string $name): bool => isset($properties[$name]['required']);
            throw Refusal::ofBody($result->problems[0], array_filter($event->rule['own'] ?? [], $isRequired));
        }
        // One of our own answers, posted back: none has this object.
        if (!($event->body->event ?? null) instanceof stdClass) {
            throw Refusal::of('noEvent');
        }
        $this->reports->leftOut($event, $result);
        $this->reports->mismatch($event, $result->value);
        $this->reports->unknown($event, $result->value);
        return $this->repeats->answerOnce($event, fn (): Reply => $this->handle($event, $result->value));
    }

    /** @throws Refusal */
    private function handle(Event $event, stdClass $request): Reply
    {
        $answer = [];
        $handler = $this->handlers->{$event->name} ?? null;
        if ($handler !== null) {
            $model = Handlers::REQUESTS[$event->name]::from($request);
            $answer = $handler($model, $this->context($event, $request));
        }
        $reply = $this->answers->toReply($event, $answer);
        $this->reports->unread($event, $reply);
        return $reply;
    }

    /** Passes a report of the POS to `onError`, or logs its code. @throws Refusal */
    private function answerReport(Event $event): Reply
    {
        $result = $this->contract->checkErrorRequest($event->body);
        if (!$result->isValid()) {
            throw Refusal::ofBody($result->problems[0], []);
        }
        $this->reports->leftOut($event, $result);
        $code = $result->value->error->code ?? null;
        if ($this->onError !== null) {
            ($this->onError)(ErrorRequest::from($result->value), $this->context($event, $result->value));
        } else {
            // The code can be any text, and no value of a body may reach the log.
            $isCode = is_string($code) && preg_match('/^[A-Z0-9_]{1,64}$/D', $code) === 1;
            $fields = $event->fields() + ['code' => $isCode ? $code : 'unknown'];
            $this->log->warning("the POS rejected the answer to $event->name", $fields);
        }
        return new Reply(200, '{}');
    }

    private function context(Event $event, stdClass $request): Context
    {
        $sender = $event->sender;
        return new Context($event->name, $sender->id, $sender->name, $sender->version, $request);
    }

    /** Logs at debug level if nobody needs to act. @param array<string, string> $fields */
    private function logRefusal(Refusal $refusal, Message $message, array $fields): void
    {
        // Already logged with its cause.
        if ($refusal->name === 'handlerFailed') {
            return;
        }
        $events = array_keys($this->contract->rules->table['events']);
        $near = $refusal->name === 'unknownSubscription' ? $this->senders->findNear($message->subscriptionId()) : [];
        $received = Received::describe($refusal, $message, $events, $near);
        $text = 'request rejected: ' . lcfirst((string) preg_replace('/\.$/D', '', $refusal->getMessage()))
            . ($received === null ? '' : "; $received");
        $details = $fields + ['status' => $refusal->status, 'code' => $refusal->vendorCode];
        // A request with a subscription id may come from a POS with a wrong URL, which would otherwise go unnoticed.
        $isStray = in_array($refusal->status, [404, 405], true) && $message->subscriptionId() === '';
        $isStray || $refusal->status === 503 ? $this->log->debug($text, $details)
            : $this->log->warning($text, $details);
    }
}

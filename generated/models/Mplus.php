<?php

// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

declare(strict_types=1);

namespace Mplus;

use JsonSerializable;
use stdClass;
use TypeError;
use UnexpectedValueException;
use ValueError;

/** A whole number may come as 12.0. */
function toInt(mixed $value): mixed
{
    return is_float($value) && floor($value) === $value && abs($value) < 2 ** 63 ? (int) $value : $value;
}

/** Of what nobody documents, null is left where a value does not fit: it costs nobody the whole request. */
function readIfFits(callable $read): mixed
{
    try {
        return $read();
    } catch (TypeError | UnexpectedValueException | ValueError) {
        return null;
    }
}

/**
 * What was added to the sale.
 */
final class AddSessionLine implements JsonSerializable
{
    public function __construct(
        /**
         * The line that was added.
         */
        public SessionLine $line,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            line: SessionLine::from(($json->line ?? throw new UnexpectedValueException('AddSessionLine has no line.'))),
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->line = $this->line;
        return $json;
    }
}

/**
 * What the POS sends for 'addSessionLine'.
 */
final class AddSessionLineRequest implements JsonSerializable
{
    public function __construct(
        /**
         * When and how the event was sent. The event's name is not in here: it is the end of the URL.
         */
        public EventInfo $event,
        /**
         * The till, or the program in its place, that sent the event.
         */
        public Sender $sender,
        /**
         * The sale that the event is about.
         */
        public Session $session,
        /**
         * What was added to the sale.
         */
        public AddSessionLine $addSessionLine,
        /**
         * The user's choice in the dialog that you answered with; the rest of the request is the original event
         * once more.
         */
        public ?Dialog $dialog = null,
        /**
         * What the user did with the form that you answered with; the rest of the request is the original event
         * once more. Since v59.
         */
        public ?Form $form = null,
        /**
         * Present when the client can open web pages: what to heed when you answer with 'openUrl'.
         */
        public ?OpenUrl $openUrl = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            event: EventInfo::from(($json->event ?? throw new UnexpectedValueException('AddSessionLineRequest has no event.'))),
            sender: Sender::from(($json->sender ?? throw new UnexpectedValueException('AddSessionLineRequest has no sender.'))),
            session: Session::from(($json->session ?? throw new UnexpectedValueException('AddSessionLineRequest has no session.'))),
            addSessionLine: AddSessionLine::from(($json->addSessionLine ?? throw new UnexpectedValueException('AddSessionLineRequest has no addSessionLine.'))),
            dialog: isset($json->dialog) ? Dialog::from($json->dialog) : null,
            form: isset($json->form) ? Form::from($json->form) : null,
            openUrl: isset($json->openUrl) ? OpenUrl::from($json->openUrl) : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->event = $this->event;
        $json->sender = $this->sender;
        $json->session = $this->session;
        $json->addSessionLine = $this->addSessionLine;
        if ($this->dialog !== null) {
            $json->dialog = $this->dialog;
        }
        if ($this->form !== null) {
            $json->form = $this->form;
        }
        if ($this->openUrl !== null) {
            $json->openUrl = $this->openUrl;
        }
        return $json;
    }
}

/**
 * What may be answered to 'addSessionLine'.
 */
final class AddSessionLineResponse implements JsonSerializable
{
    public function __construct(
        /**
         * Says that you could not use the request. Goes with HTTP status 400.
         */
        public ?ErrorAnswer $error = null,
        /**
         * Texts to show at the till: a list, so that one answer can bring several.
         * @var list<Message>|null
         */
        public ?array $message = null,
        /**
         * Shows options to choose from. Once the user has chosen, the same event comes again with the choice.
         */
        public ?DialogAnswer $dialog = null,
        /**
         * Asks the user to scan a code.
         */
        public ?RequestScanCode $requestScanCode = null,
        /**
         * Opens a web page at the client, or offers a link to it. A client that can do so sends 'openUrl' in its
         * request.
         */
        public ?OpenUrlAnswer $openUrl = null,
        /**
         * Shows a code to the customer, on the customer display.
         */
        public ?DisplayBarcode $displayBarcode = null,
        /**
         * True removes the code from the customer display at once.
         */
        public ?bool $hideBarcode = null,
        /**
         * Changes to lines that the session has: the external discount of each.
         * @var list<LineChange>|null
         */
        public ?array $lineChanges = null,
        /**
         * Lines to add to the session.
         * @var list<LineAddition>|null
         */
        public ?array $lineAdditions = null,
        /**
         * Lines to delete from the session.
         * @var list<LineDeletion>|null
         */
        public ?array $lineDeletions = null,
        /**
         * True stops all changes to the session at the till, false allows them again.
         */
        public ?bool $lockSession = null,
        /**
         * True stops what adds to the session, but lines may still be removed or lowered; false allows all
         * again.
         */
        public ?bool $lockSessionForAdditions = null,
        /**
         * Sets how VAT is reckoned in this session.
         */
        public ?VatMethod $vatMethodChange = null,
        /**
         * Books payments on the session of a table.
         */
        public ?PrepayTable $prepayTable = null,
        /**
         * Shows the user a card that was scanned outside the till. One without any property shows nothing.
         */
        public ?ExternalCardScan $externalCardScan = null,
        /**
         * Puts another text on the button of a custom action.
         */
        public ?CustomActionChange $customActionChange = null,
        /**
         * Asks the till to run a custom action. No promise that it does.
         */
        public ?RequestCustomAction $requestCustomAction = null,
        /**
         * Says whether the till is to go on asking, and what to show meanwhile.
         */
        public ?PollingAnswer $polling = null,
        /**
         * The version of your software. The till keeps it in its communication log, which helps to trace faults.
         */
        public ?string $version = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            error: isset($json->error) ? ErrorAnswer::from($json->error) : null,
            message: isset($json->message) ? array_map(static fn ($item) => Message::from($item), $json->message) : null,
            dialog: isset($json->dialog) ? DialogAnswer::from($json->dialog) : null,
            requestScanCode: isset($json->requestScanCode) ? RequestScanCode::from($json->requestScanCode) : null,
            openUrl: isset($json->openUrl) ? OpenUrlAnswer::from($json->openUrl) : null,
            displayBarcode: isset($json->displayBarcode) ? DisplayBarcode::from($json->displayBarcode) : null,
            hideBarcode: isset($json->hideBarcode) ? $json->hideBarcode : null,
            lineChanges: isset($json->lineChanges) ? array_map(static fn ($item) => LineChange::from($item), $json->lineChanges) : null,
            lineAdditions: isset($json->lineAdditions) ? array_map(static fn ($item) => LineAddition::from($item), $json->lineAdditions) : null,
            lineDeletions: isset($json->lineDeletions) ? array_map(static fn ($item) => LineDeletion::from($item), $json->lineDeletions) : null,
            lockSession: isset($json->lockSession) ? $json->lockSession : null,
            lockSessionForAdditions: isset($json->lockSessionForAdditions) ? $json->lockSessionForAdditions : null,
            vatMethodChange: isset($json->vatMethodChange) ? VatMethod::from($json->vatMethodChange) : null,
            prepayTable: isset($json->prepayTable) ? PrepayTable::from($json->prepayTable) : null,
            externalCardScan: isset($json->externalCardScan) ? ExternalCardScan::from($json->externalCardScan) : null,
            customActionChange: isset($json->customActionChange) ? CustomActionChange::from($json->customActionChange) : null,
            requestCustomAction: isset($json->requestCustomAction) ? RequestCustomAction::from($json->requestCustomAction) : null,
            polling: isset($json->polling) ? PollingAnswer::from($json->polling) : null,
            version: isset($json->version) ? $json->version : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        if ($this->error !== null) {
            $json->error = $this->error;
        }
        if ($this->message !== null) {
            $json->message = array_values($this->message);
        }
        if ($this->dialog !== null) {
            $json->dialog = $this->dialog;
        }
        if ($this->requestScanCode !== null) {
            $json->requestScanCode = $this->requestScanCode;
        }
        if ($this->openUrl !== null) {
            $json->openUrl = $this->openUrl;
        }
        if ($this->displayBarcode !== null) {
            $json->displayBarcode = $this->displayBarcode;
        }
        if ($this->hideBarcode !== null) {
            $json->hideBarcode = $this->hideBarcode;
        }
        if ($this->lineChanges !== null) {
            $json->lineChanges = array_values($this->lineChanges);
        }
        if ($this->lineAdditions !== null) {
            $json->lineAdditions = array_values($this->lineAdditions);
        }
        if ($this->lineDeletions !== null) {
            $json->lineDeletions = array_values($this->lineDeletions);
        }
        if ($this->lockSession !== null) {
            $json->lockSession = $this->lockSession;
        }
        if ($this->lockSessionForAdditions !== null) {
            $json->lockSessionForAdditions = $this->lockSessionForAdditions;
        }
        if ($this->vatMethodChange !== null) {
            $json->vatMethodChange = $this->vatMethodChange;
        }
        if ($this->prepayTable !== null) {
            $json->prepayTable = $this->prepayTable;
        }
        if ($this->externalCardScan !== null) {
            $json->externalCardScan = $this->externalCardScan;
        }
        if ($this->customActionChange !== null) {
            $json->customActionChange = $this->customActionChange;
        }
        if ($this->requestCustomAction !== null) {
            $json->requestCustomAction = $this->requestCustomAction;
        }
        if ($this->polling !== null) {
            $json->polling = $this->polling;
        }
        if ($this->version !== null) {
            $json->version = $this->version;
        }
        return $json;
    }
}

/**
 * A discount that the line has from the start.
 */
final class AddedDiscount implements JsonSerializable
{
    public function __construct(
        /**
         * Your id of the discount. Make a new one and keep it: requests carry it with the line from then on.
         */
        public ?string $discountId = null,
        /**
         * A label for the discount. Better always sent.
         */
        public ?string $discountDescription = null,
        /**
         * Discount in percent. Adds up with 'discountAmount'.
         */
        public ?float $discountPercentage = null,
        /**
         * Discount in euros. Adds up with 'discountPercentage'.
         */
        public ?float $discountAmount = null,
        /**
         * How much of the line's quantity gets the discount, such as 3 out of 5 pieces.
         */
        public ?float $applyToQuantity = null,
        /**
         * Any word for the kind of discount; reports can be filtered by it.
         */
        public ?string $discountType = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            discountId: isset($json->discountId) ? $json->discountId : null,
            discountDescription: isset($json->discountDescription) ? $json->discountDescription : null,
            discountPercentage: isset($json->discountPercentage) ? $json->discountPercentage : null,
            discountAmount: isset($json->discountAmount) ? $json->discountAmount : null,
            applyToQuantity: isset($json->applyToQuantity) ? $json->applyToQuantity : null,
            discountType: isset($json->discountType) ? $json->discountType : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        if ($this->discountId !== null) {
            $json->discountId = $this->discountId;
        }
        if ($this->discountDescription !== null) {
            $json->discountDescription = $this->discountDescription;
        }
        if ($this->discountPercentage !== null) {
            $json->discountPercentage = $this->discountPercentage;
        }
        if ($this->discountAmount !== null) {
            $json->discountAmount = $this->discountAmount;
        }
        if ($this->applyToQuantity !== null) {
            $json->applyToQuantity = $this->applyToQuantity;
        }
        if ($this->discountType !== null) {
            $json->discountType = $this->discountType;
        }
        return $json;
    }
}

/**
 * What the POS sends for 'backgroundPoll'.
 */
final class BackgroundPollRequest implements JsonSerializable
{
    public function __construct(
        /**
         * When and how the event was sent. The event's name is not in here: it is the end of the URL.
         */
        public EventInfo $event,
        /**
         * The till, or the program in its place, that sent the event.
         */
        public Sender $sender,
        /**
         * The user's choice in the dialog that you answered with; the rest of the request is the original event
         * once more.
         */
        public ?Dialog $dialog = null,
        /**
         * What the user did with the form that you answered with; the rest of the request is the original event
         * once more. Since v59.
         */
        public ?Form $form = null,
        /**
         * Present when the client can open web pages: what to heed when you answer with 'openUrl'.
         */
        public ?OpenUrl $openUrl = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            event: EventInfo::from(($json->event ?? throw new UnexpectedValueException('BackgroundPollRequest has no event.'))),
            sender: Sender::from(($json->sender ?? throw new UnexpectedValueException('BackgroundPollRequest has no sender.'))),
            dialog: isset($json->dialog) ? Dialog::from($json->dialog) : null,
            form: isset($json->form) ? Form::from($json->form) : null,
            openUrl: isset($json->openUrl) ? OpenUrl::from($json->openUrl) : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->event = $this->event;
        $json->sender = $this->sender;
        if ($this->dialog !== null) {
            $json->dialog = $this->dialog;
        }
        if ($this->form !== null) {
            $json->form = $this->form;
        }
        if ($this->openUrl !== null) {
            $json->openUrl = $this->openUrl;
        }
        return $json;
    }
}

/**
 * What may be answered to 'backgroundPoll'.
 */
final class BackgroundPollResponse implements JsonSerializable
{
    public function __construct(
        /**
         * Says that you could not use the request. Goes with HTTP status 400.
         */
        public ?ErrorAnswer $error = null,
        /**
         * Texts to show at the till: a list, so that one answer can bring several.
         * @var list<Message>|null
         */
        public ?array $message = null,
        /**
         * Shows options to choose from. Once the user has chosen, the same event comes again with the choice.
         */
        public ?DialogAnswer $dialog = null,
        /**
         * Asks the user to scan a code.
         */
        public ?RequestScanCode $requestScanCode = null,
        /**
         * Opens a web page at the client, or offers a link to it. A client that can do so sends 'openUrl' in its
         * request.
         */
        public ?OpenUrlAnswer $openUrl = null,
        /**
         * Shows a code to the customer, on the customer display.
         */
        public ?DisplayBarcode $displayBarcode = null,
        /**
         * True removes the code from the customer display at once.
         */
        public ?bool $hideBarcode = null,
        /**
         * Changes to lines that the session has: the external discount of each.
         * @var list<LineChange>|null
         */
        public ?array $lineChanges = null,
        /**
         * Lines to add to the session.
         * @var list<LineAddition>|null
         */
        public ?array $lineAdditions = null,
        /**
         * Lines to delete from the session.
         * @var list<LineDeletion>|null
         */
        public ?array $lineDeletions = null,
        /**
         * True stops all changes to the session at the till, false allows them again.
         */
        public ?bool $lockSession = null,
        /**
         * True stops what adds to the session, but lines may still be removed or lowered; false allows all
         * again.
         */
        public ?bool $lockSessionForAdditions = null,
        /**
         * Sets how VAT is reckoned in this session.
         */
        public ?VatMethod $vatMethodChange = null,
        /**
         * Books payments on the session of a table.
         */
        public ?PrepayTable $prepayTable = null,
        /**
         * Shows the user a card that was scanned outside the till. One without any property shows nothing.
         */
        public ?ExternalCardScan $externalCardScan = null,
        /**
         * Puts another text on the button of a custom action.
         */
        public ?CustomActionChange $customActionChange = null,
        /**
         * Asks the till to run a custom action. No promise that it does.
         */
        public ?RequestCustomAction $requestCustomAction = null,
        /**
         * Says whether the till is to go on asking, and what to show meanwhile.
         */
        public ?PollingAnswer $polling = null,
        /**
         * The version of your software. The till keeps it in its communication log, which helps to trace faults.
         */
        public ?string $version = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            error: isset($json->error) ? ErrorAnswer::from($json->error) : null,
            message: isset($json->message) ? array_map(static fn ($item) => Message::from($item), $json->message) : null,
            dialog: isset($json->dialog) ? DialogAnswer::from($json->dialog) : null,
            requestScanCode: isset($json->requestScanCode) ? RequestScanCode::from($json->requestScanCode) : null,
            openUrl: isset($json->openUrl) ? OpenUrlAnswer::from($json->openUrl) : null,
            displayBarcode: isset($json->displayBarcode) ? DisplayBarcode::from($json->displayBarcode) : null,
            hideBarcode: isset($json->hideBarcode) ? $json->hideBarcode : null,
            lineChanges: isset($json->lineChanges) ? array_map(static fn ($item) => LineChange::from($item), $json->lineChanges) : null,
            lineAdditions: isset($json->lineAdditions) ? array_map(static fn ($item) => LineAddition::from($item), $json->lineAdditions) : null,
            lineDeletions: isset($json->lineDeletions) ? array_map(static fn ($item) => LineDeletion::from($item), $json->lineDeletions) : null,
            lockSession: isset($json->lockSession) ? $json->lockSession : null,
            lockSessionForAdditions: isset($json->lockSessionForAdditions) ? $json->lockSessionForAdditions : null,
            vatMethodChange: isset($json->vatMethodChange) ? VatMethod::from($json->vatMethodChange) : null,
            prepayTable: isset($json->prepayTable) ? PrepayTable::from($json->prepayTable) : null,
            externalCardScan: isset($json->externalCardScan) ? ExternalCardScan::from($json->externalCardScan) : null,
            customActionChange: isset($json->customActionChange) ? CustomActionChange::from($json->customActionChange) : null,
            requestCustomAction: isset($json->requestCustomAction) ? RequestCustomAction::from($json->requestCustomAction) : null,
            polling: isset($json->polling) ? PollingAnswer::from($json->polling) : null,
            version: isset($json->version) ? $json->version : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        if ($this->error !== null) {
            $json->error = $this->error;
        }
        if ($this->message !== null) {
            $json->message = array_values($this->message);
        }
        if ($this->dialog !== null) {
            $json->dialog = $this->dialog;
        }
        if ($this->requestScanCode !== null) {
            $json->requestScanCode = $this->requestScanCode;
        }
        if ($this->openUrl !== null) {
            $json->openUrl = $this->openUrl;
        }
        if ($this->displayBarcode !== null) {
            $json->displayBarcode = $this->displayBarcode;
        }
        if ($this->hideBarcode !== null) {
            $json->hideBarcode = $this->hideBarcode;
        }
        if ($this->lineChanges !== null) {
            $json->lineChanges = array_values($this->lineChanges);
        }
        if ($this->lineAdditions !== null) {
            $json->lineAdditions = array_values($this->lineAdditions);
        }
        if ($this->lineDeletions !== null) {
            $json->lineDeletions = array_values($this->lineDeletions);
        }
        if ($this->lockSession !== null) {
            $json->lockSession = $this->lockSession;
        }
        if ($this->lockSessionForAdditions !== null) {
            $json->lockSessionForAdditions = $this->lockSessionForAdditions;
        }
        if ($this->vatMethodChange !== null) {
            $json->vatMethodChange = $this->vatMethodChange;
        }
        if ($this->prepayTable !== null) {
            $json->prepayTable = $this->prepayTable;
        }
        if ($this->externalCardScan !== null) {
            $json->externalCardScan = $this->externalCardScan;
        }
        if ($this->customActionChange !== null) {
            $json->customActionChange = $this->customActionChange;
        }
        if ($this->requestCustomAction !== null) {
            $json->requestCustomAction = $this->requestCustomAction;
        }
        if ($this->polling !== null) {
            $json->polling = $this->polling;
        }
        if ($this->version !== null) {
            $json->version = $this->version;
        }
        return $json;
    }
}

/**
 * The cafeteria order that the course belongs to.
 */
final class CafeteriaOrder implements JsonSerializable
{
    public function __construct(
        /**
         * Made by the POS; identifies the order.
         */
        public string $orderId,
        /**
         * Year of the order.
         */
        public ?int $year = null,
        /**
         * Number of the order.
         */
        public ?int $number = null,
        /**
         * Number on the ticket, usually the last two digits of 'number'.
         */
        public ?int $ticketNumber = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            orderId: ($json->orderId ?? throw new UnexpectedValueException('CafeteriaOrder has no orderId.')),
            year: readIfFits(static fn (): ?int => isset($json->year) ? toInt($json->year) : null),
            number: readIfFits(static fn (): ?int => isset($json->number) ? toInt($json->number) : null),
            ticketNumber: readIfFits(static fn (): ?int => isset($json->ticketNumber) ? toInt($json->ticketNumber) : null),
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->orderId = $this->orderId;
        if ($this->year !== null) {
            $json->year = $this->year;
        }
        if ($this->number !== null) {
            $json->number = $this->number;
        }
        if ($this->ticketNumber !== null) {
            $json->ticketNumber = $this->ticketNumber;
        }
        return $json;
    }
}

/**
 * What the POS sends for 'cancelExternalPayment'.
 */
final class CancelExternalPaymentRequest implements JsonSerializable
{
    public function __construct(
        /**
         * When and how the event was sent. The event's name is not in here: it is the end of the URL.
         */
        public EventInfo $event,
        /**
         * The till, or the program in its place, that sent the event.
         */
        public Sender $sender,
        /**
         * The external payment that the event is about.
         */
        public ExternalPayment $externalPayment,
        /**
         * The sale that the event is about.
         */
        public ?Session $session = null,
        /**
         * The user's choice in the dialog that you answered with; the rest of the request is the original event
         * once more.
         */
        public ?Dialog $dialog = null,
        /**
         * What the user did with the form that you answered with; the rest of the request is the original event
         * once more. Since v59.
         */
        public ?Form $form = null,
        /**
         * Present when the client can open web pages: what to heed when you answer with 'openUrl'.
         */
        public ?OpenUrl $openUrl = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            event: EventInfo::from(($json->event ?? throw new UnexpectedValueException('CancelExternalPaymentRequest has no event.'))),
            sender: Sender::from(($json->sender ?? throw new UnexpectedValueException('CancelExternalPaymentRequest has no sender.'))),
            externalPayment: ExternalPayment::from(($json->externalPayment ?? throw new UnexpectedValueException('CancelExternalPaymentRequest has no externalPayment.'))),
            session: readIfFits(static fn (): ?Session => isset($json->session) ? Session::from($json->session) : null),
            dialog: isset($json->dialog) ? Dialog::from($json->dialog) : null,
            form: isset($json->form) ? Form::from($json->form) : null,
            openUrl: isset($json->openUrl) ? OpenUrl::from($json->openUrl) : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->event = $this->event;
        $json->sender = $this->sender;
        $json->externalPayment = $this->externalPayment;
        if ($this->session !== null) {
            $json->session = $this->session;
        }
        if ($this->dialog !== null) {
            $json->dialog = $this->dialog;
        }
        if ($this->form !== null) {
            $json->form = $this->form;
        }
        if ($this->openUrl !== null) {
            $json->openUrl = $this->openUrl;
        }
        return $json;
    }
}

/**
 * What may be answered to 'cancelExternalPayment'.
 */
final class CancelExternalPaymentResponse implements JsonSerializable
{
    public function __construct(
        /**
         * Tells the till how the running external payment stands.
         */
        public ?ExternalPaymentAnswer $externalPayment = null,
        /**
         * Says that you could not use the request. Goes with HTTP status 400.
         */
        public ?ErrorAnswer $error = null,
        /**
         * Texts to show at the till: a list, so that one answer can bring several.
         * @var list<Message>|null
         */
        public ?array $message = null,
        /**
         * Shows options to choose from. Once the user has chosen, the same event comes again with the choice.
         */
        public ?DialogAnswer $dialog = null,
        /**
         * Asks the user to scan a code.
         */
        public ?RequestScanCode $requestScanCode = null,
        /**
         * Opens a web page at the client, or offers a link to it. A client that can do so sends 'openUrl' in its
         * request.
         */
        public ?OpenUrlAnswer $openUrl = null,
        /**
         * Shows a code to the customer, on the customer display.
         */
        public ?DisplayBarcode $displayBarcode = null,
        /**
         * True removes the code from the customer display at once.
         */
        public ?bool $hideBarcode = null,
        /**
         * Changes to lines that the session has: the external discount of each.
         * @var list<LineChange>|null
         */
        public ?array $lineChanges = null,
        /**
         * Lines to add to the session.
         * @var list<LineAddition>|null
         */
        public ?array $lineAdditions = null,
        /**
         * Lines to delete from the session.
         * @var list<LineDeletion>|null
         */
        public ?array $lineDeletions = null,
        /**
         * True stops all changes to the session at the till, false allows them again.
         */
        public ?bool $lockSession = null,
        /**
         * True stops what adds to the session, but lines may still be removed or lowered; false allows all
         * again.
         */
        public ?bool $lockSessionForAdditions = null,
        /**
         * Sets how VAT is reckoned in this session.
         */
        public ?VatMethod $vatMethodChange = null,
        /**
         * Books payments on the session of a table.
         */
        public ?PrepayTable $prepayTable = null,
        /**
         * Shows the user a card that was scanned outside the till. One without any property shows nothing.
         */
        public ?ExternalCardScan $externalCardScan = null,
        /**
         * Puts another text on the button of a custom action.
         */
        public ?CustomActionChange $customActionChange = null,
        /**
         * Asks the till to run a custom action. No promise that it does.
         */
        public ?RequestCustomAction $requestCustomAction = null,
        /**
         * Says whether the till is to go on asking, and what to show meanwhile.
         */
        public ?PollingAnswer $polling = null,
        /**
         * The version of your software. The till keeps it in its communication log, which helps to trace faults.
         */
        public ?string $version = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            externalPayment: isset($json->externalPayment) ? ExternalPaymentAnswer::from($json->externalPayment) : null,
            error: isset($json->error) ? ErrorAnswer::from($json->error) : null,
            message: isset($json->message) ? array_map(static fn ($item) => Message::from($item), $json->message) : null,
            dialog: isset($json->dialog) ? DialogAnswer::from($json->dialog) : null,
            requestScanCode: isset($json->requestScanCode) ? RequestScanCode::from($json->requestScanCode) : null,
            openUrl: isset($json->openUrl) ? OpenUrlAnswer::from($json->openUrl) : null,
            displayBarcode: isset($json->displayBarcode) ? DisplayBarcode::from($json->displayBarcode) : null,
            hideBarcode: isset($json->hideBarcode) ? $json->hideBarcode : null,
            lineChanges: isset($json->lineChanges) ? array_map(static fn ($item) => LineChange::from($item), $json->lineChanges) : null,
            lineAdditions: isset($json->lineAdditions) ? array_map(static fn ($item) => LineAddition::from($item), $json->lineAdditions) : null,
            lineDeletions: isset($json->lineDeletions) ? array_map(static fn ($item) => LineDeletion::from($item), $json->lineDeletions) : null,
            lockSession: isset($json->lockSession) ? $json->lockSession : null,
            lockSessionForAdditions: isset($json->lockSessionForAdditions) ? $json->lockSessionForAdditions : null,
            vatMethodChange: isset($json->vatMethodChange) ? VatMethod::from($json->vatMethodChange) : null,
            prepayTable: isset($json->prepayTable) ? PrepayTable::from($json->prepayTable) : null,
            externalCardScan: isset($json->externalCardScan) ? ExternalCardScan::from($json->externalCardScan) : null,
            customActionChange: isset($json->customActionChange) ? CustomActionChange::from($json->customActionChange) : null,
            requestCustomAction: isset($json->requestCustomAction) ? RequestCustomAction::from($json->requestCustomAction) : null,
            polling: isset($json->polling) ? PollingAnswer::from($json->polling) : null,
            version: isset($json->version) ? $json->version : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        if ($this->externalPayment !== null) {
            $json->externalPayment = $this->externalPayment;
        }
        if ($this->error !== null) {
            $json->error = $this->error;
        }
        if ($this->message !== null) {
            $json->message = array_values($this->message);
        }
        if ($this->dialog !== null) {
            $json->dialog = $this->dialog;
        }
        if ($this->requestScanCode !== null) {
            $json->requestScanCode = $this->requestScanCode;
        }
        if ($this->openUrl !== null) {
            $json->openUrl = $this->openUrl;
        }
        if ($this->displayBarcode !== null) {
            $json->displayBarcode = $this->displayBarcode;
        }
        if ($this->hideBarcode !== null) {
            $json->hideBarcode = $this->hideBarcode;
        }
        if ($this->lineChanges !== null) {
            $json->lineChanges = array_values($this->lineChanges);
        }
        if ($this->lineAdditions !== null) {
            $json->lineAdditions = array_values($this->lineAdditions);
        }
        if ($this->lineDeletions !== null) {
            $json->lineDeletions = array_values($this->lineDeletions);
        }
        if ($this->lockSession !== null) {
            $json->lockSession = $this->lockSession;
        }
        if ($this->lockSessionForAdditions !== null) {
            $json->lockSessionForAdditions = $this->lockSessionForAdditions;
        }
        if ($this->vatMethodChange !== null) {
            $json->vatMethodChange = $this->vatMethodChange;
        }
        if ($this->prepayTable !== null) {
            $json->prepayTable = $this->prepayTable;
        }
        if ($this->externalCardScan !== null) {
            $json->externalCardScan = $this->externalCardScan;
        }
        if ($this->customActionChange !== null) {
            $json->customActionChange = $this->customActionChange;
        }
        if ($this->requestCustomAction !== null) {
            $json->requestCustomAction = $this->requestCustomAction;
        }
        if ($this->polling !== null) {
            $json->polling = $this->polling;
        }
        if ($this->version !== null) {
            $json->version = $this->version;
        }
        return $json;
    }
}

/**
 * What the POS sends for 'cancelPayment'.
 */
final class CancelPaymentRequest implements JsonSerializable
{
    public function __construct(
        /**
         * When and how the event was sent. The event's name is not in here: it is the end of the URL.
         */
        public EventInfo $event,
        /**
         * The till, or the program in its place, that sent the event.
         */
        public Sender $sender,
        /**
         * The sale that the event is about.
         */
        public Session $session,
        /**
         * The user's choice in the dialog that you answered with; the rest of the request is the original event
         * once more.
         */
        public ?Dialog $dialog = null,
        /**
         * What the user did with the form that you answered with; the rest of the request is the original event
         * once more. Since v59.
         */
        public ?Form $form = null,
        /**
         * Present when the client can open web pages: what to heed when you answer with 'openUrl'.
         */
        public ?OpenUrl $openUrl = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            event: EventInfo::from(($json->event ?? throw new UnexpectedValueException('CancelPaymentRequest has no event.'))),
            sender: Sender::from(($json->sender ?? throw new UnexpectedValueException('CancelPaymentRequest has no sender.'))),
            session: Session::from(($json->session ?? throw new UnexpectedValueException('CancelPaymentRequest has no session.'))),
            dialog: isset($json->dialog) ? Dialog::from($json->dialog) : null,
            form: isset($json->form) ? Form::from($json->form) : null,
            openUrl: isset($json->openUrl) ? OpenUrl::from($json->openUrl) : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->event = $this->event;
        $json->sender = $this->sender;
        $json->session = $this->session;
        if ($this->dialog !== null) {
            $json->dialog = $this->dialog;
        }
        if ($this->form !== null) {
            $json->form = $this->form;
        }
        if ($this->openUrl !== null) {
            $json->openUrl = $this->openUrl;
        }
        return $json;
    }
}

/**
 * What may be answered to 'cancelPayment'.
 */
final class CancelPaymentResponse implements JsonSerializable
{
    public function __construct(
        /**
         * Says that you could not use the request. Goes with HTTP status 400.
         */
        public ?ErrorAnswer $error = null,
        /**
         * Texts to show at the till: a list, so that one answer can bring several.
         * @var list<Message>|null
         */
        public ?array $message = null,
        /**
         * Shows options to choose from. Once the user has chosen, the same event comes again with the choice.
         */
        public ?DialogAnswer $dialog = null,
        /**
         * Asks the user to scan a code.
         */
        public ?RequestScanCode $requestScanCode = null,
        /**
         * Opens a web page at the client, or offers a link to it. A client that can do so sends 'openUrl' in its
         * request.
         */
        public ?OpenUrlAnswer $openUrl = null,
        /**
         * Shows a code to the customer, on the customer display.
         */
        public ?DisplayBarcode $displayBarcode = null,
        /**
         * True removes the code from the customer display at once.
         */
        public ?bool $hideBarcode = null,
        /**
         * Changes to lines that the session has: the external discount of each.
         * @var list<LineChange>|null
         */
        public ?array $lineChanges = null,
        /**
         * Lines to add to the session.
         * @var list<LineAddition>|null
         */
        public ?array $lineAdditions = null,
        /**
         * Lines to delete from the session.
         * @var list<LineDeletion>|null
         */
        public ?array $lineDeletions = null,
        /**
         * True stops all changes to the session at the till, false allows them again.
         */
        public ?bool $lockSession = null,
        /**
         * True stops what adds to the session, but lines may still be removed or lowered; false allows all
         * again.
         */
        public ?bool $lockSessionForAdditions = null,
        /**
         * Sets how VAT is reckoned in this session.
         */
        public ?VatMethod $vatMethodChange = null,
        /**
         * Books payments on the session of a table.
         */
        public ?PrepayTable $prepayTable = null,
        /**
         * Shows the user a card that was scanned outside the till. One without any property shows nothing.
         */
        public ?ExternalCardScan $externalCardScan = null,
        /**
         * Puts another text on the button of a custom action.
         */
        public ?CustomActionChange $customActionChange = null,
        /**
         * Asks the till to run a custom action. No promise that it does.
         */
        public ?RequestCustomAction $requestCustomAction = null,
        /**
         * Says whether the till is to go on asking, and what to show meanwhile.
         */
        public ?PollingAnswer $polling = null,
        /**
         * The version of your software. The till keeps it in its communication log, which helps to trace faults.
         */
        public ?string $version = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            error: isset($json->error) ? ErrorAnswer::from($json->error) : null,
            message: isset($json->message) ? array_map(static fn ($item) => Message::from($item), $json->message) : null,
            dialog: isset($json->dialog) ? DialogAnswer::from($json->dialog) : null,
            requestScanCode: isset($json->requestScanCode) ? RequestScanCode::from($json->requestScanCode) : null,
            openUrl: isset($json->openUrl) ? OpenUrlAnswer::from($json->openUrl) : null,
            displayBarcode: isset($json->displayBarcode) ? DisplayBarcode::from($json->displayBarcode) : null,
            hideBarcode: isset($json->hideBarcode) ? $json->hideBarcode : null,
            lineChanges: isset($json->lineChanges) ? array_map(static fn ($item) => LineChange::from($item), $json->lineChanges) : null,
            lineAdditions: isset($json->lineAdditions) ? array_map(static fn ($item) => LineAddition::from($item), $json->lineAdditions) : null,
            lineDeletions: isset($json->lineDeletions) ? array_map(static fn ($item) => LineDeletion::from($item), $json->lineDeletions) : null,
            lockSession: isset($json->lockSession) ? $json->lockSession : null,
            lockSessionForAdditions: isset($json->lockSessionForAdditions) ? $json->lockSessionForAdditions : null,
            vatMethodChange: isset($json->vatMethodChange) ? VatMethod::from($json->vatMethodChange) : null,
            prepayTable: isset($json->prepayTable) ? PrepayTable::from($json->prepayTable) : null,
            externalCardScan: isset($json->externalCardScan) ? ExternalCardScan::from($json->externalCardScan) : null,
            customActionChange: isset($json->customActionChange) ? CustomActionChange::from($json->customActionChange) : null,
            requestCustomAction: isset($json->requestCustomAction) ? RequestCustomAction::from($json->requestCustomAction) : null,
            polling: isset($json->polling) ? PollingAnswer::from($json->polling) : null,
            version: isset($json->version) ? $json->version : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        if ($this->error !== null) {
            $json->error = $this->error;
        }
        if ($this->message !== null) {
            $json->message = array_values($this->message);
        }
        if ($this->dialog !== null) {
            $json->dialog = $this->dialog;
        }
        if ($this->requestScanCode !== null) {
            $json->requestScanCode = $this->requestScanCode;
        }
        if ($this->openUrl !== null) {
            $json->openUrl = $this->openUrl;
        }
        if ($this->displayBarcode !== null) {
            $json->displayBarcode = $this->displayBarcode;
        }
        if ($this->hideBarcode !== null) {
            $json->hideBarcode = $this->hideBarcode;
        }
        if ($this->lineChanges !== null) {
            $json->lineChanges = array_values($this->lineChanges);
        }
        if ($this->lineAdditions !== null) {
            $json->lineAdditions = array_values($this->lineAdditions);
        }
        if ($this->lineDeletions !== null) {
            $json->lineDeletions = array_values($this->lineDeletions);
        }
        if ($this->lockSession !== null) {
            $json->lockSession = $this->lockSession;
        }
        if ($this->lockSessionForAdditions !== null) {
            $json->lockSessionForAdditions = $this->lockSessionForAdditions;
        }
        if ($this->vatMethodChange !== null) {
            $json->vatMethodChange = $this->vatMethodChange;
        }
        if ($this->prepayTable !== null) {
            $json->prepayTable = $this->prepayTable;
        }
        if ($this->externalCardScan !== null) {
            $json->externalCardScan = $this->externalCardScan;
        }
        if ($this->customActionChange !== null) {
            $json->customActionChange = $this->customActionChange;
        }
        if ($this->requestCustomAction !== null) {
            $json->requestCustomAction = $this->requestCustomAction;
        }
        if ($this->polling !== null) {
            $json->polling = $this->polling;
        }
        if ($this->version !== null) {
            $json->version = $this->version;
        }
        return $json;
    }
}

/**
 * What the POS sends for 'cancelSession'.
 */
final class CancelSessionRequest implements JsonSerializable
{
    public function __construct(
        /**
         * When and how the event was sent. The event's name is not in here: it is the end of the URL.
         */
        public EventInfo $event,
        /**
         * The till, or the program in its place, that sent the event.
         */
        public Sender $sender,
        /**
         * The sale that the event is about.
         */
        public Session $session,
        /**
         * The user's choice in the dialog that you answered with; the rest of the request is the original event
         * once more.
         */
        public ?Dialog $dialog = null,
        /**
         * What the user did with the form that you answered with; the rest of the request is the original event
         * once more. Since v59.
         */
        public ?Form $form = null,
        /**
         * Present when the client can open web pages: what to heed when you answer with 'openUrl'.
         */
        public ?OpenUrl $openUrl = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            event: EventInfo::from(($json->event ?? throw new UnexpectedValueException('CancelSessionRequest has no event.'))),
            sender: Sender::from(($json->sender ?? throw new UnexpectedValueException('CancelSessionRequest has no sender.'))),
            session: Session::from(($json->session ?? throw new UnexpectedValueException('CancelSessionRequest has no session.'))),
            dialog: isset($json->dialog) ? Dialog::from($json->dialog) : null,
            form: isset($json->form) ? Form::from($json->form) : null,
            openUrl: isset($json->openUrl) ? OpenUrl::from($json->openUrl) : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->event = $this->event;
        $json->sender = $this->sender;
        $json->session = $this->session;
        if ($this->dialog !== null) {
            $json->dialog = $this->dialog;
        }
        if ($this->form !== null) {
            $json->form = $this->form;
        }
        if ($this->openUrl !== null) {
            $json->openUrl = $this->openUrl;
        }
        return $json;
    }
}

/**
 * What may be answered to 'cancelSession'.
 */
final class CancelSessionResponse implements JsonSerializable
{
    public function __construct(
        /**
         * Says that you could not use the request. Goes with HTTP status 400.
         */
        public ?ErrorAnswer $error = null,
        /**
         * Texts to show at the till: a list, so that one answer can bring several.
         * @var list<Message>|null
         */
        public ?array $message = null,
        /**
         * Shows options to choose from. Once the user has chosen, the same event comes again with the choice.
         */
        public ?DialogAnswer $dialog = null,
        /**
         * Asks the user to scan a code.
         */
        public ?RequestScanCode $requestScanCode = null,
        /**
         * Opens a web page at the client, or offers a link to it. A client that can do so sends 'openUrl' in its
         * request.
         */
        public ?OpenUrlAnswer $openUrl = null,
        /**
         * Shows a code to the customer, on the customer display.
         */
        public ?DisplayBarcode $displayBarcode = null,
        /**
         * True removes the code from the customer display at once.
         */
        public ?bool $hideBarcode = null,
        /**
         * Changes to lines that the session has: the external discount of each.
         * @var list<LineChange>|null
         */
        public ?array $lineChanges = null,
        /**
         * Lines to add to the session.
         * @var list<LineAddition>|null
         */
        public ?array $lineAdditions = null,
        /**
         * Lines to delete from the session.
         * @var list<LineDeletion>|null
         */
        public ?array $lineDeletions = null,
        /**
         * True stops all changes to the session at the till, false allows them again.
         */
        public ?bool $lockSession = null,
        /**
         * True stops what adds to the session, but lines may still be removed or lowered; false allows all
         * again.
         */
        public ?bool $lockSessionForAdditions = null,
        /**
         * Sets how VAT is reckoned in this session.
         */
        public ?VatMethod $vatMethodChange = null,
        /**
         * Books payments on the session of a table.
         */
        public ?PrepayTable $prepayTable = null,
        /**
         * Shows the user a card that was scanned outside the till. One without any property shows nothing.
         */
        public ?ExternalCardScan $externalCardScan = null,
        /**
         * Puts another text on the button of a custom action.
         */
        public ?CustomActionChange $customActionChange = null,
        /**
         * Asks the till to run a custom action. No promise that it does.
         */
        public ?RequestCustomAction $requestCustomAction = null,
        /**
         * Says whether the till is to go on asking, and what to show meanwhile.
         */
        public ?PollingAnswer $polling = null,
        /**
         * The version of your software. The till keeps it in its communication log, which helps to trace faults.
         */
        public ?string $version = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            error: isset($json->error) ? ErrorAnswer::from($json->error) : null,
            message: isset($json->message) ? array_map(static fn ($item) => Message::from($item), $json->message) : null,
            dialog: isset($json->dialog) ? DialogAnswer::from($json->dialog) : null,
            requestScanCode: isset($json->requestScanCode) ? RequestScanCode::from($json->requestScanCode) : null,
            openUrl: isset($json->openUrl) ? OpenUrlAnswer::from($json->openUrl) : null,
            displayBarcode: isset($json->displayBarcode) ? DisplayBarcode::from($json->displayBarcode) : null,
            hideBarcode: isset($json->hideBarcode) ? $json->hideBarcode : null,
            lineChanges: isset($json->lineChanges) ? array_map(static fn ($item) => LineChange::from($item), $json->lineChanges) : null,
            lineAdditions: isset($json->lineAdditions) ? array_map(static fn ($item) => LineAddition::from($item), $json->lineAdditions) : null,
            lineDeletions: isset($json->lineDeletions) ? array_map(static fn ($item) => LineDeletion::from($item), $json->lineDeletions) : null,
            lockSession: isset($json->lockSession) ? $json->lockSession : null,
            lockSessionForAdditions: isset($json->lockSessionForAdditions) ? $json->lockSessionForAdditions : null,
            vatMethodChange: isset($json->vatMethodChange) ? VatMethod::from($json->vatMethodChange) : null,
            prepayTable: isset($json->prepayTable) ? PrepayTable::from($json->prepayTable) : null,
            externalCardScan: isset($json->externalCardScan) ? ExternalCardScan::from($json->externalCardScan) : null,
            customActionChange: isset($json->customActionChange) ? CustomActionChange::from($json->customActionChange) : null,
            requestCustomAction: isset($json->requestCustomAction) ? RequestCustomAction::from($json->requestCustomAction) : null,
            polling: isset($json->polling) ? PollingAnswer::from($json->polling) : null,
            version: isset($json->version) ? $json->version : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        if ($this->error !== null) {
            $json->error = $this->error;
        }
        if ($this->message !== null) {
            $json->message = array_values($this->message);
        }
        if ($this->dialog !== null) {
            $json->dialog = $this->dialog;
        }
        if ($this->requestScanCode !== null) {
            $json->requestScanCode = $this->requestScanCode;
        }
        if ($this->openUrl !== null) {
            $json->openUrl = $this->openUrl;
        }
        if ($this->displayBarcode !== null) {
            $json->displayBarcode = $this->displayBarcode;
        }
        if ($this->hideBarcode !== null) {
            $json->hideBarcode = $this->hideBarcode;
        }
        if ($this->lineChanges !== null) {
            $json->lineChanges = array_values($this->lineChanges);
        }
        if ($this->lineAdditions !== null) {
            $json->lineAdditions = array_values($this->lineAdditions);
        }
        if ($this->lineDeletions !== null) {
            $json->lineDeletions = array_values($this->lineDeletions);
        }
        if ($this->lockSession !== null) {
            $json->lockSession = $this->lockSession;
        }
        if ($this->lockSessionForAdditions !== null) {
            $json->lockSessionForAdditions = $this->lockSessionForAdditions;
        }
        if ($this->vatMethodChange !== null) {
            $json->vatMethodChange = $this->vatMethodChange;
        }
        if ($this->prepayTable !== null) {
            $json->prepayTable = $this->prepayTable;
        }
        if ($this->externalCardScan !== null) {
            $json->externalCardScan = $this->externalCardScan;
        }
        if ($this->customActionChange !== null) {
            $json->customActionChange = $this->customActionChange;
        }
        if ($this->requestCustomAction !== null) {
            $json->requestCustomAction = $this->requestCustomAction;
        }
        if ($this->polling !== null) {
            $json->polling = $this->polling;
        }
        if ($this->version !== null) {
            $json->version = $this->version;
        }
        return $json;
    }
}

/**
 * How the sale was paid.
 */
final class CompleteSession implements JsonSerializable
{
    public function __construct(
        /**
         * Payments of the closing transaction only: 'session.payments' has the earlier prepayments as well.
         * @var list<Payment>
         */
        public array $payments,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            payments: array_map(static fn ($item) => Payment::from($item), ($json->payments ?? throw new UnexpectedValueException('CompleteSession has no payments.'))),
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->payments = array_values($this->payments);
        return $json;
    }
}

/**
 * What the POS sends for 'completeSession'.
 */
final class CompleteSessionRequest implements JsonSerializable
{
    public function __construct(
        /**
         * When and how the event was sent. The event's name is not in here: it is the end of the URL.
         */
        public EventInfo $event,
        /**
         * The till, or the program in its place, that sent the event.
         */
        public Sender $sender,
        /**
         * The sale that the event is about.
         */
        public CompleteSessionSession $session,
        /**
         * How the sale was paid.
         */
        public ?CompleteSession $completeSession = null,
        /**
         * The user's choice in the dialog that you answered with; the rest of the request is the original event
         * once more.
         */
        public ?Dialog $dialog = null,
        /**
         * What the user did with the form that you answered with; the rest of the request is the original event
         * once more. Since v59.
         */
        public ?Form $form = null,
        /**
         * Present when the client can open web pages: what to heed when you answer with 'openUrl'.
         */
        public ?OpenUrl $openUrl = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            event: EventInfo::from(($json->event ?? throw new UnexpectedValueException('CompleteSessionRequest has no event.'))),
            sender: Sender::from(($json->sender ?? throw new UnexpectedValueException('CompleteSessionRequest has no sender.'))),
            session: CompleteSessionSession::from(($json->session ?? throw new UnexpectedValueException('CompleteSessionRequest has no session.'))),
            completeSession: isset($json->completeSession) ? CompleteSession::from($json->completeSession) : null,
            dialog: isset($json->dialog) ? Dialog::from($json->dialog) : null,
            form: isset($json->form) ? Form::from($json->form) : null,
            openUrl: isset($json->openUrl) ? OpenUrl::from($json->openUrl) : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->event = $this->event;
        $json->sender = $this->sender;
        $json->session = $this->session;
        if ($this->completeSession !== null) {
            $json->completeSession = $this->completeSession;
        }
        if ($this->dialog !== null) {
            $json->dialog = $this->dialog;
        }
        if ($this->form !== null) {
            $json->form = $this->form;
        }
        if ($this->openUrl !== null) {
            $json->openUrl = $this->openUrl;
        }
        return $json;
    }
}

/**
 * What may be answered to 'completeSession'.
 */
final class CompleteSessionResponse implements JsonSerializable
{
    public function __construct(
        /**
         * One footer for the receipt, or a list of them.
         * @var Footer|list<Footer>|null
         */
        public Footer|array|null $receiptFooter = null,
        /**
         * Says that you could not use the request. Goes with HTTP status 400.
         */
        public ?ErrorAnswer $error = null,
        /**
         * Texts to show at the till: a list, so that one answer can bring several.
         * @var list<Message>|null
         */
        public ?array $message = null,
        /**
         * Shows options to choose from. Once the user has chosen, the same event comes again with the choice.
         */
        public ?DialogAnswer $dialog = null,
        /**
         * Asks the user to scan a code.
         */
        public ?RequestScanCode $requestScanCode = null,
        /**
         * Opens a web page at the client, or offers a link to it. A client that can do so sends 'openUrl' in its
         * request.
         */
        public ?OpenUrlAnswer $openUrl = null,
        /**
         * Shows a code to the customer, on the customer display.
         */
        public ?DisplayBarcode $displayBarcode = null,
        /**
         * True removes the code from the customer display at once.
         */
        public ?bool $hideBarcode = null,
        /**
         * Changes to lines that the session has: the external discount of each.
         * @var list<LineChange>|null
         */
        public ?array $lineChanges = null,
        /**
         * Lines to add to the session.
         * @var list<LineAddition>|null
         */
        public ?array $lineAdditions = null,
        /**
         * Lines to delete from the session.
         * @var list<LineDeletion>|null
         */
        public ?array $lineDeletions = null,
        /**
         * True stops all changes to the session at the till, false allows them again.
         */
        public ?bool $lockSession = null,
        /**
         * True stops what adds to the session, but lines may still be removed or lowered; false allows all
         * again.
         */
        public ?bool $lockSessionForAdditions = null,
        /**
         * Sets how VAT is reckoned in this session.
         */
        public ?VatMethod $vatMethodChange = null,
        /**
         * Books payments on the session of a table.
         */
        public ?PrepayTable $prepayTable = null,
        /**
         * Shows the user a card that was scanned outside the till. One without any property shows nothing.
         */
        public ?ExternalCardScan $externalCardScan = null,
        /**
         * Puts another text on the button of a custom action.
         */
        public ?CustomActionChange $customActionChange = null,
        /**
         * Asks the till to run a custom action. No promise that it does.
         */
        public ?RequestCustomAction $requestCustomAction = null,
        /**
         * Says whether the till is to go on asking, and what to show meanwhile.
         */
        public ?PollingAnswer $polling = null,
        /**
         * The version of your software. The till keeps it in its communication log, which helps to trace faults.
         */
        public ?string $version = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            receiptFooter: isset($json->receiptFooter) ? is_array($json->receiptFooter) ? array_map(static fn ($item) => Footer::from($item), $json->receiptFooter) : Footer::from($json->receiptFooter) : null,
            error: isset($json->error) ? ErrorAnswer::from($json->error) : null,
            message: isset($json->message) ? array_map(static fn ($item) => Message::from($item), $json->message) : null,
            dialog: isset($json->dialog) ? DialogAnswer::from($json->dialog) : null,
            requestScanCode: isset($json->requestScanCode) ? RequestScanCode::from($json->requestScanCode) : null,
            openUrl: isset($json->openUrl) ? OpenUrlAnswer::from($json->openUrl) : null,
            displayBarcode: isset($json->displayBarcode) ? DisplayBarcode::from($json->displayBarcode) : null,
            hideBarcode: isset($json->hideBarcode) ? $json->hideBarcode : null,
            lineChanges: isset($json->lineChanges) ? array_map(static fn ($item) => LineChange::from($item), $json->lineChanges) : null,
            lineAdditions: isset($json->lineAdditions) ? array_map(static fn ($item) => LineAddition::from($item), $json->lineAdditions) : null,
            lineDeletions: isset($json->lineDeletions) ? array_map(static fn ($item) => LineDeletion::from($item), $json->lineDeletions) : null,
            lockSession: isset($json->lockSession) ? $json->lockSession : null,
            lockSessionForAdditions: isset($json->lockSessionForAdditions) ? $json->lockSessionForAdditions : null,
            vatMethodChange: isset($json->vatMethodChange) ? VatMethod::from($json->vatMethodChange) : null,
            prepayTable: isset($json->prepayTable) ? PrepayTable::from($json->prepayTable) : null,
            externalCardScan: isset($json->externalCardScan) ? ExternalCardScan::from($json->externalCardScan) : null,
            customActionChange: isset($json->customActionChange) ? CustomActionChange::from($json->customActionChange) : null,
            requestCustomAction: isset($json->requestCustomAction) ? RequestCustomAction::from($json->requestCustomAction) : null,
            polling: isset($json->polling) ? PollingAnswer::from($json->polling) : null,
            version: isset($json->version) ? $json->version : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        if ($this->receiptFooter !== null) {
            $json->receiptFooter = is_array($this->receiptFooter) ? array_values($this->receiptFooter) : $this->receiptFooter;
        }
        if ($this->error !== null) {
            $json->error = $this->error;
        }
        if ($this->message !== null) {
            $json->message = array_values($this->message);
        }
        if ($this->dialog !== null) {
            $json->dialog = $this->dialog;
        }
        if ($this->requestScanCode !== null) {
            $json->requestScanCode = $this->requestScanCode;
        }
        if ($this->openUrl !== null) {
            $json->openUrl = $this->openUrl;
        }
        if ($this->displayBarcode !== null) {
            $json->displayBarcode = $this->displayBarcode;
        }
        if ($this->hideBarcode !== null) {
            $json->hideBarcode = $this->hideBarcode;
        }
        if ($this->lineChanges !== null) {
            $json->lineChanges = array_values($this->lineChanges);
        }
        if ($this->lineAdditions !== null) {
            $json->lineAdditions = array_values($this->lineAdditions);
        }
        if ($this->lineDeletions !== null) {
            $json->lineDeletions = array_values($this->lineDeletions);
        }
        if ($this->lockSession !== null) {
            $json->lockSession = $this->lockSession;
        }
        if ($this->lockSessionForAdditions !== null) {
            $json->lockSessionForAdditions = $this->lockSessionForAdditions;
        }
        if ($this->vatMethodChange !== null) {
            $json->vatMethodChange = $this->vatMethodChange;
        }
        if ($this->prepayTable !== null) {
            $json->prepayTable = $this->prepayTable;
        }
        if ($this->externalCardScan !== null) {
            $json->externalCardScan = $this->externalCardScan;
        }
        if ($this->customActionChange !== null) {
            $json->customActionChange = $this->customActionChange;
        }
        if ($this->requestCustomAction !== null) {
            $json->requestCustomAction = $this->requestCustomAction;
        }
        if ($this->polling !== null) {
            $json->polling = $this->polling;
        }
        if ($this->version !== null) {
            $json->version = $this->version;
        }
        return $json;
    }
}

/**
 * The sale that the event is about. In 'completeSession', 'sessionId' may be missing.
 */
final class CompleteSessionSession implements JsonSerializable
{
    public function __construct(
        /**
         * Made by the POS; the same in every event of one sale.
         */
        public ?string $sessionId = null,
        /**
         * The table that the sale is on, if it is on one.
         */
        public ?SessionTable $table = null,
        /**
         * What is being sold, a line for each entry. May be missing from events that say little, such as
         * startSession.
         * @var list<SessionLine>|null
         */
        public ?array $lines = null,
        /**
         * All payments of the sale so far, including prepayments.
         * @var list<Payment>|null
         */
        public ?array $payments = null,
        /**
         * The relation that is selected for the sale. Absent when there is none.
         */
        public ?Relation $relation = null,
        /**
         * Total of the sale including VAT, in euros.
         */
        public ?float $totalInclAmount = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            sessionId: isset($json->sessionId) ? $json->sessionId : null,
            table: isset($json->table) ? SessionTable::from($json->table) : null,
            lines: isset($json->lines) ? array_map(static fn ($item) => SessionLine::from($item), $json->lines) : null,
            payments: isset($json->payments) ? array_map(static fn ($item) => Payment::from($item), $json->payments) : null,
            relation: readIfFits(static fn (): ?Relation => isset($json->relation) ? Relation::from($json->relation) : null),
            totalInclAmount: readIfFits(static fn (): ?float => isset($json->totalInclAmount) ? $json->totalInclAmount : null),
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        if ($this->sessionId !== null) {
            $json->sessionId = $this->sessionId;
        }
        if ($this->table !== null) {
            $json->table = $this->table;
        }
        if ($this->lines !== null) {
            $json->lines = array_values($this->lines);
        }
        if ($this->payments !== null) {
            $json->payments = array_values($this->payments);
        }
        if ($this->relation !== null) {
            $json->relation = $this->relation;
        }
        if ($this->totalInclAmount !== null) {
            $json->totalInclAmount = $this->totalInclAmount;
        }
        return $json;
    }
}

/**
 * The course that the kitchen is working on.
 */
final class Course implements JsonSerializable
{
    public function __construct(
        /**
         * Number of the course in the POS.
         */
        public int $courseNumber,
        /**
         * Name of the course.
         */
        public string $name,
        /**
         * Short form of the name.
         */
        public string $abbreviation,
        /**
         * Place of the course among the others.
         */
        public ?int $sequenceNumber = null,
        /**
         * How long preparation should take.
         */
        public ?int $expectedPreparationTime = null,
        /**
         * How long preparation took; known when the course is complete.
         */
        public ?int $actualPreparationTime = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            courseNumber: toInt(($json->courseNumber ?? throw new UnexpectedValueException('Course has no courseNumber.'))),
            name: ($json->name ?? throw new UnexpectedValueException('Course has no name.')),
            abbreviation: ($json->abbreviation ?? throw new UnexpectedValueException('Course has no abbreviation.')),
            sequenceNumber: readIfFits(static fn (): ?int => isset($json->sequenceNumber) ? toInt($json->sequenceNumber) : null),
            expectedPreparationTime: readIfFits(static fn (): ?int => isset($json->expectedPreparationTime) ? toInt($json->expectedPreparationTime) : null),
            actualPreparationTime: readIfFits(static fn (): ?int => isset($json->actualPreparationTime) ? toInt($json->actualPreparationTime) : null),
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->courseNumber = $this->courseNumber;
        $json->name = $this->name;
        $json->abbreviation = $this->abbreviation;
        if ($this->sequenceNumber !== null) {
            $json->sequenceNumber = $this->sequenceNumber;
        }
        if ($this->expectedPreparationTime !== null) {
            $json->expectedPreparationTime = $this->expectedPreparationTime;
        }
        if ($this->actualPreparationTime !== null) {
            $json->actualPreparationTime = $this->actualPreparationTime;
        }
        return $json;
    }
}

/**
 * What the POS sends for 'creditSession'.
 */
final class CreditSessionRequest implements JsonSerializable
{
    public function __construct(
        /**
         * When and how the event was sent. The event's name is not in here: it is the end of the URL.
         */
        public EventInfo $event,
        /**
         * The till, or the program in its place, that sent the event.
         */
        public Sender $sender,
        /**
         * The sale that the event is about.
         */
        public Session $session,
        /**
         * The user's choice in the dialog that you answered with; the rest of the request is the original event
         * once more.
         */
        public ?Dialog $dialog = null,
        /**
         * What the user did with the form that you answered with; the rest of the request is the original event
         * once more. Since v59.
         */
        public ?Form $form = null,
        /**
         * Present when the client can open web pages: what to heed when you answer with 'openUrl'.
         */
        public ?OpenUrl $openUrl = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            event: EventInfo::from(($json->event ?? throw new UnexpectedValueException('CreditSessionRequest has no event.'))),
            sender: Sender::from(($json->sender ?? throw new UnexpectedValueException('CreditSessionRequest has no sender.'))),
            session: Session::from(($json->session ?? throw new UnexpectedValueException('CreditSessionRequest has no session.'))),
            dialog: isset($json->dialog) ? Dialog::from($json->dialog) : null,
            form: isset($json->form) ? Form::from($json->form) : null,
            openUrl: isset($json->openUrl) ? OpenUrl::from($json->openUrl) : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->event = $this->event;
        $json->sender = $this->sender;
        $json->session = $this->session;
        if ($this->dialog !== null) {
            $json->dialog = $this->dialog;
        }
        if ($this->form !== null) {
            $json->form = $this->form;
        }
        if ($this->openUrl !== null) {
            $json->openUrl = $this->openUrl;
        }
        return $json;
    }
}

/**
 * What may be answered to 'creditSession'.
 */
final class CreditSessionResponse implements JsonSerializable
{
    public function __construct(
        /**
         * Says that you could not use the request. Goes with HTTP status 400.
         */
        public ?ErrorAnswer $error = null,
        /**
         * Texts to show at the till: a list, so that one answer can bring several.
         * @var list<Message>|null
         */
        public ?array $message = null,
        /**
         * Shows options to choose from. Once the user has chosen, the same event comes again with the choice.
         */
        public ?DialogAnswer $dialog = null,
        /**
         * Asks the user to scan a code.
         */
        public ?RequestScanCode $requestScanCode = null,
        /**
         * Opens a web page at the client, or offers a link to it. A client that can do so sends 'openUrl' in its
         * request.
         */
        public ?OpenUrlAnswer $openUrl = null,
        /**
         * Shows a code to the customer, on the customer display.
         */
        public ?DisplayBarcode $displayBarcode = null,
        /**
         * True removes the code from the customer display at once.
         */
        public ?bool $hideBarcode = null,
        /**
         * Changes to lines that the session has: the external discount of each.
         * @var list<LineChange>|null
         */
        public ?array $lineChanges = null,
        /**
         * Lines to add to the session.
         * @var list<LineAddition>|null
         */
        public ?array $lineAdditions = null,
        /**
         * Lines to delete from the session.
         * @var list<LineDeletion>|null
         */
        public ?array $lineDeletions = null,
        /**
         * True stops all changes to the session at the till, false allows them again.
         */
        public ?bool $lockSession = null,
        /**
         * True stops what adds to the session, but lines may still be removed or lowered; false allows all
         * again.
         */
        public ?bool $lockSessionForAdditions = null,
        /**
         * Sets how VAT is reckoned in this session.
         */
        public ?VatMethod $vatMethodChange = null,
        /**
         * Books payments on the session of a table.
         */
        public ?PrepayTable $prepayTable = null,
        /**
         * Shows the user a card that was scanned outside the till. One without any property shows nothing.
         */
        public ?ExternalCardScan $externalCardScan = null,
        /**
         * Puts another text on the button of a custom action.
         */
        public ?CustomActionChange $customActionChange = null,
        /**
         * Asks the till to run a custom action. No promise that it does.
         */
        public ?RequestCustomAction $requestCustomAction = null,
        /**
         * Says whether the till is to go on asking, and what to show meanwhile.
         */
        public ?PollingAnswer $polling = null,
        /**
         * The version of your software. The till keeps it in its communication log, which helps to trace faults.
         */
        public ?string $version = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            error: isset($json->error) ? ErrorAnswer::from($json->error) : null,
            message: isset($json->message) ? array_map(static fn ($item) => Message::from($item), $json->message) : null,
            dialog: isset($json->dialog) ? DialogAnswer::from($json->dialog) : null,
            requestScanCode: isset($json->requestScanCode) ? RequestScanCode::from($json->requestScanCode) : null,
            openUrl: isset($json->openUrl) ? OpenUrlAnswer::from($json->openUrl) : null,
            displayBarcode: isset($json->displayBarcode) ? DisplayBarcode::from($json->displayBarcode) : null,
            hideBarcode: isset($json->hideBarcode) ? $json->hideBarcode : null,
            lineChanges: isset($json->lineChanges) ? array_map(static fn ($item) => LineChange::from($item), $json->lineChanges) : null,
            lineAdditions: isset($json->lineAdditions) ? array_map(static fn ($item) => LineAddition::from($item), $json->lineAdditions) : null,
            lineDeletions: isset($json->lineDeletions) ? array_map(static fn ($item) => LineDeletion::from($item), $json->lineDeletions) : null,
            lockSession: isset($json->lockSession) ? $json->lockSession : null,
            lockSessionForAdditions: isset($json->lockSessionForAdditions) ? $json->lockSessionForAdditions : null,
            vatMethodChange: isset($json->vatMethodChange) ? VatMethod::from($json->vatMethodChange) : null,
            prepayTable: isset($json->prepayTable) ? PrepayTable::from($json->prepayTable) : null,
            externalCardScan: isset($json->externalCardScan) ? ExternalCardScan::from($json->externalCardScan) : null,
            customActionChange: isset($json->customActionChange) ? CustomActionChange::from($json->customActionChange) : null,
            requestCustomAction: isset($json->requestCustomAction) ? RequestCustomAction::from($json->requestCustomAction) : null,
            polling: isset($json->polling) ? PollingAnswer::from($json->polling) : null,
            version: isset($json->version) ? $json->version : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        if ($this->error !== null) {
            $json->error = $this->error;
        }
        if ($this->message !== null) {
            $json->message = array_values($this->message);
        }
        if ($this->dialog !== null) {
            $json->dialog = $this->dialog;
        }
        if ($this->requestScanCode !== null) {
            $json->requestScanCode = $this->requestScanCode;
        }
        if ($this->openUrl !== null) {
            $json->openUrl = $this->openUrl;
        }
        if ($this->displayBarcode !== null) {
            $json->displayBarcode = $this->displayBarcode;
        }
        if ($this->hideBarcode !== null) {
            $json->hideBarcode = $this->hideBarcode;
        }
        if ($this->lineChanges !== null) {
            $json->lineChanges = array_values($this->lineChanges);
        }
        if ($this->lineAdditions !== null) {
            $json->lineAdditions = array_values($this->lineAdditions);
        }
        if ($this->lineDeletions !== null) {
            $json->lineDeletions = array_values($this->lineDeletions);
        }
        if ($this->lockSession !== null) {
            $json->lockSession = $this->lockSession;
        }
        if ($this->lockSessionForAdditions !== null) {
            $json->lockSessionForAdditions = $this->lockSessionForAdditions;
        }
        if ($this->vatMethodChange !== null) {
            $json->vatMethodChange = $this->vatMethodChange;
        }
        if ($this->prepayTable !== null) {
            $json->prepayTable = $this->prepayTable;
        }
        if ($this->externalCardScan !== null) {
            $json->externalCardScan = $this->externalCardScan;
        }
        if ($this->customActionChange !== null) {
            $json->customActionChange = $this->customActionChange;
        }
        if ($this->requestCustomAction !== null) {
            $json->requestCustomAction = $this->requestCustomAction;
        }
        if ($this->polling !== null) {
            $json->polling = $this->polling;
        }
        if ($this->version !== null) {
            $json->version = $this->version;
        }
        return $json;
    }
}

/**
 * The custom action button that was pressed.
 */
final class CustomAction implements JsonSerializable
{
    public function __construct(
        /**
         * Id of the button, as it was set up in the POS.
         */
        public string $customActionId,
        /**
         * Caption of the button, as it was set up in the POS. The answer 'customActionChange' changes it.
         */
        public ?string $buttonCaption = null,
        /**
         * True when nobody pressed the button: the POS is starting up, and the button can be given its first
         * state.
         */
        public ?bool $onStartup = null,
        /**
         * True when the button was held down rather than clicked. Since v59.3.4.
         */
        public ?bool $longClick = null,
        /**
         * The number on the POS's numpad at that moment.
         */
        public ?float $numpadValue = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            customActionId: ($json->customActionId ?? throw new UnexpectedValueException('CustomAction has no customActionId.')),
            buttonCaption: isset($json->buttonCaption) ? $json->buttonCaption : null,
            onStartup: isset($json->onStartup) ? $json->onStartup : null,
            longClick: isset($json->longClick) ? $json->longClick : null,
            numpadValue: isset($json->numpadValue) ? $json->numpadValue : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->customActionId = $this->customActionId;
        if ($this->buttonCaption !== null) {
            $json->buttonCaption = $this->buttonCaption;
        }
        if ($this->onStartup !== null) {
            $json->onStartup = $this->onStartup;
        }
        if ($this->longClick !== null) {
            $json->longClick = $this->longClick;
        }
        if ($this->numpadValue !== null) {
            $json->numpadValue = $this->numpadValue;
        }
        return $json;
    }
}

/**
 * Puts another text on the button of a custom action.
 */
final class CustomActionChange implements JsonSerializable
{
    public function __construct(
        /**
         * Id of the custom action, as set up in the till.
         */
        public string $customActionId,
        /**
         * The new text.
         */
        public string $buttonCaption,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            customActionId: ($json->customActionId ?? throw new UnexpectedValueException('CustomActionChange has no customActionId.')),
            buttonCaption: ($json->buttonCaption ?? throw new UnexpectedValueException('CustomActionChange has no buttonCaption.')),
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->customActionId = $this->customActionId;
        $json->buttonCaption = $this->buttonCaption;
        return $json;
    }
}

/**
 * What the POS sends for 'customAction'.
 */
final class CustomActionRequest implements JsonSerializable
{
    public function __construct(
        /**
         * When and how the event was sent. The event's name is not in here: it is the end of the URL.
         */
        public EventInfo $event,
        /**
         * The till, or the program in its place, that sent the event.
         */
        public Sender $sender,
        /**
         * The custom action button that was pressed.
         */
        public CustomAction $customAction,
        /**
         * The sale that the event is about.
         */
        public ?Session $session = null,
        /**
         * The user's choice in the dialog that you answered with; the rest of the request is the original event
         * once more.
         */
        public ?Dialog $dialog = null,
        /**
         * What the user did with the form that you answered with; the rest of the request is the original event
         * once more. Since v59.
         */
        public ?Form $form = null,
        /**
         * Present when the client can open web pages: what to heed when you answer with 'openUrl'.
         */
        public ?OpenUrl $openUrl = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            event: EventInfo::from(($json->event ?? throw new UnexpectedValueException('CustomActionRequest has no event.'))),
            sender: Sender::from(($json->sender ?? throw new UnexpectedValueException('CustomActionRequest has no sender.'))),
            customAction: CustomAction::from(($json->customAction ?? throw new UnexpectedValueException('CustomActionRequest has no customAction.'))),
            session: isset($json->session) ? Session::from($json->session) : null,
            dialog: isset($json->dialog) ? Dialog::from($json->dialog) : null,
            form: isset($json->form) ? Form::from($json->form) : null,
            openUrl: isset($json->openUrl) ? OpenUrl::from($json->openUrl) : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->event = $this->event;
        $json->sender = $this->sender;
        $json->customAction = $this->customAction;
        if ($this->session !== null) {
            $json->session = $this->session;
        }
        if ($this->dialog !== null) {
            $json->dialog = $this->dialog;
        }
        if ($this->form !== null) {
            $json->form = $this->form;
        }
        if ($this->openUrl !== null) {
            $json->openUrl = $this->openUrl;
        }
        return $json;
    }
}

/**
 * What may be answered to 'customAction'.
 */
final class CustomActionResponse implements JsonSerializable
{
    public function __construct(
        /**
         * Says that you could not use the request. Goes with HTTP status 400.
         */
        public ?ErrorAnswer $error = null,
        /**
         * Texts to show at the till: a list, so that one answer can bring several.
         * @var list<Message>|null
         */
        public ?array $message = null,
        /**
         * Shows options to choose from. Once the user has chosen, the same event comes again with the choice.
         */
        public ?DialogAnswer $dialog = null,
        /**
         * Asks the user to scan a code.
         */
        public ?RequestScanCode $requestScanCode = null,
        /**
         * Opens a web page at the client, or offers a link to it. A client that can do so sends 'openUrl' in its
         * request.
         */
        public ?OpenUrlAnswer $openUrl = null,
        /**
         * Shows a code to the customer, on the customer display.
         */
        public ?DisplayBarcode $displayBarcode = null,
        /**
         * True removes the code from the customer display at once.
         */
        public ?bool $hideBarcode = null,
        /**
         * Changes to lines that the session has: the external discount of each.
         * @var list<LineChange>|null
         */
        public ?array $lineChanges = null,
        /**
         * Lines to add to the session.
         * @var list<LineAddition>|null
         */
        public ?array $lineAdditions = null,
        /**
         * Lines to delete from the session.
         * @var list<LineDeletion>|null
         */
        public ?array $lineDeletions = null,
        /**
         * True stops all changes to the session at the till, false allows them again.
         */
        public ?bool $lockSession = null,
        /**
         * True stops what adds to the session, but lines may still be removed or lowered; false allows all
         * again.
         */
        public ?bool $lockSessionForAdditions = null,
        /**
         * Sets how VAT is reckoned in this session.
         */
        public ?VatMethod $vatMethodChange = null,
        /**
         * Books payments on the session of a table.
         */
        public ?PrepayTable $prepayTable = null,
        /**
         * Shows the user a card that was scanned outside the till. One without any property shows nothing.
         */
        public ?ExternalCardScan $externalCardScan = null,
        /**
         * Puts another text on the button of a custom action.
         */
        public ?CustomActionChange $customActionChange = null,
        /**
         * Asks the till to run a custom action. No promise that it does.
         */
        public ?RequestCustomAction $requestCustomAction = null,
        /**
         * Says whether the till is to go on asking, and what to show meanwhile.
         */
        public ?PollingAnswer $polling = null,
        /**
         * The version of your software. The till keeps it in its communication log, which helps to trace faults.
         */
        public ?string $version = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            error: isset($json->error) ? ErrorAnswer::from($json->error) : null,
            message: isset($json->message) ? array_map(static fn ($item) => Message::from($item), $json->message) : null,
            dialog: isset($json->dialog) ? DialogAnswer::from($json->dialog) : null,
            requestScanCode: isset($json->requestScanCode) ? RequestScanCode::from($json->requestScanCode) : null,
            openUrl: isset($json->openUrl) ? OpenUrlAnswer::from($json->openUrl) : null,
            displayBarcode: isset($json->displayBarcode) ? DisplayBarcode::from($json->displayBarcode) : null,
            hideBarcode: isset($json->hideBarcode) ? $json->hideBarcode : null,
            lineChanges: isset($json->lineChanges) ? array_map(static fn ($item) => LineChange::from($item), $json->lineChanges) : null,
            lineAdditions: isset($json->lineAdditions) ? array_map(static fn ($item) => LineAddition::from($item), $json->lineAdditions) : null,
            lineDeletions: isset($json->lineDeletions) ? array_map(static fn ($item) => LineDeletion::from($item), $json->lineDeletions) : null,
            lockSession: isset($json->lockSession) ? $json->lockSession : null,
            lockSessionForAdditions: isset($json->lockSessionForAdditions) ? $json->lockSessionForAdditions : null,
            vatMethodChange: isset($json->vatMethodChange) ? VatMethod::from($json->vatMethodChange) : null,
            prepayTable: isset($json->prepayTable) ? PrepayTable::from($json->prepayTable) : null,
            externalCardScan: isset($json->externalCardScan) ? ExternalCardScan::from($json->externalCardScan) : null,
            customActionChange: isset($json->customActionChange) ? CustomActionChange::from($json->customActionChange) : null,
            requestCustomAction: isset($json->requestCustomAction) ? RequestCustomAction::from($json->requestCustomAction) : null,
            polling: isset($json->polling) ? PollingAnswer::from($json->polling) : null,
            version: isset($json->version) ? $json->version : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        if ($this->error !== null) {
            $json->error = $this->error;
        }
        if ($this->message !== null) {
            $json->message = array_values($this->message);
        }
        if ($this->dialog !== null) {
            $json->dialog = $this->dialog;
        }
        if ($this->requestScanCode !== null) {
            $json->requestScanCode = $this->requestScanCode;
        }
        if ($this->openUrl !== null) {
            $json->openUrl = $this->openUrl;
        }
        if ($this->displayBarcode !== null) {
            $json->displayBarcode = $this->displayBarcode;
        }
        if ($this->hideBarcode !== null) {
            $json->hideBarcode = $this->hideBarcode;
        }
        if ($this->lineChanges !== null) {
            $json->lineChanges = array_values($this->lineChanges);
        }
        if ($this->lineAdditions !== null) {
            $json->lineAdditions = array_values($this->lineAdditions);
        }
        if ($this->lineDeletions !== null) {
            $json->lineDeletions = array_values($this->lineDeletions);
        }
        if ($this->lockSession !== null) {
            $json->lockSession = $this->lockSession;
        }
        if ($this->lockSessionForAdditions !== null) {
            $json->lockSessionForAdditions = $this->lockSessionForAdditions;
        }
        if ($this->vatMethodChange !== null) {
            $json->vatMethodChange = $this->vatMethodChange;
        }
        if ($this->prepayTable !== null) {
            $json->prepayTable = $this->prepayTable;
        }
        if ($this->externalCardScan !== null) {
            $json->externalCardScan = $this->externalCardScan;
        }
        if ($this->customActionChange !== null) {
            $json->customActionChange = $this->customActionChange;
        }
        if ($this->requestCustomAction !== null) {
            $json->requestCustomAction = $this->requestCustomAction;
        }
        if ($this->polling !== null) {
            $json->polling = $this->polling;
        }
        if ($this->version !== null) {
            $json->version = $this->version;
        }
        return $json;
    }
}

/**
 * The user's choice in the dialog that you answered with; the rest of the request is the original event once
 * more.
 */
final class Dialog implements JsonSerializable
{
    public function __construct(
        /**
         * The 'optionId' of each chosen option. Empty when none was chosen.
         * @var list<int>
         */
        public array $selectedDialogOptionIds,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            selectedDialogOptionIds: array_map(static fn ($item) => toInt($item), ($json->selectedDialogOptionIds ?? throw new UnexpectedValueException('Dialog has no selectedDialogOptionIds.'))),
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->selectedDialogOptionIds = array_values($this->selectedDialogOptionIds);
        return $json;
    }
}

/**
 * Shows options to choose from. Once the user has chosen, the same event comes again with the choice.
 */
final class DialogAnswer implements JsonSerializable
{
    public function __construct(
        /**
         * True makes the user choose.
         */
        public bool $required,
        /**
         * True lets the user choose several options.
         */
        public bool $allowMultipleOptions,
        /**
         * Text at the top of the dialog.
         */
        public string $dialogTitle,
        /**
         * The options.
         * @var list<DialogOption>
         */
        public array $dialogOptions,
        /**
         * True makes the user confirm after choosing, so that a slip of the finger does no harm.
         */
        public ?bool $requireConfirmation = null,
        /**
         * Number of columns in which the options stand.
         */
        public ?int $columns = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            required: ($json->required ?? throw new UnexpectedValueException('DialogAnswer has no required.')),
            allowMultipleOptions: ($json->allowMultipleOptions ?? throw new UnexpectedValueException('DialogAnswer has no allowMultipleOptions.')),
            dialogTitle: ($json->dialogTitle ?? throw new UnexpectedValueException('DialogAnswer has no dialogTitle.')),
            dialogOptions: array_map(static fn ($item) => DialogOption::from($item), ($json->dialogOptions ?? throw new UnexpectedValueException('DialogAnswer has no dialogOptions.'))),
            requireConfirmation: isset($json->requireConfirmation) ? $json->requireConfirmation : null,
            columns: isset($json->columns) ? toInt($json->columns) : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->required = $this->required;
        $json->allowMultipleOptions = $this->allowMultipleOptions;
        $json->dialogTitle = $this->dialogTitle;
        $json->dialogOptions = array_values($this->dialogOptions);
        if ($this->requireConfirmation !== null) {
            $json->requireConfirmation = $this->requireConfirmation;
        }
        if ($this->columns !== null) {
            $json->columns = $this->columns;
        }
        return $json;
    }
}

/**
 * One option of a dialog.
 */
final class DialogOption implements JsonSerializable
{
    public function __construct(
        /**
         * Your number for the option. It comes back when the option is chosen.
         */
        public int $optionId,
        /**
         * Text on the option.
         */
        public string $optionName,
        /**
         * Colour of the option, hexadecimal.
         */
        public ?string $optionColor = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            optionId: toInt(($json->optionId ?? throw new UnexpectedValueException('DialogOption has no optionId.'))),
            optionName: ($json->optionName ?? throw new UnexpectedValueException('DialogOption has no optionName.')),
            optionColor: isset($json->optionColor) ? $json->optionColor : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->optionId = $this->optionId;
        $json->optionName = $this->optionName;
        if ($this->optionColor !== null) {
            $json->optionColor = $this->optionColor;
        }
        return $json;
    }
}

/**
 * Shows a code to the customer, on the customer display.
 */
final class DisplayBarcode implements JsonSerializable
{
    public function __construct(
        /**
         * How to draw the code.
         */
        public string $codeType,
        /**
         * What the code holds.
         */
        public string $code,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            codeType: ($json->codeType ?? throw new UnexpectedValueException('DisplayBarcode has no codeType.')),
            code: ($json->code ?? throw new UnexpectedValueException('DisplayBarcode has no code.')),
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->codeType = $this->codeType;
        $json->code = $this->code;
        return $json;
    }
}

/**
 * Says that you could not use the request. Goes with HTTP status 400.
 */
final class ErrorAnswer implements JsonSerializable
{
    public function __construct(
        /**
         * The kind of fault.
         */
        public string $code,
        /**
         * The fault in words.
         */
        public string $message,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            code: ($json->code ?? throw new UnexpectedValueException('ErrorAnswer has no code.')),
            message: ($json->message ?? throw new UnexpectedValueException('ErrorAnswer has no message.')),
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->code = $this->code;
        $json->message = $this->message;
        return $json;
    }
}

/**
 * Posted to the URL of the event whose answer the POS could not use.
 */
final class ErrorRequest implements JsonSerializable
{
    public function __construct(
        /**
         * What the POS could not accept in your answer.
         */
        public WebhookError $error,
        /**
         * The details of the event that you answered.
         */
        public stdClass $original,
        /**
         * When and how the event was sent. The event's name is not in here: it is the end of the URL.
         */
        public ?EventInfo $event = null,
        /**
         * The till, or the program in its place, that sent the event.
         */
        public ?Sender $sender = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            error: WebhookError::from(($json->error ?? throw new UnexpectedValueException('ErrorRequest has no error.'))),
            original: ($json->original ?? throw new UnexpectedValueException('ErrorRequest has no original.')),
            event: isset($json->event) ? EventInfo::from($json->event) : null,
            sender: isset($json->sender) ? Sender::from($json->sender) : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->error = $this->error;
        $json->original = $this->original;
        if ($this->event !== null) {
            $json->event = $this->event;
        }
        if ($this->sender !== null) {
            $json->sender = $this->sender;
        }
        return $json;
    }
}

/**
 * When and how the event was sent. The event's name is not in here: it is the end of the URL.
 */
final class EventInfo implements JsonSerializable
{
    public function __construct(
        /**
         * True when the POS waits for the answer.
         */
        public bool $eventBlocking,
        /**
         * A number that rises from event to event. It may start over, so it is not unique by itself.
         */
        public int $eventCounter,
        /**
         * When the event happened: a time with milliseconds and an offset from UTC.
         */
        public string $eventTimestamp,
        /**
         * True when the POS sends the event over and over until an answer's 'polling.finished' is true. The
         * subscription says which events poll.
         */
        public ?bool $eventPolling = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            eventBlocking: ($json->eventBlocking ?? throw new UnexpectedValueException('EventInfo has no eventBlocking.')),
            eventCounter: toInt(($json->eventCounter ?? throw new UnexpectedValueException('EventInfo has no eventCounter.'))),
            eventTimestamp: ($json->eventTimestamp ?? throw new UnexpectedValueException('EventInfo has no eventTimestamp.')),
            eventPolling: isset($json->eventPolling) ? $json->eventPolling : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->eventBlocking = $this->eventBlocking;
        $json->eventCounter = $this->eventCounter;
        $json->eventTimestamp = $this->eventTimestamp;
        if ($this->eventPolling !== null) {
            $json->eventPolling = $this->eventPolling;
        }
        return $json;
    }
}

/**
 * Shows the user a card that was scanned outside the till. One without any property shows nothing.
 */
final class ExternalCardScan implements JsonSerializable
{
    public function __construct(
        /**
         * Your own id for the card. The till need not know it.
         */
        public ?string $cardIdentifier = null,
        /**
         * Whose card it is, or what card.
         */
        public ?string $cardDescription = null,
        /**
         * What the card holds now.
         */
        public ?float $cardBalance = null,
        /**
         * Until when the card can be used. Only shown; the till does not act on it.
         */
        public ?string $cardExpiration = null,
        /**
         * True shows the card as blocked.
         */
        public ?bool $cardBlocked = null,
        /**
         * How long the card is shown, in place of the time set in the till. 0: until the next receipt.
         */
        public ?int $displayTime = null,
        /**
         * True: 'cardBalance' is what will be left after this transaction.
         */
        public ?bool $isNewBalance = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            cardIdentifier: isset($json->cardIdentifier) ? $json->cardIdentifier : null,
            cardDescription: isset($json->cardDescription) ? $json->cardDescription : null,
            cardBalance: isset($json->cardBalance) ? $json->cardBalance : null,
            cardExpiration: isset($json->cardExpiration) ? $json->cardExpiration : null,
            cardBlocked: isset($json->cardBlocked) ? $json->cardBlocked : null,
            displayTime: isset($json->displayTime) ? toInt($json->displayTime) : null,
            isNewBalance: isset($json->isNewBalance) ? $json->isNewBalance : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        if ($this->cardIdentifier !== null) {
            $json->cardIdentifier = $this->cardIdentifier;
        }
        if ($this->cardDescription !== null) {
            $json->cardDescription = $this->cardDescription;
        }
        if ($this->cardBalance !== null) {
            $json->cardBalance = $this->cardBalance;
        }
        if ($this->cardExpiration !== null) {
            $json->cardExpiration = $this->cardExpiration;
        }
        if ($this->cardBlocked !== null) {
            $json->cardBlocked = $this->cardBlocked;
        }
        if ($this->displayTime !== null) {
            $json->displayTime = $this->displayTime;
        }
        if ($this->isNewBalance !== null) {
            $json->isNewBalance = $this->isNewBalance;
        }
        return $json;
    }
}

/**
 * A discount that a webhook gave to the line. A line normally has either this or a discount of the POS.
 */
final class ExternalDiscount implements JsonSerializable
{
    public function __construct(
        /**
         * The id of the discount. The receiver that gave the discount made this id. That receiver need not be
         * you: a shop may have several.
         */
        public ?string $discountId = null,
        /**
         * The label of the discount.
         */
        public ?string $discountDescription = null,
        /**
         * In percent; it counts on top of 'discountAmount'.
         */
        public ?float $discountPercentage = null,
        /**
         * In euros; it counts on top of 'discountPercentage'.
         */
        public ?float $discountAmount = null,
        /**
         * The kind of discount, by which reports can be filtered.
         */
        public ?string $discountType = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            discountId: isset($json->discountId) ? $json->discountId : null,
            discountDescription: isset($json->discountDescription) ? $json->discountDescription : null,
            discountPercentage: isset($json->discountPercentage) ? $json->discountPercentage : null,
            discountAmount: isset($json->discountAmount) ? $json->discountAmount : null,
            discountType: readIfFits(static fn (): ?string => isset($json->discountType) ? $json->discountType : null),
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        if ($this->discountId !== null) {
            $json->discountId = $this->discountId;
        }
        if ($this->discountDescription !== null) {
            $json->discountDescription = $this->discountDescription;
        }
        if ($this->discountPercentage !== null) {
            $json->discountPercentage = $this->discountPercentage;
        }
        if ($this->discountAmount !== null) {
            $json->discountAmount = $this->discountAmount;
        }
        if ($this->discountType !== null) {
            $json->discountType = $this->discountType;
        }
        return $json;
    }
}

/**
 * A discount on a line that your system grants.
 */
final class ExternalDiscountAnswer implements JsonSerializable
{
    public function __construct(
        /**
         * Your id of the discount. Make a new one and keep it: requests carry it with the line from then on.
         */
        public string $discountId,
        /**
         * A label for the discount. Better always sent.
         */
        public ?string $discountDescription = null,
        /**
         * Discount in percent. Adds up with 'discountAmount'.
         */
        public ?float $discountPercentage = null,
        /**
         * Discount in euros. Adds up with 'discountPercentage'.
         */
        public ?float $discountAmount = null,
        /**
         * How much of the line's quantity gets the discount, such as 3 out of 5 pieces.
         */
        public ?float $applyToQuantity = null,
        /**
         * Any word for the kind of discount; reports can be filtered by it.
         */
        public ?string $discountType = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            discountId: ($json->discountId ?? throw new UnexpectedValueException('ExternalDiscountAnswer has no discountId.')),
            discountDescription: isset($json->discountDescription) ? $json->discountDescription : null,
            discountPercentage: isset($json->discountPercentage) ? $json->discountPercentage : null,
            discountAmount: isset($json->discountAmount) ? $json->discountAmount : null,
            applyToQuantity: isset($json->applyToQuantity) ? $json->applyToQuantity : null,
            discountType: isset($json->discountType) ? $json->discountType : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->discountId = $this->discountId;
        if ($this->discountDescription !== null) {
            $json->discountDescription = $this->discountDescription;
        }
        if ($this->discountPercentage !== null) {
            $json->discountPercentage = $this->discountPercentage;
        }
        if ($this->discountAmount !== null) {
            $json->discountAmount = $this->discountAmount;
        }
        if ($this->applyToQuantity !== null) {
            $json->applyToQuantity = $this->applyToQuantity;
        }
        if ($this->discountType !== null) {
            $json->discountType = $this->discountType;
        }
        return $json;
    }
}

/**
 * The external payment that the event is about.
 */
final class ExternalPayment implements JsonSerializable
{
    public function __construct(
        /**
         * Made by the POS, one for each payment. Send it back in your answers.
         */
        public string $externalPaymentId,
        /**
         * What there is to pay, in euros with decimals.
         */
        public float $amount,
        /**
         * Name of the payment method in the POS that is linked to webhooks.
         */
        public string $method,
        /**
         * When it is there, call it once the payment's outcome is final: the POS can then go on sooner. Its
         * response does not matter. Since v56.
         */
        public ?string $callbackUrl = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            externalPaymentId: ($json->externalPaymentId ?? throw new UnexpectedValueException('ExternalPayment has no externalPaymentId.')),
            amount: ($json->amount ?? throw new UnexpectedValueException('ExternalPayment has no amount.')),
            method: ($json->method ?? throw new UnexpectedValueException('ExternalPayment has no method.')),
            callbackUrl: isset($json->callbackUrl) ? $json->callbackUrl : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->externalPaymentId = $this->externalPaymentId;
        $json->amount = $this->amount;
        $json->method = $this->method;
        if ($this->callbackUrl !== null) {
            $json->callbackUrl = $this->callbackUrl;
        }
        return $json;
    }
}

/**
 * Tells the till how the running external payment stands.
 */
final class ExternalPaymentAnswer implements JsonSerializable
{
    public function __construct(
        /**
         * Background of the popup on the cashier's screen: hexadecimal, or a colour name such as red.
         */
        public ?string $backgroundColor = null,
        /**
         * The payment's id, as the request has it. Better always sent: the till checks that both mean the same
         * payment.
         */
        public ?string $externalPaymentId = null,
        /**
         * True: the payment has begun at your side. The payment does not go on from its start to polling before
         * this.
         */
        public ?bool $started = null,
        /**
         * True: the customer has paid. The payment ends, and the till books it.
         */
        public ?bool $confirmed = null,
        /**
         * True: the payment was cancelled or has failed. The payment ends, and the till books nothing.
         */
        public ?bool $cancelled = null,
        /**
         * What was really paid, in euros, if it differs from the amount asked for.
         */
        public ?float $finalAmount = null,
        /**
         * Your reference of the transaction. The till keeps it with the payment.
         */
        public ?string $externalTransactionReference = null,
        /**
         * Texts to print, such as the slip of a card terminal.
         * @var list<ReceiptText>|null
         */
        public ?array $receiptTexts = null,
        /**
         * Brand or kind of the card used, kept with the payment. The till may group payments by it.
         */
        public ?string $cardType = null,
        /**
         * Id of the terminal used, kept with the payment. The till may group payments by it.
         */
        public ?string $terminalId = null,
        /**
         * The payment method that was used at your side, kept with the payment.
         */
        public ?string $method = null,
        /**
         * Text for the cashier's screen.
         */
        public ?string $message = null,
        /**
         * Text for the customer display.
         */
        public ?string $customerMessage = null,
        /**
         * Seconds for which both texts stay on screen at least.
         */
        public ?int $displayTime = null,
        /**
         * Seconds for which 'message' stays on screen at least.
         */
        public ?int $messageDisplayTime = null,
        /**
         * Seconds after which 'customerMessage' is gone: an upper limit, unlike the two other times.
         */
        public ?int $customerMessageDisplayTime = null,
        /**
         * True leaves out the time that the till puts in front of a message.
         */
        public ?bool $hideTimestamp = null,
        /**
         * True first removes the messages that are on the cashier's screen.
         */
        public ?bool $clearScreen = null,
        /**
         * True first removes the message that is on the customer display.
         */
        public ?bool $clearCustomerScreen = null,
        /**
         * True uses a font with characters of equal width, so that columns line up.
         */
        public ?bool $monospacedFont = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            backgroundColor: isset($json->backgroundColor) ? $json->backgroundColor : null,
            externalPaymentId: isset($json->externalPaymentId) ? $json->externalPaymentId : null,
            started: isset($json->started) ? $json->started : null,
            confirmed: isset($json->confirmed) ? $json->confirmed : null,
            cancelled: isset($json->cancelled) ? $json->cancelled : null,
            finalAmount: isset($json->finalAmount) ? $json->finalAmount : null,
            externalTransactionReference: isset($json->externalTransactionReference) ? $json->externalTransactionReference : null,
            receiptTexts: isset($json->receiptTexts) ? array_map(static fn ($item) => ReceiptText::from($item), $json->receiptTexts) : null,
            cardType: isset($json->cardType) ? $json->cardType : null,
            terminalId: isset($json->terminalId) ? $json->terminalId : null,
            method: isset($json->method) ? $json->method : null,
            message: isset($json->message) ? $json->message : null,
            customerMessage: isset($json->customerMessage) ? $json->customerMessage : null,
            displayTime: isset($json->displayTime) ? toInt($json->displayTime) : null,
            messageDisplayTime: isset($json->messageDisplayTime) ? toInt($json->messageDisplayTime) : null,
            customerMessageDisplayTime: isset($json->customerMessageDisplayTime) ? toInt($json->customerMessageDisplayTime) : null,
            hideTimestamp: isset($json->hideTimestamp) ? $json->hideTimestamp : null,
            clearScreen: isset($json->clearScreen) ? $json->clearScreen : null,
            clearCustomerScreen: isset($json->clearCustomerScreen) ? $json->clearCustomerScreen : null,
            monospacedFont: isset($json->monospacedFont) ? $json->monospacedFont : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        if ($this->backgroundColor !== null) {
            $json->backgroundColor = $this->backgroundColor;
        }
        if ($this->externalPaymentId !== null) {
            $json->externalPaymentId = $this->externalPaymentId;
        }
        if ($this->started !== null) {
            $json->started = $this->started;
        }
        if ($this->confirmed !== null) {
            $json->confirmed = $this->confirmed;
        }
        if ($this->cancelled !== null) {
            $json->cancelled = $this->cancelled;
        }
        if ($this->finalAmount !== null) {
            $json->finalAmount = $this->finalAmount;
        }
        if ($this->externalTransactionReference !== null) {
            $json->externalTransactionReference = $this->externalTransactionReference;
        }
        if ($this->receiptTexts !== null) {
            $json->receiptTexts = array_values($this->receiptTexts);
        }
        if ($this->cardType !== null) {
            $json->cardType = $this->cardType;
        }
        if ($this->terminalId !== null) {
            $json->terminalId = $this->terminalId;
        }
        if ($this->method !== null) {
            $json->method = $this->method;
        }
        if ($this->message !== null) {
            $json->message = $this->message;
        }
        if ($this->customerMessage !== null) {
            $json->customerMessage = $this->customerMessage;
        }
        if ($this->displayTime !== null) {
            $json->displayTime = $this->displayTime;
        }
        if ($this->messageDisplayTime !== null) {
            $json->messageDisplayTime = $this->messageDisplayTime;
        }
        if ($this->customerMessageDisplayTime !== null) {
            $json->customerMessageDisplayTime = $this->customerMessageDisplayTime;
        }
        if ($this->hideTimestamp !== null) {
            $json->hideTimestamp = $this->hideTimestamp;
        }
        if ($this->clearScreen !== null) {
            $json->clearScreen = $this->clearScreen;
        }
        if ($this->clearCustomerScreen !== null) {
            $json->clearCustomerScreen = $this->clearCustomerScreen;
        }
        if ($this->monospacedFont !== null) {
            $json->monospacedFont = $this->monospacedFont;
        }
        return $json;
    }
}

/**
 * Texts and a code to print at the bottom of a receipt or a bill.
 */
final class Footer implements JsonSerializable
{
    public function __construct(
        /**
         * Text above the code. A newline character starts a new line.
         */
        public ?string $textBefore = null,
        /**
         * The older name of 'textBefore'.
         * @deprecated use textBefore instead.
         */
        public ?string $text = null,
        /**
         * A code to print between the two texts.
         */
        public ?FooterBarcode $barcode = null,
        /**
         * Text below the code. A newline character starts a new line.
         */
        public ?string $textAfter = null,
        /**
         * True prints the footer on a slip of its own: the printer cuts the paper before it.
         */
        public ?bool $printSeparate = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            textBefore: isset($json->textBefore) ? $json->textBefore : null,
            text: isset($json->text) ? $json->text : null,
            barcode: isset($json->barcode) ? FooterBarcode::from($json->barcode) : null,
            textAfter: isset($json->textAfter) ? $json->textAfter : null,
            printSeparate: isset($json->printSeparate) ? $json->printSeparate : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        if ($this->textBefore !== null) {
            $json->textBefore = $this->textBefore;
        }
        if ($this->text !== null) {
            $json->text = $this->text;
        }
        if ($this->barcode !== null) {
            $json->barcode = $this->barcode;
        }
        if ($this->textAfter !== null) {
            $json->textAfter = $this->textAfter;
        }
        if ($this->printSeparate !== null) {
            $json->printSeparate = $this->printSeparate;
        }
        return $json;
    }
}

/**
 * A code to print between the two texts.
 */
final class FooterBarcode implements JsonSerializable
{
    public function __construct(
        /**
         * How to draw the code. Left out: 'code128'.
         */
        public ?string $codeType = null,
        /**
         * What the code holds. Only characters that its type can carry.
         */
        public ?string $code = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            codeType: isset($json->codeType) ? $json->codeType : null,
            code: isset($json->code) ? $json->code : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        if ($this->codeType !== null) {
            $json->codeType = $this->codeType;
        }
        if ($this->code !== null) {
            $json->code = $this->code;
        }
        return $json;
    }
}

/**
 * What the user did with the form that you answered with; the rest of the request is the original event once
 * more. Since v59.
 */
final class Form implements JsonSerializable
{
    public function __construct(
        /**
         * The id that you gave to the form.
         */
        public string $id,
        /**
         * True when the user expressly cancelled the form.
         */
        public ?bool $cancelled = null,
        /**
         * What was entered, a field each.
         * @var list<FormFieldValue>|null
         */
        public ?array $fields = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            id: ($json->id ?? throw new UnexpectedValueException('Form has no id.')),
            cancelled: isset($json->cancelled) ? $json->cancelled : null,
            fields: isset($json->fields) ? array_map(static fn ($item) => FormFieldValue::from($item), $json->fields) : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->id = $this->id;
        if ($this->cancelled !== null) {
            $json->cancelled = $this->cancelled;
        }
        if ($this->fields !== null) {
            $json->fields = array_values($this->fields);
        }
        return $json;
    }
}

/**
 * What was entered in one field of a form. Since v59.
 */
final class FormFieldValue implements JsonSerializable
{
    public function __construct(
        /**
         * The id that you gave to the field.
         */
        public string $id,
        /**
         * The entry as a string, also for numbers, dates and checkboxes.
         */
        public ?string $value = null,
        /**
         * The ids of the chosen options of a select field.
         * @var list<string>|null
         */
        public ?array $selected = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            id: ($json->id ?? throw new UnexpectedValueException('FormFieldValue has no id.')),
            value: isset($json->value) ? $json->value : null,
            selected: isset($json->selected) ? $json->selected : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->id = $this->id;
        if ($this->value !== null) {
            $json->value = $this->value;
        }
        if ($this->selected !== null) {
            $json->selected = array_values($this->selected);
        }
        return $json;
    }
}

/**
 * What the POS sends for 'kitchenCompleteCourse'.
 */
final class KitchenCompleteCourseRequest implements JsonSerializable
{
    public function __construct(
        /**
         * When and how the event was sent. The event's name is not in here: it is the end of the URL.
         */
        public EventInfo $event,
        /**
         * The till, or the program in its place, that sent the event.
         */
        public Sender $sender,
        /**
         * The course that the kitchen is working on.
         */
        public Course $course,
        /**
         * The table that the course is for.
         */
        public ?Table $table = null,
        /**
         * The table order that the course belongs to.
         */
        public ?TableOrder $tableOrder = null,
        /**
         * The cafeteria order that the course belongs to.
         */
        public ?CafeteriaOrder $cafeteriaOrder = null,
        /**
         * An order. The vendor names the object but none of its properties, nor an event that carries it.
         */
        public ?stdClass $order = null,
        /**
         * The user's choice in the dialog that you answered with; the rest of the request is the original event
         * once more.
         */
        public ?Dialog $dialog = null,
        /**
         * What the user did with the form that you answered with; the rest of the request is the original event
         * once more. Since v59.
         */
        public ?Form $form = null,
        /**
         * Present when the client can open web pages: what to heed when you answer with 'openUrl'.
         */
        public ?OpenUrl $openUrl = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            event: EventInfo::from(($json->event ?? throw new UnexpectedValueException('KitchenCompleteCourseRequest has no event.'))),
            sender: Sender::from(($json->sender ?? throw new UnexpectedValueException('KitchenCompleteCourseRequest has no sender.'))),
            course: Course::from(($json->course ?? throw new UnexpectedValueException('KitchenCompleteCourseRequest has no course.'))),
            table: isset($json->table) ? Table::from($json->table) : null,
            tableOrder: isset($json->tableOrder) ? TableOrder::from($json->tableOrder) : null,
            cafeteriaOrder: isset($json->cafeteriaOrder) ? CafeteriaOrder::from($json->cafeteriaOrder) : null,
            order: readIfFits(static fn (): ?stdClass => isset($json->order) ? $json->order : null),
            dialog: isset($json->dialog) ? Dialog::from($json->dialog) : null,
            form: isset($json->form) ? Form::from($json->form) : null,
            openUrl: isset($json->openUrl) ? OpenUrl::from($json->openUrl) : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->event = $this->event;
        $json->sender = $this->sender;
        $json->course = $this->course;
        if ($this->table !== null) {
            $json->table = $this->table;
        }
        if ($this->tableOrder !== null) {
            $json->tableOrder = $this->tableOrder;
        }
        if ($this->cafeteriaOrder !== null) {
            $json->cafeteriaOrder = $this->cafeteriaOrder;
        }
        if ($this->order !== null) {
            $json->order = $this->order;
        }
        if ($this->dialog !== null) {
            $json->dialog = $this->dialog;
        }
        if ($this->form !== null) {
            $json->form = $this->form;
        }
        if ($this->openUrl !== null) {
            $json->openUrl = $this->openUrl;
        }
        return $json;
    }
}

/**
 * What may be answered to 'kitchenCompleteCourse'.
 */
final class KitchenCompleteCourseResponse implements JsonSerializable
{
    public function __construct(
        /**
         * Says that you could not use the request. Goes with HTTP status 400.
         */
        public ?ErrorAnswer $error = null,
        /**
         * Texts to show at the till: a list, so that one answer can bring several.
         * @var list<Message>|null
         */
        public ?array $message = null,
        /**
         * Shows options to choose from. Once the user has chosen, the same event comes again with the choice.
         */
        public ?DialogAnswer $dialog = null,
        /**
         * Asks the user to scan a code.
         */
        public ?RequestScanCode $requestScanCode = null,
        /**
         * Opens a web page at the client, or offers a link to it. A client that can do so sends 'openUrl' in its
         * request.
         */
        public ?OpenUrlAnswer $openUrl = null,
        /**
         * Shows a code to the customer, on the customer display.
         */
        public ?DisplayBarcode $displayBarcode = null,
        /**
         * True removes the code from the customer display at once.
         */
        public ?bool $hideBarcode = null,
        /**
         * Changes to lines that the session has: the external discount of each.
         * @var list<LineChange>|null
         */
        public ?array $lineChanges = null,
        /**
         * Lines to add to the session.
         * @var list<LineAddition>|null
         */
        public ?array $lineAdditions = null,
        /**
         * Lines to delete from the session.
         * @var list<LineDeletion>|null
         */
        public ?array $lineDeletions = null,
        /**
         * True stops all changes to the session at the till, false allows them again.
         */
        public ?bool $lockSession = null,
        /**
         * True stops what adds to the session, but lines may still be removed or lowered; false allows all
         * again.
         */
        public ?bool $lockSessionForAdditions = null,
        /**
         * Sets how VAT is reckoned in this session.
         */
        public ?VatMethod $vatMethodChange = null,
        /**
         * Books payments on the session of a table.
         */
        public ?PrepayTable $prepayTable = null,
        /**
         * Shows the user a card that was scanned outside the till. One without any property shows nothing.
         */
        public ?ExternalCardScan $externalCardScan = null,
        /**
         * Puts another text on the button of a custom action.
         */
        public ?CustomActionChange $customActionChange = null,
        /**
         * Asks the till to run a custom action. No promise that it does.
         */
        public ?RequestCustomAction $requestCustomAction = null,
        /**
         * Says whether the till is to go on asking, and what to show meanwhile.
         */
        public ?PollingAnswer $polling = null,
        /**
         * The version of your software. The till keeps it in its communication log, which helps to trace faults.
         */
        public ?string $version = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            error: isset($json->error) ? ErrorAnswer::from($json->error) : null,
            message: isset($json->message) ? array_map(static fn ($item) => Message::from($item), $json->message) : null,
            dialog: isset($json->dialog) ? DialogAnswer::from($json->dialog) : null,
            requestScanCode: isset($json->requestScanCode) ? RequestScanCode::from($json->requestScanCode) : null,
            openUrl: isset($json->openUrl) ? OpenUrlAnswer::from($json->openUrl) : null,
            displayBarcode: isset($json->displayBarcode) ? DisplayBarcode::from($json->displayBarcode) : null,
            hideBarcode: isset($json->hideBarcode) ? $json->hideBarcode : null,
            lineChanges: isset($json->lineChanges) ? array_map(static fn ($item) => LineChange::from($item), $json->lineChanges) : null,
            lineAdditions: isset($json->lineAdditions) ? array_map(static fn ($item) => LineAddition::from($item), $json->lineAdditions) : null,
            lineDeletions: isset($json->lineDeletions) ? array_map(static fn ($item) => LineDeletion::from($item), $json->lineDeletions) : null,
            lockSession: isset($json->lockSession) ? $json->lockSession : null,
            lockSessionForAdditions: isset($json->lockSessionForAdditions) ? $json->lockSessionForAdditions : null,
            vatMethodChange: isset($json->vatMethodChange) ? VatMethod::from($json->vatMethodChange) : null,
            prepayTable: isset($json->prepayTable) ? PrepayTable::from($json->prepayTable) : null,
            externalCardScan: isset($json->externalCardScan) ? ExternalCardScan::from($json->externalCardScan) : null,
            customActionChange: isset($json->customActionChange) ? CustomActionChange::from($json->customActionChange) : null,
            requestCustomAction: isset($json->requestCustomAction) ? RequestCustomAction::from($json->requestCustomAction) : null,
            polling: isset($json->polling) ? PollingAnswer::from($json->polling) : null,
            version: isset($json->version) ? $json->version : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        if ($this->error !== null) {
            $json->error = $this->error;
        }
        if ($this->message !== null) {
            $json->message = array_values($this->message);
        }
        if ($this->dialog !== null) {
            $json->dialog = $this->dialog;
        }
        if ($this->requestScanCode !== null) {
            $json->requestScanCode = $this->requestScanCode;
        }
        if ($this->openUrl !== null) {
            $json->openUrl = $this->openUrl;
        }
        if ($this->displayBarcode !== null) {
            $json->displayBarcode = $this->displayBarcode;
        }
        if ($this->hideBarcode !== null) {
            $json->hideBarcode = $this->hideBarcode;
        }
        if ($this->lineChanges !== null) {
            $json->lineChanges = array_values($this->lineChanges);
        }
        if ($this->lineAdditions !== null) {
            $json->lineAdditions = array_values($this->lineAdditions);
        }
        if ($this->lineDeletions !== null) {
            $json->lineDeletions = array_values($this->lineDeletions);
        }
        if ($this->lockSession !== null) {
            $json->lockSession = $this->lockSession;
        }
        if ($this->lockSessionForAdditions !== null) {
            $json->lockSessionForAdditions = $this->lockSessionForAdditions;
        }
        if ($this->vatMethodChange !== null) {
            $json->vatMethodChange = $this->vatMethodChange;
        }
        if ($this->prepayTable !== null) {
            $json->prepayTable = $this->prepayTable;
        }
        if ($this->externalCardScan !== null) {
            $json->externalCardScan = $this->externalCardScan;
        }
        if ($this->customActionChange !== null) {
            $json->customActionChange = $this->customActionChange;
        }
        if ($this->requestCustomAction !== null) {
            $json->requestCustomAction = $this->requestCustomAction;
        }
        if ($this->polling !== null) {
            $json->polling = $this->polling;
        }
        if ($this->version !== null) {
            $json->version = $this->version;
        }
        return $json;
    }
}

/**
 * What the POS sends for 'kitchenServeCourse'.
 */
final class KitchenServeCourseRequest implements JsonSerializable
{
    public function __construct(
        /**
         * When and how the event was sent. The event's name is not in here: it is the end of the URL.
         */
        public EventInfo $event,
        /**
         * The till, or the program in its place, that sent the event.
         */
        public Sender $sender,
        /**
         * The course that the kitchen is working on.
         */
        public Course $course,
        /**
         * The table that the course is for.
         */
        public ?Table $table = null,
        /**
         * The table order that the course belongs to.
         */
        public ?TableOrder $tableOrder = null,
        /**
         * The cafeteria order that the course belongs to.
         */
        public ?CafeteriaOrder $cafeteriaOrder = null,
        /**
         * An order. The vendor names the object but none of its properties, nor an event that carries it.
         */
        public ?stdClass $order = null,
        /**
         * The user's choice in the dialog that you answered with; the rest of the request is the original event
         * once more.
         */
        public ?Dialog $dialog = null,
        /**
         * What the user did with the form that you answered with; the rest of the request is the original event
         * once more. Since v59.
         */
        public ?Form $form = null,
        /**
         * Present when the client can open web pages: what to heed when you answer with 'openUrl'.
         */
        public ?OpenUrl $openUrl = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            event: EventInfo::from(($json->event ?? throw new UnexpectedValueException('KitchenServeCourseRequest has no event.'))),
            sender: Sender::from(($json->sender ?? throw new UnexpectedValueException('KitchenServeCourseRequest has no sender.'))),
            course: Course::from(($json->course ?? throw new UnexpectedValueException('KitchenServeCourseRequest has no course.'))),
            table: isset($json->table) ? Table::from($json->table) : null,
            tableOrder: isset($json->tableOrder) ? TableOrder::from($json->tableOrder) : null,
            cafeteriaOrder: isset($json->cafeteriaOrder) ? CafeteriaOrder::from($json->cafeteriaOrder) : null,
            order: readIfFits(static fn (): ?stdClass => isset($json->order) ? $json->order : null),
            dialog: isset($json->dialog) ? Dialog::from($json->dialog) : null,
            form: isset($json->form) ? Form::from($json->form) : null,
            openUrl: isset($json->openUrl) ? OpenUrl::from($json->openUrl) : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->event = $this->event;
        $json->sender = $this->sender;
        $json->course = $this->course;
        if ($this->table !== null) {
            $json->table = $this->table;
        }
        if ($this->tableOrder !== null) {
            $json->tableOrder = $this->tableOrder;
        }
        if ($this->cafeteriaOrder !== null) {
            $json->cafeteriaOrder = $this->cafeteriaOrder;
        }
        if ($this->order !== null) {
            $json->order = $this->order;
        }
        if ($this->dialog !== null) {
            $json->dialog = $this->dialog;
        }
        if ($this->form !== null) {
            $json->form = $this->form;
        }
        if ($this->openUrl !== null) {
            $json->openUrl = $this->openUrl;
        }
        return $json;
    }
}

/**
 * What may be answered to 'kitchenServeCourse'.
 */
final class KitchenServeCourseResponse implements JsonSerializable
{
    public function __construct(
        /**
         * Says that you could not use the request. Goes with HTTP status 400.
         */
        public ?ErrorAnswer $error = null,
        /**
         * Texts to show at the till: a list, so that one answer can bring several.
         * @var list<Message>|null
         */
        public ?array $message = null,
        /**
         * Shows options to choose from. Once the user has chosen, the same event comes again with the choice.
         */
        public ?DialogAnswer $dialog = null,
        /**
         * Asks the user to scan a code.
         */
        public ?RequestScanCode $requestScanCode = null,
        /**
         * Opens a web page at the client, or offers a link to it. A client that can do so sends 'openUrl' in its
         * request.
         */
        public ?OpenUrlAnswer $openUrl = null,
        /**
         * Shows a code to the customer, on the customer display.
         */
        public ?DisplayBarcode $displayBarcode = null,
        /**
         * True removes the code from the customer display at once.
         */
        public ?bool $hideBarcode = null,
        /**
         * Changes to lines that the session has: the external discount of each.
         * @var list<LineChange>|null
         */
        public ?array $lineChanges = null,
        /**
         * Lines to add to the session.
         * @var list<LineAddition>|null
         */
        public ?array $lineAdditions = null,
        /**
         * Lines to delete from the session.
         * @var list<LineDeletion>|null
         */
        public ?array $lineDeletions = null,
        /**
         * True stops all changes to the session at the till, false allows them again.
         */
        public ?bool $lockSession = null,
        /**
         * True stops what adds to the session, but lines may still be removed or lowered; false allows all
         * again.
         */
        public ?bool $lockSessionForAdditions = null,
        /**
         * Sets how VAT is reckoned in this session.
         */
        public ?VatMethod $vatMethodChange = null,
        /**
         * Books payments on the session of a table.
         */
        public ?PrepayTable $prepayTable = null,
        /**
         * Shows the user a card that was scanned outside the till. One without any property shows nothing.
         */
        public ?ExternalCardScan $externalCardScan = null,
        /**
         * Puts another text on the button of a custom action.
         */
        public ?CustomActionChange $customActionChange = null,
        /**
         * Asks the till to run a custom action. No promise that it does.
         */
        public ?RequestCustomAction $requestCustomAction = null,
        /**
         * Says whether the till is to go on asking, and what to show meanwhile.
         */
        public ?PollingAnswer $polling = null,
        /**
         * The version of your software. The till keeps it in its communication log, which helps to trace faults.
         */
        public ?string $version = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            error: isset($json->error) ? ErrorAnswer::from($json->error) : null,
            message: isset($json->message) ? array_map(static fn ($item) => Message::from($item), $json->message) : null,
            dialog: isset($json->dialog) ? DialogAnswer::from($json->dialog) : null,
            requestScanCode: isset($json->requestScanCode) ? RequestScanCode::from($json->requestScanCode) : null,
            openUrl: isset($json->openUrl) ? OpenUrlAnswer::from($json->openUrl) : null,
            displayBarcode: isset($json->displayBarcode) ? DisplayBarcode::from($json->displayBarcode) : null,
            hideBarcode: isset($json->hideBarcode) ? $json->hideBarcode : null,
            lineChanges: isset($json->lineChanges) ? array_map(static fn ($item) => LineChange::from($item), $json->lineChanges) : null,
            lineAdditions: isset($json->lineAdditions) ? array_map(static fn ($item) => LineAddition::from($item), $json->lineAdditions) : null,
            lineDeletions: isset($json->lineDeletions) ? array_map(static fn ($item) => LineDeletion::from($item), $json->lineDeletions) : null,
            lockSession: isset($json->lockSession) ? $json->lockSession : null,
            lockSessionForAdditions: isset($json->lockSessionForAdditions) ? $json->lockSessionForAdditions : null,
            vatMethodChange: isset($json->vatMethodChange) ? VatMethod::from($json->vatMethodChange) : null,
            prepayTable: isset($json->prepayTable) ? PrepayTable::from($json->prepayTable) : null,
            externalCardScan: isset($json->externalCardScan) ? ExternalCardScan::from($json->externalCardScan) : null,
            customActionChange: isset($json->customActionChange) ? CustomActionChange::from($json->customActionChange) : null,
            requestCustomAction: isset($json->requestCustomAction) ? RequestCustomAction::from($json->requestCustomAction) : null,
            polling: isset($json->polling) ? PollingAnswer::from($json->polling) : null,
            version: isset($json->version) ? $json->version : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        if ($this->error !== null) {
            $json->error = $this->error;
        }
        if ($this->message !== null) {
            $json->message = array_values($this->message);
        }
        if ($this->dialog !== null) {
            $json->dialog = $this->dialog;
        }
        if ($this->requestScanCode !== null) {
            $json->requestScanCode = $this->requestScanCode;
        }
        if ($this->openUrl !== null) {
            $json->openUrl = $this->openUrl;
        }
        if ($this->displayBarcode !== null) {
            $json->displayBarcode = $this->displayBarcode;
        }
        if ($this->hideBarcode !== null) {
            $json->hideBarcode = $this->hideBarcode;
        }
        if ($this->lineChanges !== null) {
            $json->lineChanges = array_values($this->lineChanges);
        }
        if ($this->lineAdditions !== null) {
            $json->lineAdditions = array_values($this->lineAdditions);
        }
        if ($this->lineDeletions !== null) {
            $json->lineDeletions = array_values($this->lineDeletions);
        }
        if ($this->lockSession !== null) {
            $json->lockSession = $this->lockSession;
        }
        if ($this->lockSessionForAdditions !== null) {
            $json->lockSessionForAdditions = $this->lockSessionForAdditions;
        }
        if ($this->vatMethodChange !== null) {
            $json->vatMethodChange = $this->vatMethodChange;
        }
        if ($this->prepayTable !== null) {
            $json->prepayTable = $this->prepayTable;
        }
        if ($this->externalCardScan !== null) {
            $json->externalCardScan = $this->externalCardScan;
        }
        if ($this->customActionChange !== null) {
            $json->customActionChange = $this->customActionChange;
        }
        if ($this->requestCustomAction !== null) {
            $json->requestCustomAction = $this->requestCustomAction;
        }
        if ($this->polling !== null) {
            $json->polling = $this->polling;
        }
        if ($this->version !== null) {
            $json->version = $this->version;
        }
        return $json;
    }
}

/**
 * What the POS sends for 'kitchenStartCourse'.
 */
final class KitchenStartCourseRequest implements JsonSerializable
{
    public function __construct(
        /**
         * When and how the event was sent. The event's name is not in here: it is the end of the URL.
         */
        public EventInfo $event,
        /**
         * The till, or the program in its place, that sent the event.
         */
        public Sender $sender,
        /**
         * The course that the kitchen is working on.
         */
        public Course $course,
        /**
         * The table that the course is for.
         */
        public ?Table $table = null,
        /**
         * The table order that the course belongs to.
         */
        public ?TableOrder $tableOrder = null,
        /**
         * The cafeteria order that the course belongs to.
         */
        public ?CafeteriaOrder $cafeteriaOrder = null,
        /**
         * An order. The vendor names the object but none of its properties, nor an event that carries it.
         */
        public ?stdClass $order = null,
        /**
         * The user's choice in the dialog that you answered with; the rest of the request is the original event
         * once more.
         */
        public ?Dialog $dialog = null,
        /**
         * What the user did with the form that you answered with; the rest of the request is the original event
         * once more. Since v59.
         */
        public ?Form $form = null,
        /**
         * Present when the client can open web pages: what to heed when you answer with 'openUrl'.
         */
        public ?OpenUrl $openUrl = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            event: EventInfo::from(($json->event ?? throw new UnexpectedValueException('KitchenStartCourseRequest has no event.'))),
            sender: Sender::from(($json->sender ?? throw new UnexpectedValueException('KitchenStartCourseRequest has no sender.'))),
            course: Course::from(($json->course ?? throw new UnexpectedValueException('KitchenStartCourseRequest has no course.'))),
            table: isset($json->table) ? Table::from($json->table) : null,
            tableOrder: isset($json->tableOrder) ? TableOrder::from($json->tableOrder) : null,
            cafeteriaOrder: isset($json->cafeteriaOrder) ? CafeteriaOrder::from($json->cafeteriaOrder) : null,
            order: readIfFits(static fn (): ?stdClass => isset($json->order) ? $json->order : null),
            dialog: isset($json->dialog) ? Dialog::from($json->dialog) : null,
            form: isset($json->form) ? Form::from($json->form) : null,
            openUrl: isset($json->openUrl) ? OpenUrl::from($json->openUrl) : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->event = $this->event;
        $json->sender = $this->sender;
        $json->course = $this->course;
        if ($this->table !== null) {
            $json->table = $this->table;
        }
        if ($this->tableOrder !== null) {
            $json->tableOrder = $this->tableOrder;
        }
        if ($this->cafeteriaOrder !== null) {
            $json->cafeteriaOrder = $this->cafeteriaOrder;
        }
        if ($this->order !== null) {
            $json->order = $this->order;
        }
        if ($this->dialog !== null) {
            $json->dialog = $this->dialog;
        }
        if ($this->form !== null) {
            $json->form = $this->form;
        }
        if ($this->openUrl !== null) {
            $json->openUrl = $this->openUrl;
        }
        return $json;
    }
}

/**
 * What may be answered to 'kitchenStartCourse'.
 */
final class KitchenStartCourseResponse implements JsonSerializable
{
    public function __construct(
        /**
         * Says that you could not use the request. Goes with HTTP status 400.
         */
        public ?ErrorAnswer $error = null,
        /**
         * Texts to show at the till: a list, so that one answer can bring several.
         * @var list<Message>|null
         */
        public ?array $message = null,
        /**
         * Shows options to choose from. Once the user has chosen, the same event comes again with the choice.
         */
        public ?DialogAnswer $dialog = null,
        /**
         * Asks the user to scan a code.
         */
        public ?RequestScanCode $requestScanCode = null,
        /**
         * Opens a web page at the client, or offers a link to it. A client that can do so sends 'openUrl' in its
         * request.
         */
        public ?OpenUrlAnswer $openUrl = null,
        /**
         * Shows a code to the customer, on the customer display.
         */
        public ?DisplayBarcode $displayBarcode = null,
        /**
         * True removes the code from the customer display at once.
         */
        public ?bool $hideBarcode = null,
        /**
         * Changes to lines that the session has: the external discount of each.
         * @var list<LineChange>|null
         */
        public ?array $lineChanges = null,
        /**
         * Lines to add to the session.
         * @var list<LineAddition>|null
         */
        public ?array $lineAdditions = null,
        /**
         * Lines to delete from the session.
         * @var list<LineDeletion>|null
         */
        public ?array $lineDeletions = null,
        /**
         * True stops all changes to the session at the till, false allows them again.
         */
        public ?bool $lockSession = null,
        /**
         * True stops what adds to the session, but lines may still be removed or lowered; false allows all
         * again.
         */
        public ?bool $lockSessionForAdditions = null,
        /**
         * Sets how VAT is reckoned in this session.
         */
        public ?VatMethod $vatMethodChange = null,
        /**
         * Books payments on the session of a table.
         */
        public ?PrepayTable $prepayTable = null,
        /**
         * Shows the user a card that was scanned outside the till. One without any property shows nothing.
         */
        public ?ExternalCardScan $externalCardScan = null,
        /**
         * Puts another text on the button of a custom action.
         */
        public ?CustomActionChange $customActionChange = null,
        /**
         * Asks the till to run a custom action. No promise that it does.
         */
        public ?RequestCustomAction $requestCustomAction = null,
        /**
         * Says whether the till is to go on asking, and what to show meanwhile.
         */
        public ?PollingAnswer $polling = null,
        /**
         * The version of your software. The till keeps it in its communication log, which helps to trace faults.
         */
        public ?string $version = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            error: isset($json->error) ? ErrorAnswer::from($json->error) : null,
            message: isset($json->message) ? array_map(static fn ($item) => Message::from($item), $json->message) : null,
            dialog: isset($json->dialog) ? DialogAnswer::from($json->dialog) : null,
            requestScanCode: isset($json->requestScanCode) ? RequestScanCode::from($json->requestScanCode) : null,
            openUrl: isset($json->openUrl) ? OpenUrlAnswer::from($json->openUrl) : null,
            displayBarcode: isset($json->displayBarcode) ? DisplayBarcode::from($json->displayBarcode) : null,
            hideBarcode: isset($json->hideBarcode) ? $json->hideBarcode : null,
            lineChanges: isset($json->lineChanges) ? array_map(static fn ($item) => LineChange::from($item), $json->lineChanges) : null,
            lineAdditions: isset($json->lineAdditions) ? array_map(static fn ($item) => LineAddition::from($item), $json->lineAdditions) : null,
            lineDeletions: isset($json->lineDeletions) ? array_map(static fn ($item) => LineDeletion::from($item), $json->lineDeletions) : null,
            lockSession: isset($json->lockSession) ? $json->lockSession : null,
            lockSessionForAdditions: isset($json->lockSessionForAdditions) ? $json->lockSessionForAdditions : null,
            vatMethodChange: isset($json->vatMethodChange) ? VatMethod::from($json->vatMethodChange) : null,
            prepayTable: isset($json->prepayTable) ? PrepayTable::from($json->prepayTable) : null,
            externalCardScan: isset($json->externalCardScan) ? ExternalCardScan::from($json->externalCardScan) : null,
            customActionChange: isset($json->customActionChange) ? CustomActionChange::from($json->customActionChange) : null,
            requestCustomAction: isset($json->requestCustomAction) ? RequestCustomAction::from($json->requestCustomAction) : null,
            polling: isset($json->polling) ? PollingAnswer::from($json->polling) : null,
            version: isset($json->version) ? $json->version : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        if ($this->error !== null) {
            $json->error = $this->error;
        }
        if ($this->message !== null) {
            $json->message = array_values($this->message);
        }
        if ($this->dialog !== null) {
            $json->dialog = $this->dialog;
        }
        if ($this->requestScanCode !== null) {
            $json->requestScanCode = $this->requestScanCode;
        }
        if ($this->openUrl !== null) {
            $json->openUrl = $this->openUrl;
        }
        if ($this->displayBarcode !== null) {
            $json->displayBarcode = $this->displayBarcode;
        }
        if ($this->hideBarcode !== null) {
            $json->hideBarcode = $this->hideBarcode;
        }
        if ($this->lineChanges !== null) {
            $json->lineChanges = array_values($this->lineChanges);
        }
        if ($this->lineAdditions !== null) {
            $json->lineAdditions = array_values($this->lineAdditions);
        }
        if ($this->lineDeletions !== null) {
            $json->lineDeletions = array_values($this->lineDeletions);
        }
        if ($this->lockSession !== null) {
            $json->lockSession = $this->lockSession;
        }
        if ($this->lockSessionForAdditions !== null) {
            $json->lockSessionForAdditions = $this->lockSessionForAdditions;
        }
        if ($this->vatMethodChange !== null) {
            $json->vatMethodChange = $this->vatMethodChange;
        }
        if ($this->prepayTable !== null) {
            $json->prepayTable = $this->prepayTable;
        }
        if ($this->externalCardScan !== null) {
            $json->externalCardScan = $this->externalCardScan;
        }
        if ($this->customActionChange !== null) {
            $json->customActionChange = $this->customActionChange;
        }
        if ($this->requestCustomAction !== null) {
            $json->requestCustomAction = $this->requestCustomAction;
        }
        if ($this->polling !== null) {
            $json->polling = $this->polling;
        }
        if ($this->version !== null) {
            $json->version = $this->version;
        }
        return $json;
    }
}

/**
 * A line to add: an article, or a mere text.
 */
final class LineAddition implements JsonSerializable
{
    public function __construct(
        /**
         * Your id for the new line, by which you know it again. Left out: the till makes one.
         */
        public ?string $lineId = null,
        /**
         * A reference of your own, to recognise the line later on.
         */
        public ?string $extLine = null,
        /**
         * Number of an article that the till has.
         */
        public ?int $articleNumber = null,
        /**
         * Barcode of an article that the till has.
         */
        public ?string $barcode = null,
        /**
         * PLU number of an article that the till has.
         */
        public ?string $pluNumber = null,
        /**
         * The supplier's number of an article that the till has.
         */
        public ?string $supplierArticleNumber = null,
        /**
         * Another system's id of an article that the till has.
         */
        public ?string $extArticleId = null,
        /**
         * Price in euros, with VAT. Left out: the article's usual price.
         */
        public ?float $priceIncl = null,
        /**
         * How many. Left out: 1.
         */
        public ?float $quantity = null,
        /**
         * Text of the line. Left out: the article's own text.
         */
        public ?string $text = null,
        /**
         * A discount that the line has from the start.
         */
        public ?AddedDiscount $externalDiscount = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            lineId: isset($json->lineId) ? $json->lineId : null,
            extLine: isset($json->extLine) ? $json->extLine : null,
            articleNumber: isset($json->articleNumber) ? toInt($json->articleNumber) : null,
            barcode: isset($json->barcode) ? $json->barcode : null,
            pluNumber: isset($json->pluNumber) ? $json->pluNumber : null,
            supplierArticleNumber: isset($json->supplierArticleNumber) ? $json->supplierArticleNumber : null,
            extArticleId: isset($json->extArticleId) ? $json->extArticleId : null,
            priceIncl: isset($json->priceIncl) ? $json->priceIncl : null,
            quantity: isset($json->quantity) ? $json->quantity : null,
            text: isset($json->text) ? $json->text : null,
            externalDiscount: isset($json->externalDiscount) ? AddedDiscount::from($json->externalDiscount) : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        if ($this->lineId !== null) {
            $json->lineId = $this->lineId;
        }
        if ($this->extLine !== null) {
            $json->extLine = $this->extLine;
        }
        if ($this->articleNumber !== null) {
            $json->articleNumber = $this->articleNumber;
        }
        if ($this->barcode !== null) {
            $json->barcode = $this->barcode;
        }
        if ($this->pluNumber !== null) {
            $json->pluNumber = $this->pluNumber;
        }
        if ($this->supplierArticleNumber !== null) {
            $json->supplierArticleNumber = $this->supplierArticleNumber;
        }
        if ($this->extArticleId !== null) {
            $json->extArticleId = $this->extArticleId;
        }
        if ($this->priceIncl !== null) {
            $json->priceIncl = $this->priceIncl;
        }
        if ($this->quantity !== null) {
            $json->quantity = $this->quantity;
        }
        if ($this->text !== null) {
            $json->text = $this->text;
        }
        if ($this->externalDiscount !== null) {
            $json->externalDiscount = $this->externalDiscount;
        }
        return $json;
    }
}

/**
 * A change to one line.
 */
final class LineChange implements JsonSerializable
{
    public function __construct(
        /**
         * Id of the line to change, as in the request.
         */
        public string $lineId,
        /**
         * The discount that the line is to have.
         */
        public ?ExternalDiscountAnswer $externalDiscount = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            lineId: ($json->lineId ?? throw new UnexpectedValueException('LineChange has no lineId.')),
            externalDiscount: isset($json->externalDiscount) ? ExternalDiscountAnswer::from($json->externalDiscount) : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->lineId = $this->lineId;
        if ($this->externalDiscount !== null) {
            $json->externalDiscount = $this->externalDiscount;
        }
        return $json;
    }
}

/**
 * A line to delete.
 */
final class LineDeletion implements JsonSerializable
{
    public function __construct(
        /**
         * Id of the line to delete, as in the request.
         */
        public string $lineId,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            lineId: ($json->lineId ?? throw new UnexpectedValueException('LineDeletion has no lineId.')),
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->lineId = $this->lineId;
        return $json;
    }
}

/**
 * Where the sale went.
 */
final class MergeSession implements JsonSerializable
{
    public function __construct(
        /**
         * The session that lives on, now with the contents of 'session'.
         */
        public string $mergeWithSessionId,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            mergeWithSessionId: ($json->mergeWithSessionId ?? throw new UnexpectedValueException('MergeSession has no mergeWithSessionId.')),
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->mergeWithSessionId = $this->mergeWithSessionId;
        return $json;
    }
}

/**
 * What the POS sends for 'mergeSession'.
 */
final class MergeSessionRequest implements JsonSerializable
{
    public function __construct(
        /**
         * When and how the event was sent. The event's name is not in here: it is the end of the URL.
         */
        public EventInfo $event,
        /**
         * The till, or the program in its place, that sent the event.
         */
        public Sender $sender,
        /**
         * The sale that the event is about.
         */
        public Session $session,
        /**
         * Where the sale went.
         */
        public MergeSession $mergeSession,
        /**
         * The user's choice in the dialog that you answered with; the rest of the request is the original event
         * once more.
         */
        public ?Dialog $dialog = null,
        /**
         * What the user did with the form that you answered with; the rest of the request is the original event
         * once more. Since v59.
         */
        public ?Form $form = null,
        /**
         * Present when the client can open web pages: what to heed when you answer with 'openUrl'.
         */
        public ?OpenUrl $openUrl = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            event: EventInfo::from(($json->event ?? throw new UnexpectedValueException('MergeSessionRequest has no event.'))),
            sender: Sender::from(($json->sender ?? throw new UnexpectedValueException('MergeSessionRequest has no sender.'))),
            session: Session::from(($json->session ?? throw new UnexpectedValueException('MergeSessionRequest has no session.'))),
            mergeSession: MergeSession::from(($json->mergeSession ?? throw new UnexpectedValueException('MergeSessionRequest has no mergeSession.'))),
            dialog: isset($json->dialog) ? Dialog::from($json->dialog) : null,
            form: isset($json->form) ? Form::from($json->form) : null,
            openUrl: isset($json->openUrl) ? OpenUrl::from($json->openUrl) : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->event = $this->event;
        $json->sender = $this->sender;
        $json->session = $this->session;
        $json->mergeSession = $this->mergeSession;
        if ($this->dialog !== null) {
            $json->dialog = $this->dialog;
        }
        if ($this->form !== null) {
            $json->form = $this->form;
        }
        if ($this->openUrl !== null) {
            $json->openUrl = $this->openUrl;
        }
        return $json;
    }
}

/**
 * What may be answered to 'mergeSession'.
 */
final class MergeSessionResponse implements JsonSerializable
{
    public function __construct(
        /**
         * Says that you could not use the request. Goes with HTTP status 400.
         */
        public ?ErrorAnswer $error = null,
        /**
         * Texts to show at the till: a list, so that one answer can bring several.
         * @var list<Message>|null
         */
        public ?array $message = null,
        /**
         * Shows options to choose from. Once the user has chosen, the same event comes again with the choice.
         */
        public ?DialogAnswer $dialog = null,
        /**
         * Asks the user to scan a code.
         */
        public ?RequestScanCode $requestScanCode = null,
        /**
         * Opens a web page at the client, or offers a link to it. A client that can do so sends 'openUrl' in its
         * request.
         */
        public ?OpenUrlAnswer $openUrl = null,
        /**
         * Shows a code to the customer, on the customer display.
         */
        public ?DisplayBarcode $displayBarcode = null,
        /**
         * True removes the code from the customer display at once.
         */
        public ?bool $hideBarcode = null,
        /**
         * Changes to lines that the session has: the external discount of each.
         * @var list<LineChange>|null
         */
        public ?array $lineChanges = null,
        /**
         * Lines to add to the session.
         * @var list<LineAddition>|null
         */
        public ?array $lineAdditions = null,
        /**
         * Lines to delete from the session.
         * @var list<LineDeletion>|null
         */
        public ?array $lineDeletions = null,
        /**
         * True stops all changes to the session at the till, false allows them again.
         */
        public ?bool $lockSession = null,
        /**
         * True stops what adds to the session, but lines may still be removed or lowered; false allows all
         * again.
         */
        public ?bool $lockSessionForAdditions = null,
        /**
         * Sets how VAT is reckoned in this session.
         */
        public ?VatMethod $vatMethodChange = null,
        /**
         * Books payments on the session of a table.
         */
        public ?PrepayTable $prepayTable = null,
        /**
         * Shows the user a card that was scanned outside the till. One without any property shows nothing.
         */
        public ?ExternalCardScan $externalCardScan = null,
        /**
         * Puts another text on the button of a custom action.
         */
        public ?CustomActionChange $customActionChange = null,
        /**
         * Asks the till to run a custom action. No promise that it does.
         */
        public ?RequestCustomAction $requestCustomAction = null,
        /**
         * Says whether the till is to go on asking, and what to show meanwhile.
         */
        public ?PollingAnswer $polling = null,
        /**
         * The version of your software. The till keeps it in its communication log, which helps to trace faults.
         */
        public ?string $version = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            error: isset($json->error) ? ErrorAnswer::from($json->error) : null,
            message: isset($json->message) ? array_map(static fn ($item) => Message::from($item), $json->message) : null,
            dialog: isset($json->dialog) ? DialogAnswer::from($json->dialog) : null,
            requestScanCode: isset($json->requestScanCode) ? RequestScanCode::from($json->requestScanCode) : null,
            openUrl: isset($json->openUrl) ? OpenUrlAnswer::from($json->openUrl) : null,
            displayBarcode: isset($json->displayBarcode) ? DisplayBarcode::from($json->displayBarcode) : null,
            hideBarcode: isset($json->hideBarcode) ? $json->hideBarcode : null,
            lineChanges: isset($json->lineChanges) ? array_map(static fn ($item) => LineChange::from($item), $json->lineChanges) : null,
            lineAdditions: isset($json->lineAdditions) ? array_map(static fn ($item) => LineAddition::from($item), $json->lineAdditions) : null,
            lineDeletions: isset($json->lineDeletions) ? array_map(static fn ($item) => LineDeletion::from($item), $json->lineDeletions) : null,
            lockSession: isset($json->lockSession) ? $json->lockSession : null,
            lockSessionForAdditions: isset($json->lockSessionForAdditions) ? $json->lockSessionForAdditions : null,
            vatMethodChange: isset($json->vatMethodChange) ? VatMethod::from($json->vatMethodChange) : null,
            prepayTable: isset($json->prepayTable) ? PrepayTable::from($json->prepayTable) : null,
            externalCardScan: isset($json->externalCardScan) ? ExternalCardScan::from($json->externalCardScan) : null,
            customActionChange: isset($json->customActionChange) ? CustomActionChange::from($json->customActionChange) : null,
            requestCustomAction: isset($json->requestCustomAction) ? RequestCustomAction::from($json->requestCustomAction) : null,
            polling: isset($json->polling) ? PollingAnswer::from($json->polling) : null,
            version: isset($json->version) ? $json->version : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        if ($this->error !== null) {
            $json->error = $this->error;
        }
        if ($this->message !== null) {
            $json->message = array_values($this->message);
        }
        if ($this->dialog !== null) {
            $json->dialog = $this->dialog;
        }
        if ($this->requestScanCode !== null) {
            $json->requestScanCode = $this->requestScanCode;
        }
        if ($this->openUrl !== null) {
            $json->openUrl = $this->openUrl;
        }
        if ($this->displayBarcode !== null) {
            $json->displayBarcode = $this->displayBarcode;
        }
        if ($this->hideBarcode !== null) {
            $json->hideBarcode = $this->hideBarcode;
        }
        if ($this->lineChanges !== null) {
            $json->lineChanges = array_values($this->lineChanges);
        }
        if ($this->lineAdditions !== null) {
            $json->lineAdditions = array_values($this->lineAdditions);
        }
        if ($this->lineDeletions !== null) {
            $json->lineDeletions = array_values($this->lineDeletions);
        }
        if ($this->lockSession !== null) {
            $json->lockSession = $this->lockSession;
        }
        if ($this->lockSessionForAdditions !== null) {
            $json->lockSessionForAdditions = $this->lockSessionForAdditions;
        }
        if ($this->vatMethodChange !== null) {
            $json->vatMethodChange = $this->vatMethodChange;
        }
        if ($this->prepayTable !== null) {
            $json->prepayTable = $this->prepayTable;
        }
        if ($this->externalCardScan !== null) {
            $json->externalCardScan = $this->externalCardScan;
        }
        if ($this->customActionChange !== null) {
            $json->customActionChange = $this->customActionChange;
        }
        if ($this->requestCustomAction !== null) {
            $json->requestCustomAction = $this->requestCustomAction;
        }
        if ($this->polling !== null) {
            $json->polling = $this->polling;
        }
        if ($this->version !== null) {
            $json->version = $this->version;
        }
        return $json;
    }
}

/**
 * Text for the cashier's screen, the customer display or both.
 */
final class Message implements JsonSerializable
{
    public function __construct(
        /**
         * Background of the popup on the cashier's screen: hexadecimal, or a colour name such as red.
         */
        public ?string $backgroundColor = null,
        /**
         * Text for the cashier's screen.
         */
        public ?string $message = null,
        /**
         * Text for the customer display.
         */
        public ?string $customerMessage = null,
        /**
         * Seconds for which both texts stay on screen at least.
         */
        public ?int $displayTime = null,
        /**
         * Seconds for which 'message' stays on screen at least.
         */
        public ?int $messageDisplayTime = null,
        /**
         * Seconds after which 'customerMessage' is gone: an upper limit, unlike the two other times.
         */
        public ?int $customerMessageDisplayTime = null,
        /**
         * True leaves out the time that the till puts in front of a message.
         */
        public ?bool $hideTimestamp = null,
        /**
         * True first removes the messages that are on the cashier's screen.
         */
        public ?bool $clearScreen = null,
        /**
         * True first removes the message that is on the customer display.
         */
        public ?bool $clearCustomerScreen = null,
        /**
         * True uses a font with characters of equal width, so that columns line up.
         */
        public ?bool $monospacedFont = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            backgroundColor: isset($json->backgroundColor) ? $json->backgroundColor : null,
            message: isset($json->message) ? $json->message : null,
            customerMessage: isset($json->customerMessage) ? $json->customerMessage : null,
            displayTime: isset($json->displayTime) ? toInt($json->displayTime) : null,
            messageDisplayTime: isset($json->messageDisplayTime) ? toInt($json->messageDisplayTime) : null,
            customerMessageDisplayTime: isset($json->customerMessageDisplayTime) ? toInt($json->customerMessageDisplayTime) : null,
            hideTimestamp: isset($json->hideTimestamp) ? $json->hideTimestamp : null,
            clearScreen: isset($json->clearScreen) ? $json->clearScreen : null,
            clearCustomerScreen: isset($json->clearCustomerScreen) ? $json->clearCustomerScreen : null,
            monospacedFont: isset($json->monospacedFont) ? $json->monospacedFont : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        if ($this->backgroundColor !== null) {
            $json->backgroundColor = $this->backgroundColor;
        }
        if ($this->message !== null) {
            $json->message = $this->message;
        }
        if ($this->customerMessage !== null) {
            $json->customerMessage = $this->customerMessage;
        }
        if ($this->displayTime !== null) {
            $json->displayTime = $this->displayTime;
        }
        if ($this->messageDisplayTime !== null) {
            $json->messageDisplayTime = $this->messageDisplayTime;
        }
        if ($this->customerMessageDisplayTime !== null) {
            $json->customerMessageDisplayTime = $this->customerMessageDisplayTime;
        }
        if ($this->hideTimestamp !== null) {
            $json->hideTimestamp = $this->hideTimestamp;
        }
        if ($this->clearScreen !== null) {
            $json->clearScreen = $this->clearScreen;
        }
        if ($this->clearCustomerScreen !== null) {
            $json->clearCustomerScreen = $this->clearCustomerScreen;
        }
        if ($this->monospacedFont !== null) {
            $json->monospacedFont = $this->monospacedFont;
        }
        return $json;
    }
}

/**
 * Present when the client can open web pages: what to heed when you answer with 'openUrl'.
 */
final class OpenUrl implements JsonSerializable
{
    public function __construct(
        /**
         * Where your page should lead at the end, if it takes the user to other addresses.
         */
        public string $redirectUrl,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            redirectUrl: ($json->redirectUrl ?? throw new UnexpectedValueException('OpenUrl has no redirectUrl.')),
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->redirectUrl = $this->redirectUrl;
        return $json;
    }
}

/**
 * Opens a web page at the client, or offers a link to it. A client that can do so sends 'openUrl' in its
 * request.
 */
final class OpenUrlAnswer implements JsonSerializable
{
    public function __construct(
        /**
         * Address of the page.
         */
        public string $url,
        /**
         * True opens the page without a click of the user.
         */
        public ?bool $autoOpen = null,
        /**
         * Text of the link or button that opens the page, where it does not open by itself.
         */
        public ?string $urlTitle = null,
        /**
         * True closes the page as soon as it leads to another domain.
         */
        public ?bool $closeOnDomainChange = null,
        /**
         * Least width of the window, where the page opens in a popup.
         */
        public ?int $minimumWidth = null,
        /**
         * Least height of the window, where the page opens in a popup.
         */
        public ?int $minimumHeight = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            url: ($json->url ?? throw new UnexpectedValueException('OpenUrlAnswer has no url.')),
            autoOpen: isset($json->autoOpen) ? $json->autoOpen : null,
            urlTitle: isset($json->urlTitle) ? $json->urlTitle : null,
            closeOnDomainChange: isset($json->closeOnDomainChange) ? $json->closeOnDomainChange : null,
            minimumWidth: isset($json->minimumWidth) ? toInt($json->minimumWidth) : null,
            minimumHeight: isset($json->minimumHeight) ? toInt($json->minimumHeight) : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->url = $this->url;
        if ($this->autoOpen !== null) {
            $json->autoOpen = $this->autoOpen;
        }
        if ($this->urlTitle !== null) {
            $json->urlTitle = $this->urlTitle;
        }
        if ($this->closeOnDomainChange !== null) {
            $json->closeOnDomainChange = $this->closeOnDomainChange;
        }
        if ($this->minimumWidth !== null) {
            $json->minimumWidth = $this->minimumWidth;
        }
        if ($this->minimumHeight !== null) {
            $json->minimumHeight = $this->minimumHeight;
        }
        return $json;
    }
}

/**
 * What the POS sends for 'pauseSession'.
 */
final class PauseSessionRequest implements JsonSerializable
{
    public function __construct(
        /**
         * When and how the event was sent. The event's name is not in here: it is the end of the URL.
         */
        public EventInfo $event,
        /**
         * The till, or the program in its place, that sent the event.
         */
        public Sender $sender,
        /**
         * The sale that the event is about.
         */
        public Session $session,
        /**
         * The user's choice in the dialog that you answered with; the rest of the request is the original event
         * once more.
         */
        public ?Dialog $dialog = null,
        /**
         * What the user did with the form that you answered with; the rest of the request is the original event
         * once more. Since v59.
         */
        public ?Form $form = null,
        /**
         * Present when the client can open web pages: what to heed when you answer with 'openUrl'.
         */
        public ?OpenUrl $openUrl = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            event: EventInfo::from(($json->event ?? throw new UnexpectedValueException('PauseSessionRequest has no event.'))),
            sender: Sender::from(($json->sender ?? throw new UnexpectedValueException('PauseSessionRequest has no sender.'))),
            session: Session::from(($json->session ?? throw new UnexpectedValueException('PauseSessionRequest has no session.'))),
            dialog: isset($json->dialog) ? Dialog::from($json->dialog) : null,
            form: isset($json->form) ? Form::from($json->form) : null,
            openUrl: isset($json->openUrl) ? OpenUrl::from($json->openUrl) : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->event = $this->event;
        $json->sender = $this->sender;
        $json->session = $this->session;
        if ($this->dialog !== null) {
            $json->dialog = $this->dialog;
        }
        if ($this->form !== null) {
            $json->form = $this->form;
        }
        if ($this->openUrl !== null) {
            $json->openUrl = $this->openUrl;
        }
        return $json;
    }
}

/**
 * What may be answered to 'pauseSession'.
 */
final class PauseSessionResponse implements JsonSerializable
{
    public function __construct(
        /**
         * Says that you could not use the request. Goes with HTTP status 400.
         */
        public ?ErrorAnswer $error = null,
        /**
         * Texts to show at the till: a list, so that one answer can bring several.
         * @var list<Message>|null
         */
        public ?array $message = null,
        /**
         * Shows options to choose from. Once the user has chosen, the same event comes again with the choice.
         */
        public ?DialogAnswer $dialog = null,
        /**
         * Asks the user to scan a code.
         */
        public ?RequestScanCode $requestScanCode = null,
        /**
         * Opens a web page at the client, or offers a link to it. A client that can do so sends 'openUrl' in its
         * request.
         */
        public ?OpenUrlAnswer $openUrl = null,
        /**
         * Shows a code to the customer, on the customer display.
         */
        public ?DisplayBarcode $displayBarcode = null,
        /**
         * True removes the code from the customer display at once.
         */
        public ?bool $hideBarcode = null,
        /**
         * Changes to lines that the session has: the external discount of each.
         * @var list<LineChange>|null
         */
        public ?array $lineChanges = null,
        /**
         * Lines to add to the session.
         * @var list<LineAddition>|null
         */
        public ?array $lineAdditions = null,
        /**
         * Lines to delete from the session.
         * @var list<LineDeletion>|null
         */
        public ?array $lineDeletions = null,
        /**
         * True stops all changes to the session at the till, false allows them again.
         */
        public ?bool $lockSession = null,
        /**
         * True stops what adds to the session, but lines may still be removed or lowered; false allows all
         * again.
         */
        public ?bool $lockSessionForAdditions = null,
        /**
         * Sets how VAT is reckoned in this session.
         */
        public ?VatMethod $vatMethodChange = null,
        /**
         * Books payments on the session of a table.
         */
        public ?PrepayTable $prepayTable = null,
        /**
         * Shows the user a card that was scanned outside the till. One without any property shows nothing.
         */
        public ?ExternalCardScan $externalCardScan = null,
        /**
         * Puts another text on the button of a custom action.
         */
        public ?CustomActionChange $customActionChange = null,
        /**
         * Asks the till to run a custom action. No promise that it does.
         */
        public ?RequestCustomAction $requestCustomAction = null,
        /**
         * Says whether the till is to go on asking, and what to show meanwhile.
         */
        public ?PollingAnswer $polling = null,
        /**
         * The version of your software. The till keeps it in its communication log, which helps to trace faults.
         */
        public ?string $version = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            error: isset($json->error) ? ErrorAnswer::from($json->error) : null,
            message: isset($json->message) ? array_map(static fn ($item) => Message::from($item), $json->message) : null,
            dialog: isset($json->dialog) ? DialogAnswer::from($json->dialog) : null,
            requestScanCode: isset($json->requestScanCode) ? RequestScanCode::from($json->requestScanCode) : null,
            openUrl: isset($json->openUrl) ? OpenUrlAnswer::from($json->openUrl) : null,
            displayBarcode: isset($json->displayBarcode) ? DisplayBarcode::from($json->displayBarcode) : null,
            hideBarcode: isset($json->hideBarcode) ? $json->hideBarcode : null,
            lineChanges: isset($json->lineChanges) ? array_map(static fn ($item) => LineChange::from($item), $json->lineChanges) : null,
            lineAdditions: isset($json->lineAdditions) ? array_map(static fn ($item) => LineAddition::from($item), $json->lineAdditions) : null,
            lineDeletions: isset($json->lineDeletions) ? array_map(static fn ($item) => LineDeletion::from($item), $json->lineDeletions) : null,
            lockSession: isset($json->lockSession) ? $json->lockSession : null,
            lockSessionForAdditions: isset($json->lockSessionForAdditions) ? $json->lockSessionForAdditions : null,
            vatMethodChange: isset($json->vatMethodChange) ? VatMethod::from($json->vatMethodChange) : null,
            prepayTable: isset($json->prepayTable) ? PrepayTable::from($json->prepayTable) : null,
            externalCardScan: isset($json->externalCardScan) ? ExternalCardScan::from($json->externalCardScan) : null,
            customActionChange: isset($json->customActionChange) ? CustomActionChange::from($json->customActionChange) : null,
            requestCustomAction: isset($json->requestCustomAction) ? RequestCustomAction::from($json->requestCustomAction) : null,
            polling: isset($json->polling) ? PollingAnswer::from($json->polling) : null,
            version: isset($json->version) ? $json->version : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        if ($this->error !== null) {
            $json->error = $this->error;
        }
        if ($this->message !== null) {
            $json->message = array_values($this->message);
        }
        if ($this->dialog !== null) {
            $json->dialog = $this->dialog;
        }
        if ($this->requestScanCode !== null) {
            $json->requestScanCode = $this->requestScanCode;
        }
        if ($this->openUrl !== null) {
            $json->openUrl = $this->openUrl;
        }
        if ($this->displayBarcode !== null) {
            $json->displayBarcode = $this->displayBarcode;
        }
        if ($this->hideBarcode !== null) {
            $json->hideBarcode = $this->hideBarcode;
        }
        if ($this->lineChanges !== null) {
            $json->lineChanges = array_values($this->lineChanges);
        }
        if ($this->lineAdditions !== null) {
            $json->lineAdditions = array_values($this->lineAdditions);
        }
        if ($this->lineDeletions !== null) {
            $json->lineDeletions = array_values($this->lineDeletions);
        }
        if ($this->lockSession !== null) {
            $json->lockSession = $this->lockSession;
        }
        if ($this->lockSessionForAdditions !== null) {
            $json->lockSessionForAdditions = $this->lockSessionForAdditions;
        }
        if ($this->vatMethodChange !== null) {
            $json->vatMethodChange = $this->vatMethodChange;
        }
        if ($this->prepayTable !== null) {
            $json->prepayTable = $this->prepayTable;
        }
        if ($this->externalCardScan !== null) {
            $json->externalCardScan = $this->externalCardScan;
        }
        if ($this->customActionChange !== null) {
            $json->customActionChange = $this->customActionChange;
        }
        if ($this->requestCustomAction !== null) {
            $json->requestCustomAction = $this->requestCustomAction;
        }
        if ($this->polling !== null) {
            $json->polling = $this->polling;
        }
        if ($this->version !== null) {
            $json->version = $this->version;
        }
        return $json;
    }
}

/**
 * One entry of what was paid: a method and its share.
 */
final class Payment implements JsonSerializable
{
    public function __construct(
        /**
         * In euros.
         */
        public float $amount,
        /**
         * Name of the payment method, for people.
         */
        public string $description,
        /**
         * Id of the payment method, for programs.
         */
        public string $method,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            amount: ($json->amount ?? throw new UnexpectedValueException('Payment has no amount.')),
            description: ($json->description ?? throw new UnexpectedValueException('Payment has no description.')),
            method: ($json->method ?? throw new UnexpectedValueException('Payment has no method.')),
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->amount = $this->amount;
        $json->description = $this->description;
        $json->method = $this->method;
        return $json;
    }
}

/**
 * What the POS sends for 'pollExternalPayment'.
 */
final class PollExternalPaymentRequest implements JsonSerializable
{
    public function __construct(
        /**
         * When and how the event was sent. The event's name is not in here: it is the end of the URL.
         */
        public EventInfo $event,
        /**
         * The till, or the program in its place, that sent the event.
         */
        public Sender $sender,
        /**
         * The external payment that the event is about.
         */
        public ExternalPayment $externalPayment,
        /**
         * The sale that the event is about.
         */
        public ?Session $session = null,
        /**
         * The user's choice in the dialog that you answered with; the rest of the request is the original event
         * once more.
         */
        public ?Dialog $dialog = null,
        /**
         * What the user did with the form that you answered with; the rest of the request is the original event
         * once more. Since v59.
         */
        public ?Form $form = null,
        /**
         * Present when the client can open web pages: what to heed when you answer with 'openUrl'.
         */
        public ?OpenUrl $openUrl = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            event: EventInfo::from(($json->event ?? throw new UnexpectedValueException('PollExternalPaymentRequest has no event.'))),
            sender: Sender::from(($json->sender ?? throw new UnexpectedValueException('PollExternalPaymentRequest has no sender.'))),
            externalPayment: ExternalPayment::from(($json->externalPayment ?? throw new UnexpectedValueException('PollExternalPaymentRequest has no externalPayment.'))),
            session: readIfFits(static fn (): ?Session => isset($json->session) ? Session::from($json->session) : null),
            dialog: isset($json->dialog) ? Dialog::from($json->dialog) : null,
            form: isset($json->form) ? Form::from($json->form) : null,
            openUrl: isset($json->openUrl) ? OpenUrl::from($json->openUrl) : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->event = $this->event;
        $json->sender = $this->sender;
        $json->externalPayment = $this->externalPayment;
        if ($this->session !== null) {
            $json->session = $this->session;
        }
        if ($this->dialog !== null) {
            $json->dialog = $this->dialog;
        }
        if ($this->form !== null) {
            $json->form = $this->form;
        }
        if ($this->openUrl !== null) {
            $json->openUrl = $this->openUrl;
        }
        return $json;
    }
}

/**
 * What may be answered to 'pollExternalPayment'.
 */
final class PollExternalPaymentResponse implements JsonSerializable
{
    public function __construct(
        /**
         * Tells the till how the running external payment stands.
         */
        public ?ExternalPaymentAnswer $externalPayment = null,
        /**
         * Says that you could not use the request. Goes with HTTP status 400.
         */
        public ?ErrorAnswer $error = null,
        /**
         * Texts to show at the till: a list, so that one answer can bring several.
         * @var list<Message>|null
         */
        public ?array $message = null,
        /**
         * Shows options to choose from. Once the user has chosen, the same event comes again with the choice.
         */
        public ?DialogAnswer $dialog = null,
        /**
         * Asks the user to scan a code.
         */
        public ?RequestScanCode $requestScanCode = null,
        /**
         * Opens a web page at the client, or offers a link to it. A client that can do so sends 'openUrl' in its
         * request.
         */
        public ?OpenUrlAnswer $openUrl = null,
        /**
         * Shows a code to the customer, on the customer display.
         */
        public ?DisplayBarcode $displayBarcode = null,
        /**
         * True removes the code from the customer display at once.
         */
        public ?bool $hideBarcode = null,
        /**
         * Changes to lines that the session has: the external discount of each.
         * @var list<LineChange>|null
         */
        public ?array $lineChanges = null,
        /**
         * Lines to add to the session.
         * @var list<LineAddition>|null
         */
        public ?array $lineAdditions = null,
        /**
         * Lines to delete from the session.
         * @var list<LineDeletion>|null
         */
        public ?array $lineDeletions = null,
        /**
         * True stops all changes to the session at the till, false allows them again.
         */
        public ?bool $lockSession = null,
        /**
         * True stops what adds to the session, but lines may still be removed or lowered; false allows all
         * again.
         */
        public ?bool $lockSessionForAdditions = null,
        /**
         * Sets how VAT is reckoned in this session.
         */
        public ?VatMethod $vatMethodChange = null,
        /**
         * Books payments on the session of a table.
         */
        public ?PrepayTable $prepayTable = null,
        /**
         * Shows the user a card that was scanned outside the till. One without any property shows nothing.
         */
        public ?ExternalCardScan $externalCardScan = null,
        /**
         * Puts another text on the button of a custom action.
         */
        public ?CustomActionChange $customActionChange = null,
        /**
         * Asks the till to run a custom action. No promise that it does.
         */
        public ?RequestCustomAction $requestCustomAction = null,
        /**
         * Says whether the till is to go on asking, and what to show meanwhile.
         */
        public ?PollingAnswer $polling = null,
        /**
         * The version of your software. The till keeps it in its communication log, which helps to trace faults.
         */
        public ?string $version = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            externalPayment: isset($json->externalPayment) ? ExternalPaymentAnswer::from($json->externalPayment) : null,
            error: isset($json->error) ? ErrorAnswer::from($json->error) : null,
            message: isset($json->message) ? array_map(static fn ($item) => Message::from($item), $json->message) : null,
            dialog: isset($json->dialog) ? DialogAnswer::from($json->dialog) : null,
            requestScanCode: isset($json->requestScanCode) ? RequestScanCode::from($json->requestScanCode) : null,
            openUrl: isset($json->openUrl) ? OpenUrlAnswer::from($json->openUrl) : null,
            displayBarcode: isset($json->displayBarcode) ? DisplayBarcode::from($json->displayBarcode) : null,
            hideBarcode: isset($json->hideBarcode) ? $json->hideBarcode : null,
            lineChanges: isset($json->lineChanges) ? array_map(static fn ($item) => LineChange::from($item), $json->lineChanges) : null,
            lineAdditions: isset($json->lineAdditions) ? array_map(static fn ($item) => LineAddition::from($item), $json->lineAdditions) : null,
            lineDeletions: isset($json->lineDeletions) ? array_map(static fn ($item) => LineDeletion::from($item), $json->lineDeletions) : null,
            lockSession: isset($json->lockSession) ? $json->lockSession : null,
            lockSessionForAdditions: isset($json->lockSessionForAdditions) ? $json->lockSessionForAdditions : null,
            vatMethodChange: isset($json->vatMethodChange) ? VatMethod::from($json->vatMethodChange) : null,
            prepayTable: isset($json->prepayTable) ? PrepayTable::from($json->prepayTable) : null,
            externalCardScan: isset($json->externalCardScan) ? ExternalCardScan::from($json->externalCardScan) : null,
            customActionChange: isset($json->customActionChange) ? CustomActionChange::from($json->customActionChange) : null,
            requestCustomAction: isset($json->requestCustomAction) ? RequestCustomAction::from($json->requestCustomAction) : null,
            polling: isset($json->polling) ? PollingAnswer::from($json->polling) : null,
            version: isset($json->version) ? $json->version : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        if ($this->externalPayment !== null) {
            $json->externalPayment = $this->externalPayment;
        }
        if ($this->error !== null) {
            $json->error = $this->error;
        }
        if ($this->message !== null) {
            $json->message = array_values($this->message);
        }
        if ($this->dialog !== null) {
            $json->dialog = $this->dialog;
        }
        if ($this->requestScanCode !== null) {
            $json->requestScanCode = $this->requestScanCode;
        }
        if ($this->openUrl !== null) {
            $json->openUrl = $this->openUrl;
        }
        if ($this->displayBarcode !== null) {
            $json->displayBarcode = $this->displayBarcode;
        }
        if ($this->hideBarcode !== null) {
            $json->hideBarcode = $this->hideBarcode;
        }
        if ($this->lineChanges !== null) {
            $json->lineChanges = array_values($this->lineChanges);
        }
        if ($this->lineAdditions !== null) {
            $json->lineAdditions = array_values($this->lineAdditions);
        }
        if ($this->lineDeletions !== null) {
            $json->lineDeletions = array_values($this->lineDeletions);
        }
        if ($this->lockSession !== null) {
            $json->lockSession = $this->lockSession;
        }
        if ($this->lockSessionForAdditions !== null) {
            $json->lockSessionForAdditions = $this->lockSessionForAdditions;
        }
        if ($this->vatMethodChange !== null) {
            $json->vatMethodChange = $this->vatMethodChange;
        }
        if ($this->prepayTable !== null) {
            $json->prepayTable = $this->prepayTable;
        }
        if ($this->externalCardScan !== null) {
            $json->externalCardScan = $this->externalCardScan;
        }
        if ($this->customActionChange !== null) {
            $json->customActionChange = $this->customActionChange;
        }
        if ($this->requestCustomAction !== null) {
            $json->requestCustomAction = $this->requestCustomAction;
        }
        if ($this->polling !== null) {
            $json->polling = $this->polling;
        }
        if ($this->version !== null) {
            $json->version = $this->version;
        }
        return $json;
    }
}

/**
 * Says whether the till is to go on asking, and what to show meanwhile.
 */
final class PollingAnswer implements JsonSerializable
{
    public function __construct(
        /**
         * True ends the polling. False makes the till send the request again at once.
         */
        public bool $finished,
        /**
         * Text for the cashier's screen.
         */
        public ?string $message = null,
        /**
         * Text for the customer display.
         */
        public ?string $customerMessage = null,
        /**
         * Seconds for which both texts stay on screen at least.
         */
        public ?int $displayTime = null,
        /**
         * Seconds for which 'message' stays on screen at least.
         */
        public ?int $messageDisplayTime = null,
        /**
         * Seconds after which 'customerMessage' is gone: an upper limit, unlike the two other times.
         */
        public ?int $customerMessageDisplayTime = null,
        /**
         * True leaves out the time that the till puts in front of a message.
         */
        public ?bool $hideTimestamp = null,
        /**
         * True first removes the messages that are on the cashier's screen.
         */
        public ?bool $clearScreen = null,
        /**
         * True first removes the message that is on the customer display.
         */
        public ?bool $clearCustomerScreen = null,
        /**
         * True uses a font with characters of equal width, so that columns line up.
         */
        public ?bool $monospacedFont = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            finished: ($json->finished ?? throw new UnexpectedValueException('PollingAnswer has no finished.')),
            message: isset($json->message) ? $json->message : null,
            customerMessage: isset($json->customerMessage) ? $json->customerMessage : null,
            displayTime: isset($json->displayTime) ? toInt($json->displayTime) : null,
            messageDisplayTime: isset($json->messageDisplayTime) ? toInt($json->messageDisplayTime) : null,
            customerMessageDisplayTime: isset($json->customerMessageDisplayTime) ? toInt($json->customerMessageDisplayTime) : null,
            hideTimestamp: isset($json->hideTimestamp) ? $json->hideTimestamp : null,
            clearScreen: isset($json->clearScreen) ? $json->clearScreen : null,
            clearCustomerScreen: isset($json->clearCustomerScreen) ? $json->clearCustomerScreen : null,
            monospacedFont: isset($json->monospacedFont) ? $json->monospacedFont : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->finished = $this->finished;
        if ($this->message !== null) {
            $json->message = $this->message;
        }
        if ($this->customerMessage !== null) {
            $json->customerMessage = $this->customerMessage;
        }
        if ($this->displayTime !== null) {
            $json->displayTime = $this->displayTime;
        }
        if ($this->messageDisplayTime !== null) {
            $json->messageDisplayTime = $this->messageDisplayTime;
        }
        if ($this->customerMessageDisplayTime !== null) {
            $json->customerMessageDisplayTime = $this->customerMessageDisplayTime;
        }
        if ($this->hideTimestamp !== null) {
            $json->hideTimestamp = $this->hideTimestamp;
        }
        if ($this->clearScreen !== null) {
            $json->clearScreen = $this->clearScreen;
        }
        if ($this->clearCustomerScreen !== null) {
            $json->clearCustomerScreen = $this->clearCustomerScreen;
        }
        if ($this->monospacedFont !== null) {
            $json->monospacedFont = $this->monospacedFont;
        }
        return $json;
    }
}

/**
 * The table that was paid for.
 */
final class PrepaidTable implements JsonSerializable
{
    public function __construct(
        /**
         * Number of the table.
         */
        public int $number,
        /**
         * Subnumber of the table.
         */
        public ?int $subNumber = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            number: toInt(($json->number ?? throw new UnexpectedValueException('PrepaidTable has no number.'))),
            subNumber: isset($json->subNumber) ? toInt($json->subNumber) : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->number = $this->number;
        if ($this->subNumber !== null) {
            $json->subNumber = $this->subNumber;
        }
        return $json;
    }
}

/**
 * Books payments on the session of a table.
 */
final class PrepayTable implements JsonSerializable
{
    public function __construct(
        /**
         * The table that was paid for.
         */
        public PrepaidTable $table,
        /**
         * Id of the session that the table has.
         */
        public string $sessionId,
        /**
         * The payments to book.
         * @var list<Prepayment>
         */
        public array $payments,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            table: PrepaidTable::from(($json->table ?? throw new UnexpectedValueException('PrepayTable has no table.'))),
            sessionId: ($json->sessionId ?? throw new UnexpectedValueException('PrepayTable has no sessionId.')),
            payments: array_map(static fn ($item) => Prepayment::from($item), ($json->payments ?? throw new UnexpectedValueException('PrepayTable has no payments.'))),
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->table = $this->table;
        $json->sessionId = $this->sessionId;
        $json->payments = array_values($this->payments);
        return $json;
    }
}

/**
 * One payment to book.
 */
final class Prepayment implements JsonSerializable
{
    public function __construct(
        /**
         * Your id for the payment. The till books the same id once only.
         */
        public string $paymentId,
        /**
         * Amount paid, in euros.
         */
        public float $amount,
        /**
         * Payment method to book it under. Left out: the till's general method 'WEBHOOK'.
         */
        public ?string $method = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            paymentId: ($json->paymentId ?? throw new UnexpectedValueException('Prepayment has no paymentId.')),
            amount: ($json->amount ?? throw new UnexpectedValueException('Prepayment has no amount.')),
            method: isset($json->method) ? $json->method : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->paymentId = $this->paymentId;
        $json->amount = $this->amount;
        if ($this->method !== null) {
            $json->method = $this->method;
        }
        return $json;
    }
}

/**
 * What the POS sends for 'printBill'.
 */
final class PrintBillRequest implements JsonSerializable
{
    public function __construct(
        /**
         * When and how the event was sent. The event's name is not in here: it is the end of the URL.
         */
        public EventInfo $event,
        /**
         * The till, or the program in its place, that sent the event.
         */
        public Sender $sender,
        /**
         * The sale that the event is about.
         */
        public Session $session,
        /**
         * Earlier payments on the bill. The vendor names the object but none of its properties.
         */
        public ?stdClass $printBill = null,
        /**
         * The user's choice in the dialog that you answered with; the rest of the request is the original event
         * once more.
         */
        public ?Dialog $dialog = null,
        /**
         * What the user did with the form that you answered with; the rest of the request is the original event
         * once more. Since v59.
         */
        public ?Form $form = null,
        /**
         * Present when the client can open web pages: what to heed when you answer with 'openUrl'.
         */
        public ?OpenUrl $openUrl = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            event: EventInfo::from(($json->event ?? throw new UnexpectedValueException('PrintBillRequest has no event.'))),
            sender: Sender::from(($json->sender ?? throw new UnexpectedValueException('PrintBillRequest has no sender.'))),
            session: Session::from(($json->session ?? throw new UnexpectedValueException('PrintBillRequest has no session.'))),
            printBill: readIfFits(static fn (): ?stdClass => isset($json->printBill) ? $json->printBill : null),
            dialog: isset($json->dialog) ? Dialog::from($json->dialog) : null,
            form: isset($json->form) ? Form::from($json->form) : null,
            openUrl: isset($json->openUrl) ? OpenUrl::from($json->openUrl) : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->event = $this->event;
        $json->sender = $this->sender;
        $json->session = $this->session;
        if ($this->printBill !== null) {
            $json->printBill = $this->printBill;
        }
        if ($this->dialog !== null) {
            $json->dialog = $this->dialog;
        }
        if ($this->form !== null) {
            $json->form = $this->form;
        }
        if ($this->openUrl !== null) {
            $json->openUrl = $this->openUrl;
        }
        return $json;
    }
}

/**
 * What may be answered to 'printBill'.
 */
final class PrintBillResponse implements JsonSerializable
{
    public function __construct(
        /**
         * One footer for the bill, or a list of them.
         * @var Footer|list<Footer>|null
         */
        public Footer|array|null $billFooter = null,
        /**
         * Says that you could not use the request. Goes with HTTP status 400.
         */
        public ?ErrorAnswer $error = null,
        /**
         * Texts to show at the till: a list, so that one answer can bring several.
         * @var list<Message>|null
         */
        public ?array $message = null,
        /**
         * Shows options to choose from. Once the user has chosen, the same event comes again with the choice.
         */
        public ?DialogAnswer $dialog = null,
        /**
         * Asks the user to scan a code.
         */
        public ?RequestScanCode $requestScanCode = null,
        /**
         * Opens a web page at the client, or offers a link to it. A client that can do so sends 'openUrl' in its
         * request.
         */
        public ?OpenUrlAnswer $openUrl = null,
        /**
         * Shows a code to the customer, on the customer display.
         */
        public ?DisplayBarcode $displayBarcode = null,
        /**
         * True removes the code from the customer display at once.
         */
        public ?bool $hideBarcode = null,
        /**
         * Changes to lines that the session has: the external discount of each.
         * @var list<LineChange>|null
         */
        public ?array $lineChanges = null,
        /**
         * Lines to add to the session.
         * @var list<LineAddition>|null
         */
        public ?array $lineAdditions = null,
        /**
         * Lines to delete from the session.
         * @var list<LineDeletion>|null
         */
        public ?array $lineDeletions = null,
        /**
         * True stops all changes to the session at the till, false allows them again.
         */
        public ?bool $lockSession = null,
        /**
         * True stops what adds to the session, but lines may still be removed or lowered; false allows all
         * again.
         */
        public ?bool $lockSessionForAdditions = null,
        /**
         * Sets how VAT is reckoned in this session.
         */
        public ?VatMethod $vatMethodChange = null,
        /**
         * Books payments on the session of a table.
         */
        public ?PrepayTable $prepayTable = null,
        /**
         * Shows the user a card that was scanned outside the till. One without any property shows nothing.
         */
        public ?ExternalCardScan $externalCardScan = null,
        /**
         * Puts another text on the button of a custom action.
         */
        public ?CustomActionChange $customActionChange = null,
        /**
         * Asks the till to run a custom action. No promise that it does.
         */
        public ?RequestCustomAction $requestCustomAction = null,
        /**
         * Says whether the till is to go on asking, and what to show meanwhile.
         */
        public ?PollingAnswer $polling = null,
        /**
         * The version of your software. The till keeps it in its communication log, which helps to trace faults.
         */
        public ?string $version = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            billFooter: isset($json->billFooter) ? is_array($json->billFooter) ? array_map(static fn ($item) => Footer::from($item), $json->billFooter) : Footer::from($json->billFooter) : null,
            error: isset($json->error) ? ErrorAnswer::from($json->error) : null,
            message: isset($json->message) ? array_map(static fn ($item) => Message::from($item), $json->message) : null,
            dialog: isset($json->dialog) ? DialogAnswer::from($json->dialog) : null,
            requestScanCode: isset($json->requestScanCode) ? RequestScanCode::from($json->requestScanCode) : null,
            openUrl: isset($json->openUrl) ? OpenUrlAnswer::from($json->openUrl) : null,
            displayBarcode: isset($json->displayBarcode) ? DisplayBarcode::from($json->displayBarcode) : null,
            hideBarcode: isset($json->hideBarcode) ? $json->hideBarcode : null,
            lineChanges: isset($json->lineChanges) ? array_map(static fn ($item) => LineChange::from($item), $json->lineChanges) : null,
            lineAdditions: isset($json->lineAdditions) ? array_map(static fn ($item) => LineAddition::from($item), $json->lineAdditions) : null,
            lineDeletions: isset($json->lineDeletions) ? array_map(static fn ($item) => LineDeletion::from($item), $json->lineDeletions) : null,
            lockSession: isset($json->lockSession) ? $json->lockSession : null,
            lockSessionForAdditions: isset($json->lockSessionForAdditions) ? $json->lockSessionForAdditions : null,
            vatMethodChange: isset($json->vatMethodChange) ? VatMethod::from($json->vatMethodChange) : null,
            prepayTable: isset($json->prepayTable) ? PrepayTable::from($json->prepayTable) : null,
            externalCardScan: isset($json->externalCardScan) ? ExternalCardScan::from($json->externalCardScan) : null,
            customActionChange: isset($json->customActionChange) ? CustomActionChange::from($json->customActionChange) : null,
            requestCustomAction: isset($json->requestCustomAction) ? RequestCustomAction::from($json->requestCustomAction) : null,
            polling: isset($json->polling) ? PollingAnswer::from($json->polling) : null,
            version: isset($json->version) ? $json->version : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        if ($this->billFooter !== null) {
            $json->billFooter = is_array($this->billFooter) ? array_values($this->billFooter) : $this->billFooter;
        }
        if ($this->error !== null) {
            $json->error = $this->error;
        }
        if ($this->message !== null) {
            $json->message = array_values($this->message);
        }
        if ($this->dialog !== null) {
            $json->dialog = $this->dialog;
        }
        if ($this->requestScanCode !== null) {
            $json->requestScanCode = $this->requestScanCode;
        }
        if ($this->openUrl !== null) {
            $json->openUrl = $this->openUrl;
        }
        if ($this->displayBarcode !== null) {
            $json->displayBarcode = $this->displayBarcode;
        }
        if ($this->hideBarcode !== null) {
            $json->hideBarcode = $this->hideBarcode;
        }
        if ($this->lineChanges !== null) {
            $json->lineChanges = array_values($this->lineChanges);
        }
        if ($this->lineAdditions !== null) {
            $json->lineAdditions = array_values($this->lineAdditions);
        }
        if ($this->lineDeletions !== null) {
            $json->lineDeletions = array_values($this->lineDeletions);
        }
        if ($this->lockSession !== null) {
            $json->lockSession = $this->lockSession;
        }
        if ($this->lockSessionForAdditions !== null) {
            $json->lockSessionForAdditions = $this->lockSessionForAdditions;
        }
        if ($this->vatMethodChange !== null) {
            $json->vatMethodChange = $this->vatMethodChange;
        }
        if ($this->prepayTable !== null) {
            $json->prepayTable = $this->prepayTable;
        }
        if ($this->externalCardScan !== null) {
            $json->externalCardScan = $this->externalCardScan;
        }
        if ($this->customActionChange !== null) {
            $json->customActionChange = $this->customActionChange;
        }
        if ($this->requestCustomAction !== null) {
            $json->requestCustomAction = $this->requestCustomAction;
        }
        if ($this->polling !== null) {
            $json->polling = $this->polling;
        }
        if ($this->version !== null) {
            $json->version = $this->version;
        }
        return $json;
    }
}

/**
 * One text to print.
 */
final class ReceiptText implements JsonSerializable
{
    public function __construct(
        /**
         * What to print.
         */
        public string $text,
        /**
         * For whom it is printed. Left out: 'cardholder'.
         */
        public ?ReceiptTextType $type = null,
        /**
         * True: the till asks the merchant to have it signed by the cardholder.
         */
        public ?bool $requiresSignature = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            text: ($json->text ?? throw new UnexpectedValueException('ReceiptText has no text.')),
            type: isset($json->type) ? ReceiptTextType::from($json->type) : null,
            requiresSignature: isset($json->requiresSignature) ? $json->requiresSignature : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->text = $this->text;
        if ($this->type !== null) {
            $json->type = $this->type;
        }
        if ($this->requiresSignature !== null) {
            $json->requiresSignature = $this->requiresSignature;
        }
        return $json;
    }
}

/**
 * For whom it is printed. Left out: 'cardholder'.
 */
enum ReceiptTextType: string
{
    case cardholder = 'cardholder';
    case merchant = 'merchant';
}

/**
 * A relation of the shop, such as a customer. More properties than these may come: the vendor promises its full
 * details without naming them.
 */
final class Relation implements JsonSerializable
{
    public function __construct(
        /**
         * Number of the relation in the POS.
         */
        public ?int $relationNumber = null,
        /**
         * Name of the relation.
         */
        public ?string $name = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            relationNumber: isset($json->relationNumber) ? toInt($json->relationNumber) : null,
            name: isset($json->name) ? $json->name : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        if ($this->relationNumber !== null) {
            $json->relationNumber = $this->relationNumber;
        }
        if ($this->name !== null) {
            $json->name = $this->name;
        }
        return $json;
    }
}

/**
 * What was taken out of the sale.
 */
final class RemoveSessionLine implements JsonSerializable
{
    public function __construct(
        /**
         * The line that was removed.
         */
        public SessionLine $line,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            line: SessionLine::from(($json->line ?? throw new UnexpectedValueException('RemoveSessionLine has no line.'))),
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->line = $this->line;
        return $json;
    }
}

/**
 * What the POS sends for 'removeSessionLine'.
 */
final class RemoveSessionLineRequest implements JsonSerializable
{
    public function __construct(
        /**
         * When and how the event was sent. The event's name is not in here: it is the end of the URL.
         */
        public EventInfo $event,
        /**
         * The till, or the program in its place, that sent the event.
         */
        public Sender $sender,
        /**
         * The sale that the event is about.
         */
        public Session $session,
        /**
         * What was taken out of the sale.
         */
        public RemoveSessionLine $removeSessionLine,
        /**
         * The user's choice in the dialog that you answered with; the rest of the request is the original event
         * once more.
         */
        public ?Dialog $dialog = null,
        /**
         * What the user did with the form that you answered with; the rest of the request is the original event
         * once more. Since v59.
         */
        public ?Form $form = null,
        /**
         * Present when the client can open web pages: what to heed when you answer with 'openUrl'.
         */
        public ?OpenUrl $openUrl = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            event: EventInfo::from(($json->event ?? throw new UnexpectedValueException('RemoveSessionLineRequest has no event.'))),
            sender: Sender::from(($json->sender ?? throw new UnexpectedValueException('RemoveSessionLineRequest has no sender.'))),
            session: Session::from(($json->session ?? throw new UnexpectedValueException('RemoveSessionLineRequest has no session.'))),
            removeSessionLine: RemoveSessionLine::from(($json->removeSessionLine ?? throw new UnexpectedValueException('RemoveSessionLineRequest has no removeSessionLine.'))),
            dialog: isset($json->dialog) ? Dialog::from($json->dialog) : null,
            form: isset($json->form) ? Form::from($json->form) : null,
            openUrl: isset($json->openUrl) ? OpenUrl::from($json->openUrl) : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->event = $this->event;
        $json->sender = $this->sender;
        $json->session = $this->session;
        $json->removeSessionLine = $this->removeSessionLine;
        if ($this->dialog !== null) {
            $json->dialog = $this->dialog;
        }
        if ($this->form !== null) {
            $json->form = $this->form;
        }
        if ($this->openUrl !== null) {
            $json->openUrl = $this->openUrl;
        }
        return $json;
    }
}

/**
 * What may be answered to 'removeSessionLine'.
 */
final class RemoveSessionLineResponse implements JsonSerializable
{
    public function __construct(
        /**
         * Says that you could not use the request. Goes with HTTP status 400.
         */
        public ?ErrorAnswer $error = null,
        /**
         * Texts to show at the till: a list, so that one answer can bring several.
         * @var list<Message>|null
         */
        public ?array $message = null,
        /**
         * Shows options to choose from. Once the user has chosen, the same event comes again with the choice.
         */
        public ?DialogAnswer $dialog = null,
        /**
         * Asks the user to scan a code.
         */
        public ?RequestScanCode $requestScanCode = null,
        /**
         * Opens a web page at the client, or offers a link to it. A client that can do so sends 'openUrl' in its
         * request.
         */
        public ?OpenUrlAnswer $openUrl = null,
        /**
         * Shows a code to the customer, on the customer display.
         */
        public ?DisplayBarcode $displayBarcode = null,
        /**
         * True removes the code from the customer display at once.
         */
        public ?bool $hideBarcode = null,
        /**
         * Changes to lines that the session has: the external discount of each.
         * @var list<LineChange>|null
         */
        public ?array $lineChanges = null,
        /**
         * Lines to add to the session.
         * @var list<LineAddition>|null
         */
        public ?array $lineAdditions = null,
        /**
         * Lines to delete from the session.
         * @var list<LineDeletion>|null
         */
        public ?array $lineDeletions = null,
        /**
         * True stops all changes to the session at the till, false allows them again.
         */
        public ?bool $lockSession = null,
        /**
         * True stops what adds to the session, but lines may still be removed or lowered; false allows all
         * again.
         */
        public ?bool $lockSessionForAdditions = null,
        /**
         * Sets how VAT is reckoned in this session.
         */
        public ?VatMethod $vatMethodChange = null,
        /**
         * Books payments on the session of a table.
         */
        public ?PrepayTable $prepayTable = null,
        /**
         * Shows the user a card that was scanned outside the till. One without any property shows nothing.
         */
        public ?ExternalCardScan $externalCardScan = null,
        /**
         * Puts another text on the button of a custom action.
         */
        public ?CustomActionChange $customActionChange = null,
        /**
         * Asks the till to run a custom action. No promise that it does.
         */
        public ?RequestCustomAction $requestCustomAction = null,
        /**
         * Says whether the till is to go on asking, and what to show meanwhile.
         */
        public ?PollingAnswer $polling = null,
        /**
         * The version of your software. The till keeps it in its communication log, which helps to trace faults.
         */
        public ?string $version = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            error: isset($json->error) ? ErrorAnswer::from($json->error) : null,
            message: isset($json->message) ? array_map(static fn ($item) => Message::from($item), $json->message) : null,
            dialog: isset($json->dialog) ? DialogAnswer::from($json->dialog) : null,
            requestScanCode: isset($json->requestScanCode) ? RequestScanCode::from($json->requestScanCode) : null,
            openUrl: isset($json->openUrl) ? OpenUrlAnswer::from($json->openUrl) : null,
            displayBarcode: isset($json->displayBarcode) ? DisplayBarcode::from($json->displayBarcode) : null,
            hideBarcode: isset($json->hideBarcode) ? $json->hideBarcode : null,
            lineChanges: isset($json->lineChanges) ? array_map(static fn ($item) => LineChange::from($item), $json->lineChanges) : null,
            lineAdditions: isset($json->lineAdditions) ? array_map(static fn ($item) => LineAddition::from($item), $json->lineAdditions) : null,
            lineDeletions: isset($json->lineDeletions) ? array_map(static fn ($item) => LineDeletion::from($item), $json->lineDeletions) : null,
            lockSession: isset($json->lockSession) ? $json->lockSession : null,
            lockSessionForAdditions: isset($json->lockSessionForAdditions) ? $json->lockSessionForAdditions : null,
            vatMethodChange: isset($json->vatMethodChange) ? VatMethod::from($json->vatMethodChange) : null,
            prepayTable: isset($json->prepayTable) ? PrepayTable::from($json->prepayTable) : null,
            externalCardScan: isset($json->externalCardScan) ? ExternalCardScan::from($json->externalCardScan) : null,
            customActionChange: isset($json->customActionChange) ? CustomActionChange::from($json->customActionChange) : null,
            requestCustomAction: isset($json->requestCustomAction) ? RequestCustomAction::from($json->requestCustomAction) : null,
            polling: isset($json->polling) ? PollingAnswer::from($json->polling) : null,
            version: isset($json->version) ? $json->version : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        if ($this->error !== null) {
            $json->error = $this->error;
        }
        if ($this->message !== null) {
            $json->message = array_values($this->message);
        }
        if ($this->dialog !== null) {
            $json->dialog = $this->dialog;
        }
        if ($this->requestScanCode !== null) {
            $json->requestScanCode = $this->requestScanCode;
        }
        if ($this->openUrl !== null) {
            $json->openUrl = $this->openUrl;
        }
        if ($this->displayBarcode !== null) {
            $json->displayBarcode = $this->displayBarcode;
        }
        if ($this->hideBarcode !== null) {
            $json->hideBarcode = $this->hideBarcode;
        }
        if ($this->lineChanges !== null) {
            $json->lineChanges = array_values($this->lineChanges);
        }
        if ($this->lineAdditions !== null) {
            $json->lineAdditions = array_values($this->lineAdditions);
        }
        if ($this->lineDeletions !== null) {
            $json->lineDeletions = array_values($this->lineDeletions);
        }
        if ($this->lockSession !== null) {
            $json->lockSession = $this->lockSession;
        }
        if ($this->lockSessionForAdditions !== null) {
            $json->lockSessionForAdditions = $this->lockSessionForAdditions;
        }
        if ($this->vatMethodChange !== null) {
            $json->vatMethodChange = $this->vatMethodChange;
        }
        if ($this->prepayTable !== null) {
            $json->prepayTable = $this->prepayTable;
        }
        if ($this->externalCardScan !== null) {
            $json->externalCardScan = $this->externalCardScan;
        }
        if ($this->customActionChange !== null) {
            $json->customActionChange = $this->customActionChange;
        }
        if ($this->requestCustomAction !== null) {
            $json->requestCustomAction = $this->requestCustomAction;
        }
        if ($this->polling !== null) {
            $json->polling = $this->polling;
        }
        if ($this->version !== null) {
            $json->version = $this->version;
        }
        return $json;
    }
}

/**
 * What the POS sends for 'requestCancelExternalPayment'.
 */
final class RequestCancelExternalPaymentRequest implements JsonSerializable
{
    public function __construct(
        /**
         * When and how the event was sent. The event's name is not in here: it is the end of the URL.
         */
        public EventInfo $event,
        /**
         * The till, or the program in its place, that sent the event.
         */
        public Sender $sender,
        /**
         * The external payment that the event is about.
         */
        public ExternalPayment $externalPayment,
        /**
         * The sale that the event is about.
         */
        public ?Session $session = null,
        /**
         * The user's choice in the dialog that you answered with; the rest of the request is the original event
         * once more.
         */
        public ?Dialog $dialog = null,
        /**
         * What the user did with the form that you answered with; the rest of the request is the original event
         * once more. Since v59.
         */
        public ?Form $form = null,
        /**
         * Present when the client can open web pages: what to heed when you answer with 'openUrl'.
         */
        public ?OpenUrl $openUrl = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            event: EventInfo::from(($json->event ?? throw new UnexpectedValueException('RequestCancelExternalPaymentRequest has no event.'))),
            sender: Sender::from(($json->sender ?? throw new UnexpectedValueException('RequestCancelExternalPaymentRequest has no sender.'))),
            externalPayment: ExternalPayment::from(($json->externalPayment ?? throw new UnexpectedValueException('RequestCancelExternalPaymentRequest has no externalPayment.'))),
            session: readIfFits(static fn (): ?Session => isset($json->session) ? Session::from($json->session) : null),
            dialog: isset($json->dialog) ? Dialog::from($json->dialog) : null,
            form: isset($json->form) ? Form::from($json->form) : null,
            openUrl: isset($json->openUrl) ? OpenUrl::from($json->openUrl) : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->event = $this->event;
        $json->sender = $this->sender;
        $json->externalPayment = $this->externalPayment;
        if ($this->session !== null) {
            $json->session = $this->session;
        }
        if ($this->dialog !== null) {
            $json->dialog = $this->dialog;
        }
        if ($this->form !== null) {
            $json->form = $this->form;
        }
        if ($this->openUrl !== null) {
            $json->openUrl = $this->openUrl;
        }
        return $json;
    }
}

/**
 * What may be answered to 'requestCancelExternalPayment'.
 */
final class RequestCancelExternalPaymentResponse implements JsonSerializable
{
    public function __construct(
        /**
         * Tells the till how the running external payment stands.
         */
        public ?ExternalPaymentAnswer $externalPayment = null,
        /**
         * Says that you could not use the request. Goes with HTTP status 400.
         */
        public ?ErrorAnswer $error = null,
        /**
         * Texts to show at the till: a list, so that one answer can bring several.
         * @var list<Message>|null
         */
        public ?array $message = null,
        /**
         * Shows options to choose from. Once the user has chosen, the same event comes again with the choice.
         */
        public ?DialogAnswer $dialog = null,
        /**
         * Asks the user to scan a code.
         */
        public ?RequestScanCode $requestScanCode = null,
        /**
         * Opens a web page at the client, or offers a link to it. A client that can do so sends 'openUrl' in its
         * request.
         */
        public ?OpenUrlAnswer $openUrl = null,
        /**
         * Shows a code to the customer, on the customer display.
         */
        public ?DisplayBarcode $displayBarcode = null,
        /**
         * True removes the code from the customer display at once.
         */
        public ?bool $hideBarcode = null,
        /**
         * Changes to lines that the session has: the external discount of each.
         * @var list<LineChange>|null
         */
        public ?array $lineChanges = null,
        /**
         * Lines to add to the session.
         * @var list<LineAddition>|null
         */
        public ?array $lineAdditions = null,
        /**
         * Lines to delete from the session.
         * @var list<LineDeletion>|null
         */
        public ?array $lineDeletions = null,
        /**
         * True stops all changes to the session at the till, false allows them again.
         */
        public ?bool $lockSession = null,
        /**
         * True stops what adds to the session, but lines may still be removed or lowered; false allows all
         * again.
         */
        public ?bool $lockSessionForAdditions = null,
        /**
         * Sets how VAT is reckoned in this session.
         */
        public ?VatMethod $vatMethodChange = null,
        /**
         * Books payments on the session of a table.
         */
        public ?PrepayTable $prepayTable = null,
        /**
         * Shows the user a card that was scanned outside the till. One without any property shows nothing.
         */
        public ?ExternalCardScan $externalCardScan = null,
        /**
         * Puts another text on the button of a custom action.
         */
        public ?CustomActionChange $customActionChange = null,
        /**
         * Asks the till to run a custom action. No promise that it does.
         */
        public ?RequestCustomAction $requestCustomAction = null,
        /**
         * Says whether the till is to go on asking, and what to show meanwhile.
         */
        public ?PollingAnswer $polling = null,
        /**
         * The version of your software. The till keeps it in its communication log, which helps to trace faults.
         */
        public ?string $version = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            externalPayment: isset($json->externalPayment) ? ExternalPaymentAnswer::from($json->externalPayment) : null,
            error: isset($json->error) ? ErrorAnswer::from($json->error) : null,
            message: isset($json->message) ? array_map(static fn ($item) => Message::from($item), $json->message) : null,
            dialog: isset($json->dialog) ? DialogAnswer::from($json->dialog) : null,
            requestScanCode: isset($json->requestScanCode) ? RequestScanCode::from($json->requestScanCode) : null,
            openUrl: isset($json->openUrl) ? OpenUrlAnswer::from($json->openUrl) : null,
            displayBarcode: isset($json->displayBarcode) ? DisplayBarcode::from($json->displayBarcode) : null,
            hideBarcode: isset($json->hideBarcode) ? $json->hideBarcode : null,
            lineChanges: isset($json->lineChanges) ? array_map(static fn ($item) => LineChange::from($item), $json->lineChanges) : null,
            lineAdditions: isset($json->lineAdditions) ? array_map(static fn ($item) => LineAddition::from($item), $json->lineAdditions) : null,
            lineDeletions: isset($json->lineDeletions) ? array_map(static fn ($item) => LineDeletion::from($item), $json->lineDeletions) : null,
            lockSession: isset($json->lockSession) ? $json->lockSession : null,
            lockSessionForAdditions: isset($json->lockSessionForAdditions) ? $json->lockSessionForAdditions : null,
            vatMethodChange: isset($json->vatMethodChange) ? VatMethod::from($json->vatMethodChange) : null,
            prepayTable: isset($json->prepayTable) ? PrepayTable::from($json->prepayTable) : null,
            externalCardScan: isset($json->externalCardScan) ? ExternalCardScan::from($json->externalCardScan) : null,
            customActionChange: isset($json->customActionChange) ? CustomActionChange::from($json->customActionChange) : null,
            requestCustomAction: isset($json->requestCustomAction) ? RequestCustomAction::from($json->requestCustomAction) : null,
            polling: isset($json->polling) ? PollingAnswer::from($json->polling) : null,
            version: isset($json->version) ? $json->version : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        if ($this->externalPayment !== null) {
            $json->externalPayment = $this->externalPayment;
        }
        if ($this->error !== null) {
            $json->error = $this->error;
        }
        if ($this->message !== null) {
            $json->message = array_values($this->message);
        }
        if ($this->dialog !== null) {
            $json->dialog = $this->dialog;
        }
        if ($this->requestScanCode !== null) {
            $json->requestScanCode = $this->requestScanCode;
        }
        if ($this->openUrl !== null) {
            $json->openUrl = $this->openUrl;
        }
        if ($this->displayBarcode !== null) {
            $json->displayBarcode = $this->displayBarcode;
        }
        if ($this->hideBarcode !== null) {
            $json->hideBarcode = $this->hideBarcode;
        }
        if ($this->lineChanges !== null) {
            $json->lineChanges = array_values($this->lineChanges);
        }
        if ($this->lineAdditions !== null) {
            $json->lineAdditions = array_values($this->lineAdditions);
        }
        if ($this->lineDeletions !== null) {
            $json->lineDeletions = array_values($this->lineDeletions);
        }
        if ($this->lockSession !== null) {
            $json->lockSession = $this->lockSession;
        }
        if ($this->lockSessionForAdditions !== null) {
            $json->lockSessionForAdditions = $this->lockSessionForAdditions;
        }
        if ($this->vatMethodChange !== null) {
            $json->vatMethodChange = $this->vatMethodChange;
        }
        if ($this->prepayTable !== null) {
            $json->prepayTable = $this->prepayTable;
        }
        if ($this->externalCardScan !== null) {
            $json->externalCardScan = $this->externalCardScan;
        }
        if ($this->customActionChange !== null) {
            $json->customActionChange = $this->customActionChange;
        }
        if ($this->requestCustomAction !== null) {
            $json->requestCustomAction = $this->requestCustomAction;
        }
        if ($this->polling !== null) {
            $json->polling = $this->polling;
        }
        if ($this->version !== null) {
            $json->version = $this->version;
        }
        return $json;
    }
}

/**
 * Asks the till to run a custom action. No promise that it does.
 */
final class RequestCustomAction implements JsonSerializable
{
    public function __construct(
        /**
         * Id of the custom action, as set up in the till.
         */
        public string $customActionId,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            customActionId: ($json->customActionId ?? throw new UnexpectedValueException('RequestCustomAction has no customActionId.')),
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->customActionId = $this->customActionId;
        return $json;
    }
}

/**
 * Asks the user to scan a code.
 */
final class RequestScanCode implements JsonSerializable
{
    public function __construct(
        /**
         * True: the user cannot go on without a scan.
         */
        public bool $required,
        /**
         * Text that tells the user what to scan.
         */
        public string $requestTitle,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            required: ($json->required ?? throw new UnexpectedValueException('RequestScanCode has no required.')),
            requestTitle: ($json->requestTitle ?? throw new UnexpectedValueException('RequestScanCode has no requestTitle.')),
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->required = $this->required;
        $json->requestTitle = $this->requestTitle;
        return $json;
    }
}

/**
 * What the POS sends for 'resumeSession'.
 */
final class ResumeSessionRequest implements JsonSerializable
{
    public function __construct(
        /**
         * When and how the event was sent. The event's name is not in here: it is the end of the URL.
         */
        public EventInfo $event,
        /**
         * The till, or the program in its place, that sent the event.
         */
        public Sender $sender,
        /**
         * The sale that the event is about.
         */
        public Session $session,
        /**
         * The user's choice in the dialog that you answered with; the rest of the request is the original event
         * once more.
         */
        public ?Dialog $dialog = null,
        /**
         * What the user did with the form that you answered with; the rest of the request is the original event
         * once more. Since v59.
         */
        public ?Form $form = null,
        /**
         * Present when the client can open web pages: what to heed when you answer with 'openUrl'.
         */
        public ?OpenUrl $openUrl = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            event: EventInfo::from(($json->event ?? throw new UnexpectedValueException('ResumeSessionRequest has no event.'))),
            sender: Sender::from(($json->sender ?? throw new UnexpectedValueException('ResumeSessionRequest has no sender.'))),
            session: Session::from(($json->session ?? throw new UnexpectedValueException('ResumeSessionRequest has no session.'))),
            dialog: isset($json->dialog) ? Dialog::from($json->dialog) : null,
            form: isset($json->form) ? Form::from($json->form) : null,
            openUrl: isset($json->openUrl) ? OpenUrl::from($json->openUrl) : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->event = $this->event;
        $json->sender = $this->sender;
        $json->session = $this->session;
        if ($this->dialog !== null) {
            $json->dialog = $this->dialog;
        }
        if ($this->form !== null) {
            $json->form = $this->form;
        }
        if ($this->openUrl !== null) {
            $json->openUrl = $this->openUrl;
        }
        return $json;
    }
}

/**
 * What may be answered to 'resumeSession'.
 */
final class ResumeSessionResponse implements JsonSerializable
{
    public function __construct(
        /**
         * Says that you could not use the request. Goes with HTTP status 400.
         */
        public ?ErrorAnswer $error = null,
        /**
         * Texts to show at the till: a list, so that one answer can bring several.
         * @var list<Message>|null
         */
        public ?array $message = null,
        /**
         * Shows options to choose from. Once the user has chosen, the same event comes again with the choice.
         */
        public ?DialogAnswer $dialog = null,
        /**
         * Asks the user to scan a code.
         */
        public ?RequestScanCode $requestScanCode = null,
        /**
         * Opens a web page at the client, or offers a link to it. A client that can do so sends 'openUrl' in its
         * request.
         */
        public ?OpenUrlAnswer $openUrl = null,
        /**
         * Shows a code to the customer, on the customer display.
         */
        public ?DisplayBarcode $displayBarcode = null,
        /**
         * True removes the code from the customer display at once.
         */
        public ?bool $hideBarcode = null,
        /**
         * Changes to lines that the session has: the external discount of each.
         * @var list<LineChange>|null
         */
        public ?array $lineChanges = null,
        /**
         * Lines to add to the session.
         * @var list<LineAddition>|null
         */
        public ?array $lineAdditions = null,
        /**
         * Lines to delete from the session.
         * @var list<LineDeletion>|null
         */
        public ?array $lineDeletions = null,
        /**
         * True stops all changes to the session at the till, false allows them again.
         */
        public ?bool $lockSession = null,
        /**
         * True stops what adds to the session, but lines may still be removed or lowered; false allows all
         * again.
         */
        public ?bool $lockSessionForAdditions = null,
        /**
         * Sets how VAT is reckoned in this session.
         */
        public ?VatMethod $vatMethodChange = null,
        /**
         * Books payments on the session of a table.
         */
        public ?PrepayTable $prepayTable = null,
        /**
         * Shows the user a card that was scanned outside the till. One without any property shows nothing.
         */
        public ?ExternalCardScan $externalCardScan = null,
        /**
         * Puts another text on the button of a custom action.
         */
        public ?CustomActionChange $customActionChange = null,
        /**
         * Asks the till to run a custom action. No promise that it does.
         */
        public ?RequestCustomAction $requestCustomAction = null,
        /**
         * Says whether the till is to go on asking, and what to show meanwhile.
         */
        public ?PollingAnswer $polling = null,
        /**
         * The version of your software. The till keeps it in its communication log, which helps to trace faults.
         */
        public ?string $version = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            error: isset($json->error) ? ErrorAnswer::from($json->error) : null,
            message: isset($json->message) ? array_map(static fn ($item) => Message::from($item), $json->message) : null,
            dialog: isset($json->dialog) ? DialogAnswer::from($json->dialog) : null,
            requestScanCode: isset($json->requestScanCode) ? RequestScanCode::from($json->requestScanCode) : null,
            openUrl: isset($json->openUrl) ? OpenUrlAnswer::from($json->openUrl) : null,
            displayBarcode: isset($json->displayBarcode) ? DisplayBarcode::from($json->displayBarcode) : null,
            hideBarcode: isset($json->hideBarcode) ? $json->hideBarcode : null,
            lineChanges: isset($json->lineChanges) ? array_map(static fn ($item) => LineChange::from($item), $json->lineChanges) : null,
            lineAdditions: isset($json->lineAdditions) ? array_map(static fn ($item) => LineAddition::from($item), $json->lineAdditions) : null,
            lineDeletions: isset($json->lineDeletions) ? array_map(static fn ($item) => LineDeletion::from($item), $json->lineDeletions) : null,
            lockSession: isset($json->lockSession) ? $json->lockSession : null,
            lockSessionForAdditions: isset($json->lockSessionForAdditions) ? $json->lockSessionForAdditions : null,
            vatMethodChange: isset($json->vatMethodChange) ? VatMethod::from($json->vatMethodChange) : null,
            prepayTable: isset($json->prepayTable) ? PrepayTable::from($json->prepayTable) : null,
            externalCardScan: isset($json->externalCardScan) ? ExternalCardScan::from($json->externalCardScan) : null,
            customActionChange: isset($json->customActionChange) ? CustomActionChange::from($json->customActionChange) : null,
            requestCustomAction: isset($json->requestCustomAction) ? RequestCustomAction::from($json->requestCustomAction) : null,
            polling: isset($json->polling) ? PollingAnswer::from($json->polling) : null,
            version: isset($json->version) ? $json->version : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        if ($this->error !== null) {
            $json->error = $this->error;
        }
        if ($this->message !== null) {
            $json->message = array_values($this->message);
        }
        if ($this->dialog !== null) {
            $json->dialog = $this->dialog;
        }
        if ($this->requestScanCode !== null) {
            $json->requestScanCode = $this->requestScanCode;
        }
        if ($this->openUrl !== null) {
            $json->openUrl = $this->openUrl;
        }
        if ($this->displayBarcode !== null) {
            $json->displayBarcode = $this->displayBarcode;
        }
        if ($this->hideBarcode !== null) {
            $json->hideBarcode = $this->hideBarcode;
        }
        if ($this->lineChanges !== null) {
            $json->lineChanges = array_values($this->lineChanges);
        }
        if ($this->lineAdditions !== null) {
            $json->lineAdditions = array_values($this->lineAdditions);
        }
        if ($this->lineDeletions !== null) {
            $json->lineDeletions = array_values($this->lineDeletions);
        }
        if ($this->lockSession !== null) {
            $json->lockSession = $this->lockSession;
        }
        if ($this->lockSessionForAdditions !== null) {
            $json->lockSessionForAdditions = $this->lockSessionForAdditions;
        }
        if ($this->vatMethodChange !== null) {
            $json->vatMethodChange = $this->vatMethodChange;
        }
        if ($this->prepayTable !== null) {
            $json->prepayTable = $this->prepayTable;
        }
        if ($this->externalCardScan !== null) {
            $json->externalCardScan = $this->externalCardScan;
        }
        if ($this->customActionChange !== null) {
            $json->customActionChange = $this->customActionChange;
        }
        if ($this->requestCustomAction !== null) {
            $json->requestCustomAction = $this->requestCustomAction;
        }
        if ($this->polling !== null) {
            $json->polling = $this->polling;
        }
        if ($this->version !== null) {
            $json->version = $this->version;
        }
        return $json;
    }
}

/**
 * A code, as the till read it.
 */
final class ScanCode implements JsonSerializable
{
    public function __construct(
        /**
         * The code as text.
         */
        public string $scannedCode,
        /**
         * What kind of code it is.
         */
        public string $codeType,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            scannedCode: ($json->scannedCode ?? throw new UnexpectedValueException('ScanCode has no scannedCode.')),
            codeType: ($json->codeType ?? throw new UnexpectedValueException('ScanCode has no codeType.')),
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->scannedCode = $this->scannedCode;
        $json->codeType = $this->codeType;
        return $json;
    }
}

/**
 * Says whether the scanned code is yours.
 */
final class ScanCodeAnswer implements JsonSerializable
{
    public function __construct(
        /**
         * True claims the code: the till no longer searches its own data for it.
         */
        public bool $recognized,
        /**
         * Number of the relation that the till is to select.
         */
        public ?int $relationNumber = null,
        /**
         * Text for the cashier's screen.
         */
        public ?string $message = null,
        /**
         * Text for the customer display.
         */
        public ?string $customerMessage = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            recognized: ($json->recognized ?? throw new UnexpectedValueException('ScanCodeAnswer has no recognized.')),
            relationNumber: isset($json->relationNumber) ? toInt($json->relationNumber) : null,
            message: isset($json->message) ? $json->message : null,
            customerMessage: isset($json->customerMessage) ? $json->customerMessage : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->recognized = $this->recognized;
        if ($this->relationNumber !== null) {
            $json->relationNumber = $this->relationNumber;
        }
        if ($this->message !== null) {
            $json->message = $this->message;
        }
        if ($this->customerMessage !== null) {
            $json->customerMessage = $this->customerMessage;
        }
        return $json;
    }
}

/**
 * What the POS sends for 'scanCode'.
 */
final class ScanCodeRequest implements JsonSerializable
{
    public function __construct(
        /**
         * When and how the event was sent. The event's name is not in here: it is the end of the URL.
         */
        public EventInfo $event,
        /**
         * The till, or the program in its place, that sent the event.
         */
        public Sender $sender,
        /**
         * The sale that the event is about.
         */
        public Session $session,
        /**
         * A code, as the till read it.
         */
        public ScanCode $scanCode,
        /**
         * The user's choice in the dialog that you answered with; the rest of the request is the original event
         * once more.
         */
        public ?Dialog $dialog = null,
        /**
         * What the user did with the form that you answered with; the rest of the request is the original event
         * once more. Since v59.
         */
        public ?Form $form = null,
        /**
         * Present when the client can open web pages: what to heed when you answer with 'openUrl'.
         */
        public ?OpenUrl $openUrl = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            event: EventInfo::from(($json->event ?? throw new UnexpectedValueException('ScanCodeRequest has no event.'))),
            sender: Sender::from(($json->sender ?? throw new UnexpectedValueException('ScanCodeRequest has no sender.'))),
            session: Session::from(($json->session ?? throw new UnexpectedValueException('ScanCodeRequest has no session.'))),
            scanCode: ScanCode::from(($json->scanCode ?? throw new UnexpectedValueException('ScanCodeRequest has no scanCode.'))),
            dialog: isset($json->dialog) ? Dialog::from($json->dialog) : null,
            form: isset($json->form) ? Form::from($json->form) : null,
            openUrl: isset($json->openUrl) ? OpenUrl::from($json->openUrl) : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->event = $this->event;
        $json->sender = $this->sender;
        $json->session = $this->session;
        $json->scanCode = $this->scanCode;
        if ($this->dialog !== null) {
            $json->dialog = $this->dialog;
        }
        if ($this->form !== null) {
            $json->form = $this->form;
        }
        if ($this->openUrl !== null) {
            $json->openUrl = $this->openUrl;
        }
        return $json;
    }
}

/**
 * What may be answered to 'scanCode'.
 */
final class ScanCodeResponse implements JsonSerializable
{
    public function __construct(
        /**
         * Says whether the scanned code is yours.
         */
        public ?ScanCodeAnswer $scanCode = null,
        /**
         * Says that you could not use the request. Goes with HTTP status 400.
         */
        public ?ErrorAnswer $error = null,
        /**
         * Texts to show at the till: a list, so that one answer can bring several.
         * @var list<Message>|null
         */
        public ?array $message = null,
        /**
         * Shows options to choose from. Once the user has chosen, the same event comes again with the choice.
         */
        public ?DialogAnswer $dialog = null,
        /**
         * Asks the user to scan a code.
         */
        public ?RequestScanCode $requestScanCode = null,
        /**
         * Opens a web page at the client, or offers a link to it. A client that can do so sends 'openUrl' in its
         * request.
         */
        public ?OpenUrlAnswer $openUrl = null,
        /**
         * Shows a code to the customer, on the customer display.
         */
        public ?DisplayBarcode $displayBarcode = null,
        /**
         * True removes the code from the customer display at once.
         */
        public ?bool $hideBarcode = null,
        /**
         * Changes to lines that the session has: the external discount of each.
         * @var list<LineChange>|null
         */
        public ?array $lineChanges = null,
        /**
         * Lines to add to the session.
         * @var list<LineAddition>|null
         */
        public ?array $lineAdditions = null,
        /**
         * Lines to delete from the session.
         * @var list<LineDeletion>|null
         */
        public ?array $lineDeletions = null,
        /**
         * True stops all changes to the session at the till, false allows them again.
         */
        public ?bool $lockSession = null,
        /**
         * True stops what adds to the session, but lines may still be removed or lowered; false allows all
         * again.
         */
        public ?bool $lockSessionForAdditions = null,
        /**
         * Sets how VAT is reckoned in this session.
         */
        public ?VatMethod $vatMethodChange = null,
        /**
         * Books payments on the session of a table.
         */
        public ?PrepayTable $prepayTable = null,
        /**
         * Shows the user a card that was scanned outside the till. One without any property shows nothing.
         */
        public ?ExternalCardScan $externalCardScan = null,
        /**
         * Puts another text on the button of a custom action.
         */
        public ?CustomActionChange $customActionChange = null,
        /**
         * Asks the till to run a custom action. No promise that it does.
         */
        public ?RequestCustomAction $requestCustomAction = null,
        /**
         * Says whether the till is to go on asking, and what to show meanwhile.
         */
        public ?PollingAnswer $polling = null,
        /**
         * The version of your software. The till keeps it in its communication log, which helps to trace faults.
         */
        public ?string $version = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            scanCode: isset($json->scanCode) ? ScanCodeAnswer::from($json->scanCode) : null,
            error: isset($json->error) ? ErrorAnswer::from($json->error) : null,
            message: isset($json->message) ? array_map(static fn ($item) => Message::from($item), $json->message) : null,
            dialog: isset($json->dialog) ? DialogAnswer::from($json->dialog) : null,
            requestScanCode: isset($json->requestScanCode) ? RequestScanCode::from($json->requestScanCode) : null,
            openUrl: isset($json->openUrl) ? OpenUrlAnswer::from($json->openUrl) : null,
            displayBarcode: isset($json->displayBarcode) ? DisplayBarcode::from($json->displayBarcode) : null,
            hideBarcode: isset($json->hideBarcode) ? $json->hideBarcode : null,
            lineChanges: isset($json->lineChanges) ? array_map(static fn ($item) => LineChange::from($item), $json->lineChanges) : null,
            lineAdditions: isset($json->lineAdditions) ? array_map(static fn ($item) => LineAddition::from($item), $json->lineAdditions) : null,
            lineDeletions: isset($json->lineDeletions) ? array_map(static fn ($item) => LineDeletion::from($item), $json->lineDeletions) : null,
            lockSession: isset($json->lockSession) ? $json->lockSession : null,
            lockSessionForAdditions: isset($json->lockSessionForAdditions) ? $json->lockSessionForAdditions : null,
            vatMethodChange: isset($json->vatMethodChange) ? VatMethod::from($json->vatMethodChange) : null,
            prepayTable: isset($json->prepayTable) ? PrepayTable::from($json->prepayTable) : null,
            externalCardScan: isset($json->externalCardScan) ? ExternalCardScan::from($json->externalCardScan) : null,
            customActionChange: isset($json->customActionChange) ? CustomActionChange::from($json->customActionChange) : null,
            requestCustomAction: isset($json->requestCustomAction) ? RequestCustomAction::from($json->requestCustomAction) : null,
            polling: isset($json->polling) ? PollingAnswer::from($json->polling) : null,
            version: isset($json->version) ? $json->version : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        if ($this->scanCode !== null) {
            $json->scanCode = $this->scanCode;
        }
        if ($this->error !== null) {
            $json->error = $this->error;
        }
        if ($this->message !== null) {
            $json->message = array_values($this->message);
        }
        if ($this->dialog !== null) {
            $json->dialog = $this->dialog;
        }
        if ($this->requestScanCode !== null) {
            $json->requestScanCode = $this->requestScanCode;
        }
        if ($this->openUrl !== null) {
            $json->openUrl = $this->openUrl;
        }
        if ($this->displayBarcode !== null) {
            $json->displayBarcode = $this->displayBarcode;
        }
        if ($this->hideBarcode !== null) {
            $json->hideBarcode = $this->hideBarcode;
        }
        if ($this->lineChanges !== null) {
            $json->lineChanges = array_values($this->lineChanges);
        }
        if ($this->lineAdditions !== null) {
            $json->lineAdditions = array_values($this->lineAdditions);
        }
        if ($this->lineDeletions !== null) {
            $json->lineDeletions = array_values($this->lineDeletions);
        }
        if ($this->lockSession !== null) {
            $json->lockSession = $this->lockSession;
        }
        if ($this->lockSessionForAdditions !== null) {
            $json->lockSessionForAdditions = $this->lockSessionForAdditions;
        }
        if ($this->vatMethodChange !== null) {
            $json->vatMethodChange = $this->vatMethodChange;
        }
        if ($this->prepayTable !== null) {
            $json->prepayTable = $this->prepayTable;
        }
        if ($this->externalCardScan !== null) {
            $json->externalCardScan = $this->externalCardScan;
        }
        if ($this->customActionChange !== null) {
            $json->customActionChange = $this->customActionChange;
        }
        if ($this->requestCustomAction !== null) {
            $json->requestCustomAction = $this->requestCustomAction;
        }
        if ($this->polling !== null) {
            $json->polling = $this->polling;
        }
        if ($this->version !== null) {
            $json->version = $this->version;
        }
        return $json;
    }
}

/**
 * The relation that is selected now; null, or an object with a null in it, when it was deselected.
 */
final class SelectRelation implements JsonSerializable
{
    public function __construct(
        /**
         * The selected relation; null when it was deselected.
         */
        public ?Relation $relation,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            relation: isset($json->relation) ? Relation::from($json->relation) : (property_exists($json, 'relation') ? null : throw new UnexpectedValueException('SelectRelation has no relation.')),
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->relation = $this->relation;
        return $json;
    }
}

/**
 * What the POS sends for 'selectRelation'.
 */
final class SelectRelationRequest implements JsonSerializable
{
    public function __construct(
        /**
         * When and how the event was sent. The event's name is not in here: it is the end of the URL.
         */
        public EventInfo $event,
        /**
         * The till, or the program in its place, that sent the event.
         */
        public Sender $sender,
        /**
         * The sale that the event is about.
         */
        public Session $session,
        /**
         * The relation that is selected now; null, or an object with a null in it, when it was deselected.
         */
        public ?SelectRelation $selectRelation,
        /**
         * The user's choice in the dialog that you answered with; the rest of the request is the original event
         * once more.
         */
        public ?Dialog $dialog = null,
        /**
         * What the user did with the form that you answered with; the rest of the request is the original event
         * once more. Since v59.
         */
        public ?Form $form = null,
        /**
         * Present when the client can open web pages: what to heed when you answer with 'openUrl'.
         */
        public ?OpenUrl $openUrl = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            event: EventInfo::from(($json->event ?? throw new UnexpectedValueException('SelectRelationRequest has no event.'))),
            sender: Sender::from(($json->sender ?? throw new UnexpectedValueException('SelectRelationRequest has no sender.'))),
            session: Session::from(($json->session ?? throw new UnexpectedValueException('SelectRelationRequest has no session.'))),
            selectRelation: isset($json->selectRelation) ? SelectRelation::from($json->selectRelation) : (property_exists($json, 'selectRelation') ? null : throw new UnexpectedValueException('SelectRelationRequest has no selectRelation.')),
            dialog: isset($json->dialog) ? Dialog::from($json->dialog) : null,
            form: isset($json->form) ? Form::from($json->form) : null,
            openUrl: isset($json->openUrl) ? OpenUrl::from($json->openUrl) : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->event = $this->event;
        $json->sender = $this->sender;
        $json->session = $this->session;
        $json->selectRelation = $this->selectRelation;
        if ($this->dialog !== null) {
            $json->dialog = $this->dialog;
        }
        if ($this->form !== null) {
            $json->form = $this->form;
        }
        if ($this->openUrl !== null) {
            $json->openUrl = $this->openUrl;
        }
        return $json;
    }
}

/**
 * What may be answered to 'selectRelation'.
 */
final class SelectRelationResponse implements JsonSerializable
{
    public function __construct(
        /**
         * Says that you could not use the request. Goes with HTTP status 400.
         */
        public ?ErrorAnswer $error = null,
        /**
         * Texts to show at the till: a list, so that one answer can bring several.
         * @var list<Message>|null
         */
        public ?array $message = null,
        /**
         * Shows options to choose from. Once the user has chosen, the same event comes again with the choice.
         */
        public ?DialogAnswer $dialog = null,
        /**
         * Asks the user to scan a code.
         */
        public ?RequestScanCode $requestScanCode = null,
        /**
         * Opens a web page at the client, or offers a link to it. A client that can do so sends 'openUrl' in its
         * request.
         */
        public ?OpenUrlAnswer $openUrl = null,
        /**
         * Shows a code to the customer, on the customer display.
         */
        public ?DisplayBarcode $displayBarcode = null,
        /**
         * True removes the code from the customer display at once.
         */
        public ?bool $hideBarcode = null,
        /**
         * Changes to lines that the session has: the external discount of each.
         * @var list<LineChange>|null
         */
        public ?array $lineChanges = null,
        /**
         * Lines to add to the session.
         * @var list<LineAddition>|null
         */
        public ?array $lineAdditions = null,
        /**
         * Lines to delete from the session.
         * @var list<LineDeletion>|null
         */
        public ?array $lineDeletions = null,
        /**
         * True stops all changes to the session at the till, false allows them again.
         */
        public ?bool $lockSession = null,
        /**
         * True stops what adds to the session, but lines may still be removed or lowered; false allows all
         * again.
         */
        public ?bool $lockSessionForAdditions = null,
        /**
         * Sets how VAT is reckoned in this session.
         */
        public ?VatMethod $vatMethodChange = null,
        /**
         * Books payments on the session of a table.
         */
        public ?PrepayTable $prepayTable = null,
        /**
         * Shows the user a card that was scanned outside the till. One without any property shows nothing.
         */
        public ?ExternalCardScan $externalCardScan = null,
        /**
         * Puts another text on the button of a custom action.
         */
        public ?CustomActionChange $customActionChange = null,
        /**
         * Asks the till to run a custom action. No promise that it does.
         */
        public ?RequestCustomAction $requestCustomAction = null,
        /**
         * Says whether the till is to go on asking, and what to show meanwhile.
         */
        public ?PollingAnswer $polling = null,
        /**
         * The version of your software. The till keeps it in its communication log, which helps to trace faults.
         */
        public ?string $version = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            error: isset($json->error) ? ErrorAnswer::from($json->error) : null,
            message: isset($json->message) ? array_map(static fn ($item) => Message::from($item), $json->message) : null,
            dialog: isset($json->dialog) ? DialogAnswer::from($json->dialog) : null,
            requestScanCode: isset($json->requestScanCode) ? RequestScanCode::from($json->requestScanCode) : null,
            openUrl: isset($json->openUrl) ? OpenUrlAnswer::from($json->openUrl) : null,
            displayBarcode: isset($json->displayBarcode) ? DisplayBarcode::from($json->displayBarcode) : null,
            hideBarcode: isset($json->hideBarcode) ? $json->hideBarcode : null,
            lineChanges: isset($json->lineChanges) ? array_map(static fn ($item) => LineChange::from($item), $json->lineChanges) : null,
            lineAdditions: isset($json->lineAdditions) ? array_map(static fn ($item) => LineAddition::from($item), $json->lineAdditions) : null,
            lineDeletions: isset($json->lineDeletions) ? array_map(static fn ($item) => LineDeletion::from($item), $json->lineDeletions) : null,
            lockSession: isset($json->lockSession) ? $json->lockSession : null,
            lockSessionForAdditions: isset($json->lockSessionForAdditions) ? $json->lockSessionForAdditions : null,
            vatMethodChange: isset($json->vatMethodChange) ? VatMethod::from($json->vatMethodChange) : null,
            prepayTable: isset($json->prepayTable) ? PrepayTable::from($json->prepayTable) : null,
            externalCardScan: isset($json->externalCardScan) ? ExternalCardScan::from($json->externalCardScan) : null,
            customActionChange: isset($json->customActionChange) ? CustomActionChange::from($json->customActionChange) : null,
            requestCustomAction: isset($json->requestCustomAction) ? RequestCustomAction::from($json->requestCustomAction) : null,
            polling: isset($json->polling) ? PollingAnswer::from($json->polling) : null,
            version: isset($json->version) ? $json->version : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        if ($this->error !== null) {
            $json->error = $this->error;
        }
        if ($this->message !== null) {
            $json->message = array_values($this->message);
        }
        if ($this->dialog !== null) {
            $json->dialog = $this->dialog;
        }
        if ($this->requestScanCode !== null) {
            $json->requestScanCode = $this->requestScanCode;
        }
        if ($this->openUrl !== null) {
            $json->openUrl = $this->openUrl;
        }
        if ($this->displayBarcode !== null) {
            $json->displayBarcode = $this->displayBarcode;
        }
        if ($this->hideBarcode !== null) {
            $json->hideBarcode = $this->hideBarcode;
        }
        if ($this->lineChanges !== null) {
            $json->lineChanges = array_values($this->lineChanges);
        }
        if ($this->lineAdditions !== null) {
            $json->lineAdditions = array_values($this->lineAdditions);
        }
        if ($this->lineDeletions !== null) {
            $json->lineDeletions = array_values($this->lineDeletions);
        }
        if ($this->lockSession !== null) {
            $json->lockSession = $this->lockSession;
        }
        if ($this->lockSessionForAdditions !== null) {
            $json->lockSessionForAdditions = $this->lockSessionForAdditions;
        }
        if ($this->vatMethodChange !== null) {
            $json->vatMethodChange = $this->vatMethodChange;
        }
        if ($this->prepayTable !== null) {
            $json->prepayTable = $this->prepayTable;
        }
        if ($this->externalCardScan !== null) {
            $json->externalCardScan = $this->externalCardScan;
        }
        if ($this->customActionChange !== null) {
            $json->customActionChange = $this->customActionChange;
        }
        if ($this->requestCustomAction !== null) {
            $json->requestCustomAction = $this->requestCustomAction;
        }
        if ($this->polling !== null) {
            $json->polling = $this->polling;
        }
        if ($this->version !== null) {
            $json->version = $this->version;
        }
        return $json;
    }
}

/**
 * The till, or the program in its place, that sent the event.
 */
final class Sender implements JsonSerializable
{
    public function __construct(
        /**
         * The branch that the workplace belongs to.
         */
        public int $branchNumber,
        /**
         * The workplace within the branch.
         */
        public int $workplaceNumber,
        /**
         * Made by the POS anew at each of its starts.
         */
        public ?string $instanceId = null,
        /**
         * Whether the till shows its payment screen. startPayment tells when it opens, cancelPayment when it
         * closes unpaid.
         */
        public ?bool $paymentStarted = null,
        /**
         * The program that sent the event.
         */
        public ?string $productName = null,
        /**
         * The employee at the till.
         */
        public ?int $employeeNumber = null,
        /**
         * Name of the browser. Only when one of the vendor's web apps sent the event.
         */
        public ?string $browserFamily = null,
        /**
         * Version of the browser. Only when one of the vendor's web apps sent the event.
         */
        public ?string $browserVersion = null,
        /**
         * Kind of device that the browser runs on. Only when one of the vendor's web apps sent the event.
         */
        public ?string $deviceType = null,
        /**
         * Name of the platform, or operating system. Only when one of the vendor's web apps sent the event.
         */
        public ?string $platformFamily = null,
        /**
         * Version of the platform. Only when one of the vendor's web apps sent the event.
         */
        public ?string $platformVersion = null,
        /**
         * Whether a receipt printer is set up at this workplace. Since v57.
         */
        public ?bool $hasReceiptPrinter = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            branchNumber: toInt(($json->branchNumber ?? throw new UnexpectedValueException('Sender has no branchNumber.'))),
            workplaceNumber: toInt(($json->workplaceNumber ?? throw new UnexpectedValueException('Sender has no workplaceNumber.'))),
            instanceId: isset($json->instanceId) ? $json->instanceId : null,
            paymentStarted: isset($json->paymentStarted) ? $json->paymentStarted : null,
            productName: isset($json->productName) ? $json->productName : null,
            employeeNumber: readIfFits(static fn (): ?int => isset($json->employeeNumber) ? toInt($json->employeeNumber) : null),
            browserFamily: isset($json->browserFamily) ? $json->browserFamily : null,
            browserVersion: isset($json->browserVersion) ? $json->browserVersion : null,
            deviceType: isset($json->deviceType) ? $json->deviceType : null,
            platformFamily: isset($json->platformFamily) ? $json->platformFamily : null,
            platformVersion: isset($json->platformVersion) ? $json->platformVersion : null,
            hasReceiptPrinter: isset($json->hasReceiptPrinter) ? $json->hasReceiptPrinter : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->branchNumber = $this->branchNumber;
        $json->workplaceNumber = $this->workplaceNumber;
        if ($this->instanceId !== null) {
            $json->instanceId = $this->instanceId;
        }
        if ($this->paymentStarted !== null) {
            $json->paymentStarted = $this->paymentStarted;
        }
        if ($this->productName !== null) {
            $json->productName = $this->productName;
        }
        if ($this->employeeNumber !== null) {
            $json->employeeNumber = $this->employeeNumber;
        }
        if ($this->browserFamily !== null) {
            $json->browserFamily = $this->browserFamily;
        }
        if ($this->browserVersion !== null) {
            $json->browserVersion = $this->browserVersion;
        }
        if ($this->deviceType !== null) {
            $json->deviceType = $this->deviceType;
        }
        if ($this->platformFamily !== null) {
            $json->platformFamily = $this->platformFamily;
        }
        if ($this->platformVersion !== null) {
            $json->platformVersion = $this->platformVersion;
        }
        if ($this->hasReceiptPrinter !== null) {
            $json->hasReceiptPrinter = $this->hasReceiptPrinter;
        }
        return $json;
    }
}

/**
 * The sale that the event is about.
 */
final class Session implements JsonSerializable
{
    public function __construct(
        /**
         * Made by the POS; the same in every event of one sale.
         */
        public string $sessionId,
        /**
         * The table that the sale is on, if it is on one.
         */
        public ?SessionTable $table = null,
        /**
         * What is being sold, a line for each entry. May be missing from events that say little, such as
         * startSession.
         * @var list<SessionLine>|null
         */
        public ?array $lines = null,
        /**
         * All payments of the sale so far, including prepayments.
         * @var list<Payment>|null
         */
        public ?array $payments = null,
        /**
         * The relation that is selected for the sale. Absent when there is none.
         */
        public ?Relation $relation = null,
        /**
         * Total of the sale including VAT, in euros.
         */
        public ?float $totalInclAmount = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            sessionId: ($json->sessionId ?? throw new UnexpectedValueException('Session has no sessionId.')),
            table: isset($json->table) ? SessionTable::from($json->table) : null,
            lines: isset($json->lines) ? array_map(static fn ($item) => SessionLine::from($item), $json->lines) : null,
            payments: isset($json->payments) ? array_map(static fn ($item) => Payment::from($item), $json->payments) : null,
            relation: readIfFits(static fn (): ?Relation => isset($json->relation) ? Relation::from($json->relation) : null),
            totalInclAmount: readIfFits(static fn (): ?float => isset($json->totalInclAmount) ? $json->totalInclAmount : null),
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->sessionId = $this->sessionId;
        if ($this->table !== null) {
            $json->table = $this->table;
        }
        if ($this->lines !== null) {
            $json->lines = array_values($this->lines);
        }
        if ($this->payments !== null) {
            $json->payments = array_values($this->payments);
        }
        if ($this->relation !== null) {
            $json->relation = $this->relation;
        }
        if ($this->totalInclAmount !== null) {
            $json->totalInclAmount = $this->totalInclAmount;
        }
        return $json;
    }
}

/**
 * One line of a sale.
 */
final class SessionLine implements JsonSerializable
{
    public function __construct(
        /**
         * Identifies the line. Made by the POS, or by you when you added the line with an id.
         */
        public string $lineId,
        /**
         * What the line says; on a text line, all that it has.
         */
        public string $text,
        /**
         * The article, by its number in the POS. Absent on a line that is text only.
         */
        public ?int $articleNumber = null,
        /**
         * Price including VAT, in euros with decimals.
         */
        public ?float $priceIncl = null,
        /**
         * How many are sold. Need not be a whole number.
         */
        public ?float $quantity = null,
        /**
         * Discount that the POS itself gives, in percent; it counts on top of 'discountAmount'.
         */
        public ?float $discountPercentage = null,
        /**
         * Discount that the POS itself gives, in euros; it counts on top of 'discountPercentage'.
         */
        public ?float $discountAmount = null,
        /**
         * The article, by its supplier's number. Absent when the POS has none.
         */
        public ?string $supplierArticleNumber = null,
        /**
         * The article, by its PLU number. Absent when it has none.
         */
        public ?string $pluNumber = null,
        /**
         * The article, by its id in another system. Absent when it has none.
         */
        public ?string $extArticleId = null,
        /**
         * A discount that a webhook gave to the line. A line normally has either this or a discount of the POS.
         */
        public ?ExternalDiscount $externalDiscount = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            lineId: ($json->lineId ?? throw new UnexpectedValueException('SessionLine has no lineId.')),
            text: ($json->text ?? throw new UnexpectedValueException('SessionLine has no text.')),
            articleNumber: isset($json->articleNumber) ? toInt($json->articleNumber) : null,
            priceIncl: isset($json->priceIncl) ? $json->priceIncl : null,
            quantity: isset($json->quantity) ? $json->quantity : null,
            discountPercentage: isset($json->discountPercentage) ? $json->discountPercentage : null,
            discountAmount: isset($json->discountAmount) ? $json->discountAmount : null,
            supplierArticleNumber: isset($json->supplierArticleNumber) ? $json->supplierArticleNumber : null,
            pluNumber: isset($json->pluNumber) ? $json->pluNumber : null,
            extArticleId: isset($json->extArticleId) ? $json->extArticleId : null,
            externalDiscount: readIfFits(static fn (): ?ExternalDiscount => isset($json->externalDiscount) ? ExternalDiscount::from($json->externalDiscount) : null),
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->lineId = $this->lineId;
        $json->text = $this->text;
        if ($this->articleNumber !== null) {
            $json->articleNumber = $this->articleNumber;
        }
        if ($this->priceIncl !== null) {
            $json->priceIncl = $this->priceIncl;
        }
        if ($this->quantity !== null) {
            $json->quantity = $this->quantity;
        }
        if ($this->discountPercentage !== null) {
            $json->discountPercentage = $this->discountPercentage;
        }
        if ($this->discountAmount !== null) {
            $json->discountAmount = $this->discountAmount;
        }
        if ($this->supplierArticleNumber !== null) {
            $json->supplierArticleNumber = $this->supplierArticleNumber;
        }
        if ($this->pluNumber !== null) {
            $json->pluNumber = $this->pluNumber;
        }
        if ($this->extArticleId !== null) {
            $json->extArticleId = $this->extArticleId;
        }
        if ($this->externalDiscount !== null) {
            $json->externalDiscount = $this->externalDiscount;
        }
        return $json;
    }
}

/**
 * A table, by its numbers.
 */
final class SessionTable implements JsonSerializable
{
    public function __construct(
        /**
         * Number of the table.
         */
        public ?int $number = null,
        /**
         * Sub-number within the table.
         */
        public ?int $subNumber = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            number: isset($json->number) ? toInt($json->number) : null,
            subNumber: isset($json->subNumber) ? toInt($json->subNumber) : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        if ($this->number !== null) {
            $json->number = $this->number;
        }
        if ($this->subNumber !== null) {
            $json->subNumber = $this->subNumber;
        }
        return $json;
    }
}

/**
 * Tells the till how the running external payment stands. This is the answer to 'startExternalPayment', which
 * may say more.
 */
final class StartExternalPaymentAnswer implements JsonSerializable
{
    public function __construct(
        /**
         * Background of the popup on the cashier's screen: hexadecimal, or a colour name such as red.
         */
        public ?string $backgroundColor = null,
        /**
         * The payment's id, as the request has it. Better always sent: the till checks that both mean the same
         * payment.
         */
        public ?string $externalPaymentId = null,
        /**
         * True: the payment has begun at your side. The payment does not go on from its start to polling before
         * this.
         */
        public ?bool $started = null,
        /**
         * True: the customer has paid. The payment ends, and the till books it.
         */
        public ?bool $confirmed = null,
        /**
         * True: the payment was cancelled or has failed. The payment ends, and the till books nothing.
         */
        public ?bool $cancelled = null,
        /**
         * What was really paid, in euros, if it differs from the amount asked for.
         */
        public ?float $finalAmount = null,
        /**
         * Your reference of the transaction. The till keeps it with the payment.
         */
        public ?string $externalTransactionReference = null,
        /**
         * Texts to print, such as the slip of a card terminal.
         * @var list<ReceiptText>|null
         */
        public ?array $receiptTexts = null,
        /**
         * Brand or kind of the card used, kept with the payment. The till may group payments by it.
         */
        public ?string $cardType = null,
        /**
         * Id of the terminal used, kept with the payment. The till may group payments by it.
         */
        public ?string $terminalId = null,
        /**
         * The payment method that was used at your side, kept with the payment.
         */
        public ?string $method = null,
        /**
         * True: the payment can only succeed with a receipt printer.
         */
        public ?bool $requiresReceiptPrinter = null,
        /**
         * Text for the cashier's screen.
         */
        public ?string $message = null,
        /**
         * Text for the customer display.
         */
        public ?string $customerMessage = null,
        /**
         * Seconds for which both texts stay on screen at least.
         */
        public ?int $displayTime = null,
        /**
         * Seconds for which 'message' stays on screen at least.
         */
        public ?int $messageDisplayTime = null,
        /**
         * Seconds after which 'customerMessage' is gone: an upper limit, unlike the two other times.
         */
        public ?int $customerMessageDisplayTime = null,
        /**
         * True leaves out the time that the till puts in front of a message.
         */
        public ?bool $hideTimestamp = null,
        /**
         * True first removes the messages that are on the cashier's screen.
         */
        public ?bool $clearScreen = null,
        /**
         * True first removes the message that is on the customer display.
         */
        public ?bool $clearCustomerScreen = null,
        /**
         * True uses a font with characters of equal width, so that columns line up.
         */
        public ?bool $monospacedFont = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            backgroundColor: isset($json->backgroundColor) ? $json->backgroundColor : null,
            externalPaymentId: isset($json->externalPaymentId) ? $json->externalPaymentId : null,
            started: isset($json->started) ? $json->started : null,
            confirmed: isset($json->confirmed) ? $json->confirmed : null,
            cancelled: isset($json->cancelled) ? $json->cancelled : null,
            finalAmount: isset($json->finalAmount) ? $json->finalAmount : null,
            externalTransactionReference: isset($json->externalTransactionReference) ? $json->externalTransactionReference : null,
            receiptTexts: isset($json->receiptTexts) ? array_map(static fn ($item) => ReceiptText::from($item), $json->receiptTexts) : null,
            cardType: isset($json->cardType) ? $json->cardType : null,
            terminalId: isset($json->terminalId) ? $json->terminalId : null,
            method: isset($json->method) ? $json->method : null,
            requiresReceiptPrinter: isset($json->requiresReceiptPrinter) ? $json->requiresReceiptPrinter : null,
            message: isset($json->message) ? $json->message : null,
            customerMessage: isset($json->customerMessage) ? $json->customerMessage : null,
            displayTime: isset($json->displayTime) ? toInt($json->displayTime) : null,
            messageDisplayTime: isset($json->messageDisplayTime) ? toInt($json->messageDisplayTime) : null,
            customerMessageDisplayTime: isset($json->customerMessageDisplayTime) ? toInt($json->customerMessageDisplayTime) : null,
            hideTimestamp: isset($json->hideTimestamp) ? $json->hideTimestamp : null,
            clearScreen: isset($json->clearScreen) ? $json->clearScreen : null,
            clearCustomerScreen: isset($json->clearCustomerScreen) ? $json->clearCustomerScreen : null,
            monospacedFont: isset($json->monospacedFont) ? $json->monospacedFont : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        if ($this->backgroundColor !== null) {
            $json->backgroundColor = $this->backgroundColor;
        }
        if ($this->externalPaymentId !== null) {
            $json->externalPaymentId = $this->externalPaymentId;
        }
        if ($this->started !== null) {
            $json->started = $this->started;
        }
        if ($this->confirmed !== null) {
            $json->confirmed = $this->confirmed;
        }
        if ($this->cancelled !== null) {
            $json->cancelled = $this->cancelled;
        }
        if ($this->finalAmount !== null) {
            $json->finalAmount = $this->finalAmount;
        }
        if ($this->externalTransactionReference !== null) {
            $json->externalTransactionReference = $this->externalTransactionReference;
        }
        if ($this->receiptTexts !== null) {
            $json->receiptTexts = array_values($this->receiptTexts);
        }
        if ($this->cardType !== null) {
            $json->cardType = $this->cardType;
        }
        if ($this->terminalId !== null) {
            $json->terminalId = $this->terminalId;
        }
        if ($this->method !== null) {
            $json->method = $this->method;
        }
        if ($this->requiresReceiptPrinter !== null) {
            $json->requiresReceiptPrinter = $this->requiresReceiptPrinter;
        }
        if ($this->message !== null) {
            $json->message = $this->message;
        }
        if ($this->customerMessage !== null) {
            $json->customerMessage = $this->customerMessage;
        }
        if ($this->displayTime !== null) {
            $json->displayTime = $this->displayTime;
        }
        if ($this->messageDisplayTime !== null) {
            $json->messageDisplayTime = $this->messageDisplayTime;
        }
        if ($this->customerMessageDisplayTime !== null) {
            $json->customerMessageDisplayTime = $this->customerMessageDisplayTime;
        }
        if ($this->hideTimestamp !== null) {
            $json->hideTimestamp = $this->hideTimestamp;
        }
        if ($this->clearScreen !== null) {
            $json->clearScreen = $this->clearScreen;
        }
        if ($this->clearCustomerScreen !== null) {
            $json->clearCustomerScreen = $this->clearCustomerScreen;
        }
        if ($this->monospacedFont !== null) {
            $json->monospacedFont = $this->monospacedFont;
        }
        return $json;
    }
}

/**
 * What the POS sends for 'startExternalPayment'.
 */
final class StartExternalPaymentRequest implements JsonSerializable
{
    public function __construct(
        /**
         * When and how the event was sent. The event's name is not in here: it is the end of the URL.
         */
        public EventInfo $event,
        /**
         * The till, or the program in its place, that sent the event.
         */
        public Sender $sender,
        /**
         * The external payment that the event is about.
         */
        public ExternalPayment $externalPayment,
        /**
         * The sale that the event is about.
         */
        public ?Session $session = null,
        /**
         * The user's choice in the dialog that you answered with; the rest of the request is the original event
         * once more.
         */
        public ?Dialog $dialog = null,
        /**
         * What the user did with the form that you answered with; the rest of the request is the original event
         * once more. Since v59.
         */
        public ?Form $form = null,
        /**
         * Present when the client can open web pages: what to heed when you answer with 'openUrl'.
         */
        public ?OpenUrl $openUrl = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            event: EventInfo::from(($json->event ?? throw new UnexpectedValueException('StartExternalPaymentRequest has no event.'))),
            sender: Sender::from(($json->sender ?? throw new UnexpectedValueException('StartExternalPaymentRequest has no sender.'))),
            externalPayment: ExternalPayment::from(($json->externalPayment ?? throw new UnexpectedValueException('StartExternalPaymentRequest has no externalPayment.'))),
            session: readIfFits(static fn (): ?Session => isset($json->session) ? Session::from($json->session) : null),
            dialog: isset($json->dialog) ? Dialog::from($json->dialog) : null,
            form: isset($json->form) ? Form::from($json->form) : null,
            openUrl: isset($json->openUrl) ? OpenUrl::from($json->openUrl) : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->event = $this->event;
        $json->sender = $this->sender;
        $json->externalPayment = $this->externalPayment;
        if ($this->session !== null) {
            $json->session = $this->session;
        }
        if ($this->dialog !== null) {
            $json->dialog = $this->dialog;
        }
        if ($this->form !== null) {
            $json->form = $this->form;
        }
        if ($this->openUrl !== null) {
            $json->openUrl = $this->openUrl;
        }
        return $json;
    }
}

/**
 * What may be answered to 'startExternalPayment'.
 */
final class StartExternalPaymentResponse implements JsonSerializable
{
    public function __construct(
        /**
         * Tells the till how the running external payment stands.
         */
        public ?StartExternalPaymentAnswer $externalPayment = null,
        /**
         * Says that you could not use the request. Goes with HTTP status 400.
         */
        public ?ErrorAnswer $error = null,
        /**
         * Texts to show at the till: a list, so that one answer can bring several.
         * @var list<Message>|null
         */
        public ?array $message = null,
        /**
         * Shows options to choose from. Once the user has chosen, the same event comes again with the choice.
         */
        public ?DialogAnswer $dialog = null,
        /**
         * Asks the user to scan a code.
         */
        public ?RequestScanCode $requestScanCode = null,
        /**
         * Opens a web page at the client, or offers a link to it. A client that can do so sends 'openUrl' in its
         * request.
         */
        public ?OpenUrlAnswer $openUrl = null,
        /**
         * Shows a code to the customer, on the customer display.
         */
        public ?DisplayBarcode $displayBarcode = null,
        /**
         * True removes the code from the customer display at once.
         */
        public ?bool $hideBarcode = null,
        /**
         * Changes to lines that the session has: the external discount of each.
         * @var list<LineChange>|null
         */
        public ?array $lineChanges = null,
        /**
         * Lines to add to the session.
         * @var list<LineAddition>|null
         */
        public ?array $lineAdditions = null,
        /**
         * Lines to delete from the session.
         * @var list<LineDeletion>|null
         */
        public ?array $lineDeletions = null,
        /**
         * True stops all changes to the session at the till, false allows them again.
         */
        public ?bool $lockSession = null,
        /**
         * True stops what adds to the session, but lines may still be removed or lowered; false allows all
         * again.
         */
        public ?bool $lockSessionForAdditions = null,
        /**
         * Sets how VAT is reckoned in this session.
         */
        public ?VatMethod $vatMethodChange = null,
        /**
         * Books payments on the session of a table.
         */
        public ?PrepayTable $prepayTable = null,
        /**
         * Shows the user a card that was scanned outside the till. One without any property shows nothing.
         */
        public ?ExternalCardScan $externalCardScan = null,
        /**
         * Puts another text on the button of a custom action.
         */
        public ?CustomActionChange $customActionChange = null,
        /**
         * Asks the till to run a custom action. No promise that it does.
         */
        public ?RequestCustomAction $requestCustomAction = null,
        /**
         * Says whether the till is to go on asking, and what to show meanwhile.
         */
        public ?PollingAnswer $polling = null,
        /**
         * The version of your software. The till keeps it in its communication log, which helps to trace faults.
         */
        public ?string $version = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            externalPayment: isset($json->externalPayment) ? StartExternalPaymentAnswer::from($json->externalPayment) : null,
            error: isset($json->error) ? ErrorAnswer::from($json->error) : null,
            message: isset($json->message) ? array_map(static fn ($item) => Message::from($item), $json->message) : null,
            dialog: isset($json->dialog) ? DialogAnswer::from($json->dialog) : null,
            requestScanCode: isset($json->requestScanCode) ? RequestScanCode::from($json->requestScanCode) : null,
            openUrl: isset($json->openUrl) ? OpenUrlAnswer::from($json->openUrl) : null,
            displayBarcode: isset($json->displayBarcode) ? DisplayBarcode::from($json->displayBarcode) : null,
            hideBarcode: isset($json->hideBarcode) ? $json->hideBarcode : null,
            lineChanges: isset($json->lineChanges) ? array_map(static fn ($item) => LineChange::from($item), $json->lineChanges) : null,
            lineAdditions: isset($json->lineAdditions) ? array_map(static fn ($item) => LineAddition::from($item), $json->lineAdditions) : null,
            lineDeletions: isset($json->lineDeletions) ? array_map(static fn ($item) => LineDeletion::from($item), $json->lineDeletions) : null,
            lockSession: isset($json->lockSession) ? $json->lockSession : null,
            lockSessionForAdditions: isset($json->lockSessionForAdditions) ? $json->lockSessionForAdditions : null,
            vatMethodChange: isset($json->vatMethodChange) ? VatMethod::from($json->vatMethodChange) : null,
            prepayTable: isset($json->prepayTable) ? PrepayTable::from($json->prepayTable) : null,
            externalCardScan: isset($json->externalCardScan) ? ExternalCardScan::from($json->externalCardScan) : null,
            customActionChange: isset($json->customActionChange) ? CustomActionChange::from($json->customActionChange) : null,
            requestCustomAction: isset($json->requestCustomAction) ? RequestCustomAction::from($json->requestCustomAction) : null,
            polling: isset($json->polling) ? PollingAnswer::from($json->polling) : null,
            version: isset($json->version) ? $json->version : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        if ($this->externalPayment !== null) {
            $json->externalPayment = $this->externalPayment;
        }
        if ($this->error !== null) {
            $json->error = $this->error;
        }
        if ($this->message !== null) {
            $json->message = array_values($this->message);
        }
        if ($this->dialog !== null) {
            $json->dialog = $this->dialog;
        }
        if ($this->requestScanCode !== null) {
            $json->requestScanCode = $this->requestScanCode;
        }
        if ($this->openUrl !== null) {
            $json->openUrl = $this->openUrl;
        }
        if ($this->displayBarcode !== null) {
            $json->displayBarcode = $this->displayBarcode;
        }
        if ($this->hideBarcode !== null) {
            $json->hideBarcode = $this->hideBarcode;
        }
        if ($this->lineChanges !== null) {
            $json->lineChanges = array_values($this->lineChanges);
        }
        if ($this->lineAdditions !== null) {
            $json->lineAdditions = array_values($this->lineAdditions);
        }
        if ($this->lineDeletions !== null) {
            $json->lineDeletions = array_values($this->lineDeletions);
        }
        if ($this->lockSession !== null) {
            $json->lockSession = $this->lockSession;
        }
        if ($this->lockSessionForAdditions !== null) {
            $json->lockSessionForAdditions = $this->lockSessionForAdditions;
        }
        if ($this->vatMethodChange !== null) {
            $json->vatMethodChange = $this->vatMethodChange;
        }
        if ($this->prepayTable !== null) {
            $json->prepayTable = $this->prepayTable;
        }
        if ($this->externalCardScan !== null) {
            $json->externalCardScan = $this->externalCardScan;
        }
        if ($this->customActionChange !== null) {
            $json->customActionChange = $this->customActionChange;
        }
        if ($this->requestCustomAction !== null) {
            $json->requestCustomAction = $this->requestCustomAction;
        }
        if ($this->polling !== null) {
            $json->polling = $this->polling;
        }
        if ($this->version !== null) {
            $json->version = $this->version;
        }
        return $json;
    }
}

/**
 * What the POS sends for 'startPayment'.
 */
final class StartPaymentRequest implements JsonSerializable
{
    public function __construct(
        /**
         * When and how the event was sent. The event's name is not in here: it is the end of the URL.
         */
        public EventInfo $event,
        /**
         * The till, or the program in its place, that sent the event.
         */
        public Sender $sender,
        /**
         * The sale that the event is about.
         */
        public Session $session,
        /**
         * The user's choice in the dialog that you answered with; the rest of the request is the original event
         * once more.
         */
        public ?Dialog $dialog = null,
        /**
         * What the user did with the form that you answered with; the rest of the request is the original event
         * once more. Since v59.
         */
        public ?Form $form = null,
        /**
         * Present when the client can open web pages: what to heed when you answer with 'openUrl'.
         */
        public ?OpenUrl $openUrl = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            event: EventInfo::from(($json->event ?? throw new UnexpectedValueException('StartPaymentRequest has no event.'))),
            sender: Sender::from(($json->sender ?? throw new UnexpectedValueException('StartPaymentRequest has no sender.'))),
            session: Session::from(($json->session ?? throw new UnexpectedValueException('StartPaymentRequest has no session.'))),
            dialog: isset($json->dialog) ? Dialog::from($json->dialog) : null,
            form: isset($json->form) ? Form::from($json->form) : null,
            openUrl: isset($json->openUrl) ? OpenUrl::from($json->openUrl) : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->event = $this->event;
        $json->sender = $this->sender;
        $json->session = $this->session;
        if ($this->dialog !== null) {
            $json->dialog = $this->dialog;
        }
        if ($this->form !== null) {
            $json->form = $this->form;
        }
        if ($this->openUrl !== null) {
            $json->openUrl = $this->openUrl;
        }
        return $json;
    }
}

/**
 * What may be answered to 'startPayment'.
 */
final class StartPaymentResponse implements JsonSerializable
{
    public function __construct(
        /**
         * Says that you could not use the request. Goes with HTTP status 400.
         */
        public ?ErrorAnswer $error = null,
        /**
         * Texts to show at the till: a list, so that one answer can bring several.
         * @var list<Message>|null
         */
        public ?array $message = null,
        /**
         * Shows options to choose from. Once the user has chosen, the same event comes again with the choice.
         */
        public ?DialogAnswer $dialog = null,
        /**
         * Asks the user to scan a code.
         */
        public ?RequestScanCode $requestScanCode = null,
        /**
         * Opens a web page at the client, or offers a link to it. A client that can do so sends 'openUrl' in its
         * request.
         */
        public ?OpenUrlAnswer $openUrl = null,
        /**
         * Shows a code to the customer, on the customer display.
         */
        public ?DisplayBarcode $displayBarcode = null,
        /**
         * True removes the code from the customer display at once.
         */
        public ?bool $hideBarcode = null,
        /**
         * Changes to lines that the session has: the external discount of each.
         * @var list<LineChange>|null
         */
        public ?array $lineChanges = null,
        /**
         * Lines to add to the session.
         * @var list<LineAddition>|null
         */
        public ?array $lineAdditions = null,
        /**
         * Lines to delete from the session.
         * @var list<LineDeletion>|null
         */
        public ?array $lineDeletions = null,
        /**
         * True stops all changes to the session at the till, false allows them again.
         */
        public ?bool $lockSession = null,
        /**
         * True stops what adds to the session, but lines may still be removed or lowered; false allows all
         * again.
         */
        public ?bool $lockSessionForAdditions = null,
        /**
         * Sets how VAT is reckoned in this session.
         */
        public ?VatMethod $vatMethodChange = null,
        /**
         * Books payments on the session of a table.
         */
        public ?PrepayTable $prepayTable = null,
        /**
         * Shows the user a card that was scanned outside the till. One without any property shows nothing.
         */
        public ?ExternalCardScan $externalCardScan = null,
        /**
         * Puts another text on the button of a custom action.
         */
        public ?CustomActionChange $customActionChange = null,
        /**
         * Asks the till to run a custom action. No promise that it does.
         */
        public ?RequestCustomAction $requestCustomAction = null,
        /**
         * Says whether the till is to go on asking, and what to show meanwhile.
         */
        public ?PollingAnswer $polling = null,
        /**
         * The version of your software. The till keeps it in its communication log, which helps to trace faults.
         */
        public ?string $version = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            error: isset($json->error) ? ErrorAnswer::from($json->error) : null,
            message: isset($json->message) ? array_map(static fn ($item) => Message::from($item), $json->message) : null,
            dialog: isset($json->dialog) ? DialogAnswer::from($json->dialog) : null,
            requestScanCode: isset($json->requestScanCode) ? RequestScanCode::from($json->requestScanCode) : null,
            openUrl: isset($json->openUrl) ? OpenUrlAnswer::from($json->openUrl) : null,
            displayBarcode: isset($json->displayBarcode) ? DisplayBarcode::from($json->displayBarcode) : null,
            hideBarcode: isset($json->hideBarcode) ? $json->hideBarcode : null,
            lineChanges: isset($json->lineChanges) ? array_map(static fn ($item) => LineChange::from($item), $json->lineChanges) : null,
            lineAdditions: isset($json->lineAdditions) ? array_map(static fn ($item) => LineAddition::from($item), $json->lineAdditions) : null,
            lineDeletions: isset($json->lineDeletions) ? array_map(static fn ($item) => LineDeletion::from($item), $json->lineDeletions) : null,
            lockSession: isset($json->lockSession) ? $json->lockSession : null,
            lockSessionForAdditions: isset($json->lockSessionForAdditions) ? $json->lockSessionForAdditions : null,
            vatMethodChange: isset($json->vatMethodChange) ? VatMethod::from($json->vatMethodChange) : null,
            prepayTable: isset($json->prepayTable) ? PrepayTable::from($json->prepayTable) : null,
            externalCardScan: isset($json->externalCardScan) ? ExternalCardScan::from($json->externalCardScan) : null,
            customActionChange: isset($json->customActionChange) ? CustomActionChange::from($json->customActionChange) : null,
            requestCustomAction: isset($json->requestCustomAction) ? RequestCustomAction::from($json->requestCustomAction) : null,
            polling: isset($json->polling) ? PollingAnswer::from($json->polling) : null,
            version: isset($json->version) ? $json->version : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        if ($this->error !== null) {
            $json->error = $this->error;
        }
        if ($this->message !== null) {
            $json->message = array_values($this->message);
        }
        if ($this->dialog !== null) {
            $json->dialog = $this->dialog;
        }
        if ($this->requestScanCode !== null) {
            $json->requestScanCode = $this->requestScanCode;
        }
        if ($this->openUrl !== null) {
            $json->openUrl = $this->openUrl;
        }
        if ($this->displayBarcode !== null) {
            $json->displayBarcode = $this->displayBarcode;
        }
        if ($this->hideBarcode !== null) {
            $json->hideBarcode = $this->hideBarcode;
        }
        if ($this->lineChanges !== null) {
            $json->lineChanges = array_values($this->lineChanges);
        }
        if ($this->lineAdditions !== null) {
            $json->lineAdditions = array_values($this->lineAdditions);
        }
        if ($this->lineDeletions !== null) {
            $json->lineDeletions = array_values($this->lineDeletions);
        }
        if ($this->lockSession !== null) {
            $json->lockSession = $this->lockSession;
        }
        if ($this->lockSessionForAdditions !== null) {
            $json->lockSessionForAdditions = $this->lockSessionForAdditions;
        }
        if ($this->vatMethodChange !== null) {
            $json->vatMethodChange = $this->vatMethodChange;
        }
        if ($this->prepayTable !== null) {
            $json->prepayTable = $this->prepayTable;
        }
        if ($this->externalCardScan !== null) {
            $json->externalCardScan = $this->externalCardScan;
        }
        if ($this->customActionChange !== null) {
            $json->customActionChange = $this->customActionChange;
        }
        if ($this->requestCustomAction !== null) {
            $json->requestCustomAction = $this->requestCustomAction;
        }
        if ($this->polling !== null) {
            $json->polling = $this->polling;
        }
        if ($this->version !== null) {
            $json->version = $this->version;
        }
        return $json;
    }
}

/**
 * What the POS sends for 'startSession'.
 */
final class StartSessionRequest implements JsonSerializable
{
    public function __construct(
        /**
         * When and how the event was sent. The event's name is not in here: it is the end of the URL.
         */
        public EventInfo $event,
        /**
         * The till, or the program in its place, that sent the event.
         */
        public Sender $sender,
        /**
         * The sale that the event is about.
         */
        public Session $session,
        /**
         * The user's choice in the dialog that you answered with; the rest of the request is the original event
         * once more.
         */
        public ?Dialog $dialog = null,
        /**
         * What the user did with the form that you answered with; the rest of the request is the original event
         * once more. Since v59.
         */
        public ?Form $form = null,
        /**
         * Present when the client can open web pages: what to heed when you answer with 'openUrl'.
         */
        public ?OpenUrl $openUrl = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            event: EventInfo::from(($json->event ?? throw new UnexpectedValueException('StartSessionRequest has no event.'))),
            sender: Sender::from(($json->sender ?? throw new UnexpectedValueException('StartSessionRequest has no sender.'))),
            session: Session::from(($json->session ?? throw new UnexpectedValueException('StartSessionRequest has no session.'))),
            dialog: isset($json->dialog) ? Dialog::from($json->dialog) : null,
            form: isset($json->form) ? Form::from($json->form) : null,
            openUrl: isset($json->openUrl) ? OpenUrl::from($json->openUrl) : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->event = $this->event;
        $json->sender = $this->sender;
        $json->session = $this->session;
        if ($this->dialog !== null) {
            $json->dialog = $this->dialog;
        }
        if ($this->form !== null) {
            $json->form = $this->form;
        }
        if ($this->openUrl !== null) {
            $json->openUrl = $this->openUrl;
        }
        return $json;
    }
}

/**
 * What may be answered to 'startSession'.
 */
final class StartSessionResponse implements JsonSerializable
{
    public function __construct(
        /**
         * Says that you could not use the request. Goes with HTTP status 400.
         */
        public ?ErrorAnswer $error = null,
        /**
         * Texts to show at the till: a list, so that one answer can bring several.
         * @var list<Message>|null
         */
        public ?array $message = null,
        /**
         * Shows options to choose from. Once the user has chosen, the same event comes again with the choice.
         */
        public ?DialogAnswer $dialog = null,
        /**
         * Asks the user to scan a code.
         */
        public ?RequestScanCode $requestScanCode = null,
        /**
         * Opens a web page at the client, or offers a link to it. A client that can do so sends 'openUrl' in its
         * request.
         */
        public ?OpenUrlAnswer $openUrl = null,
        /**
         * Shows a code to the customer, on the customer display.
         */
        public ?DisplayBarcode $displayBarcode = null,
        /**
         * True removes the code from the customer display at once.
         */
        public ?bool $hideBarcode = null,
        /**
         * Changes to lines that the session has: the external discount of each.
         * @var list<LineChange>|null
         */
        public ?array $lineChanges = null,
        /**
         * Lines to add to the session.
         * @var list<LineAddition>|null
         */
        public ?array $lineAdditions = null,
        /**
         * Lines to delete from the session.
         * @var list<LineDeletion>|null
         */
        public ?array $lineDeletions = null,
        /**
         * True stops all changes to the session at the till, false allows them again.
         */
        public ?bool $lockSession = null,
        /**
         * True stops what adds to the session, but lines may still be removed or lowered; false allows all
         * again.
         */
        public ?bool $lockSessionForAdditions = null,
        /**
         * Sets how VAT is reckoned in this session.
         */
        public ?VatMethod $vatMethodChange = null,
        /**
         * Books payments on the session of a table.
         */
        public ?PrepayTable $prepayTable = null,
        /**
         * Shows the user a card that was scanned outside the till. One without any property shows nothing.
         */
        public ?ExternalCardScan $externalCardScan = null,
        /**
         * Puts another text on the button of a custom action.
         */
        public ?CustomActionChange $customActionChange = null,
        /**
         * Asks the till to run a custom action. No promise that it does.
         */
        public ?RequestCustomAction $requestCustomAction = null,
        /**
         * Says whether the till is to go on asking, and what to show meanwhile.
         */
        public ?PollingAnswer $polling = null,
        /**
         * The version of your software. The till keeps it in its communication log, which helps to trace faults.
         */
        public ?string $version = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            error: isset($json->error) ? ErrorAnswer::from($json->error) : null,
            message: isset($json->message) ? array_map(static fn ($item) => Message::from($item), $json->message) : null,
            dialog: isset($json->dialog) ? DialogAnswer::from($json->dialog) : null,
            requestScanCode: isset($json->requestScanCode) ? RequestScanCode::from($json->requestScanCode) : null,
            openUrl: isset($json->openUrl) ? OpenUrlAnswer::from($json->openUrl) : null,
            displayBarcode: isset($json->displayBarcode) ? DisplayBarcode::from($json->displayBarcode) : null,
            hideBarcode: isset($json->hideBarcode) ? $json->hideBarcode : null,
            lineChanges: isset($json->lineChanges) ? array_map(static fn ($item) => LineChange::from($item), $json->lineChanges) : null,
            lineAdditions: isset($json->lineAdditions) ? array_map(static fn ($item) => LineAddition::from($item), $json->lineAdditions) : null,
            lineDeletions: isset($json->lineDeletions) ? array_map(static fn ($item) => LineDeletion::from($item), $json->lineDeletions) : null,
            lockSession: isset($json->lockSession) ? $json->lockSession : null,
            lockSessionForAdditions: isset($json->lockSessionForAdditions) ? $json->lockSessionForAdditions : null,
            vatMethodChange: isset($json->vatMethodChange) ? VatMethod::from($json->vatMethodChange) : null,
            prepayTable: isset($json->prepayTable) ? PrepayTable::from($json->prepayTable) : null,
            externalCardScan: isset($json->externalCardScan) ? ExternalCardScan::from($json->externalCardScan) : null,
            customActionChange: isset($json->customActionChange) ? CustomActionChange::from($json->customActionChange) : null,
            requestCustomAction: isset($json->requestCustomAction) ? RequestCustomAction::from($json->requestCustomAction) : null,
            polling: isset($json->polling) ? PollingAnswer::from($json->polling) : null,
            version: isset($json->version) ? $json->version : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        if ($this->error !== null) {
            $json->error = $this->error;
        }
        if ($this->message !== null) {
            $json->message = array_values($this->message);
        }
        if ($this->dialog !== null) {
            $json->dialog = $this->dialog;
        }
        if ($this->requestScanCode !== null) {
            $json->requestScanCode = $this->requestScanCode;
        }
        if ($this->openUrl !== null) {
            $json->openUrl = $this->openUrl;
        }
        if ($this->displayBarcode !== null) {
            $json->displayBarcode = $this->displayBarcode;
        }
        if ($this->hideBarcode !== null) {
            $json->hideBarcode = $this->hideBarcode;
        }
        if ($this->lineChanges !== null) {
            $json->lineChanges = array_values($this->lineChanges);
        }
        if ($this->lineAdditions !== null) {
            $json->lineAdditions = array_values($this->lineAdditions);
        }
        if ($this->lineDeletions !== null) {
            $json->lineDeletions = array_values($this->lineDeletions);
        }
        if ($this->lockSession !== null) {
            $json->lockSession = $this->lockSession;
        }
        if ($this->lockSessionForAdditions !== null) {
            $json->lockSessionForAdditions = $this->lockSessionForAdditions;
        }
        if ($this->vatMethodChange !== null) {
            $json->vatMethodChange = $this->vatMethodChange;
        }
        if ($this->prepayTable !== null) {
            $json->prepayTable = $this->prepayTable;
        }
        if ($this->externalCardScan !== null) {
            $json->externalCardScan = $this->externalCardScan;
        }
        if ($this->customActionChange !== null) {
            $json->customActionChange = $this->customActionChange;
        }
        if ($this->requestCustomAction !== null) {
            $json->requestCustomAction = $this->requestCustomAction;
        }
        if ($this->polling !== null) {
            $json->polling = $this->polling;
        }
        if ($this->version !== null) {
            $json->version = $this->version;
        }
        return $json;
    }
}

/**
 * The table that the course is for.
 */
final class Table implements JsonSerializable
{
    public function __construct(
        /**
         * Name of the table.
         */
        public ?string $tableName = null,
        /**
         * How many people are at the table.
         */
        public ?int $numberOfGuests = null,
        /**
         * Number of the table.
         */
        public ?int $number = null,
        /**
         * Sub-number within the table.
         */
        public ?int $subNumber = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            tableName: readIfFits(static fn (): ?string => isset($json->tableName) ? $json->tableName : null),
            numberOfGuests: readIfFits(static fn (): ?int => isset($json->numberOfGuests) ? toInt($json->numberOfGuests) : null),
            number: isset($json->number) ? toInt($json->number) : null,
            subNumber: isset($json->subNumber) ? toInt($json->subNumber) : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        if ($this->tableName !== null) {
            $json->tableName = $this->tableName;
        }
        if ($this->numberOfGuests !== null) {
            $json->numberOfGuests = $this->numberOfGuests;
        }
        if ($this->number !== null) {
            $json->number = $this->number;
        }
        if ($this->subNumber !== null) {
            $json->subNumber = $this->subNumber;
        }
        return $json;
    }
}

/**
 * The table order that the course belongs to.
 */
final class TableOrder implements JsonSerializable
{
    public function __construct(
        /**
         * Made by the POS; identifies the order.
         */
        public string $orderId,
        /**
         * Year of the order.
         */
        public ?int $year = null,
        /**
         * Number of the order.
         */
        public ?int $number = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            orderId: ($json->orderId ?? throw new UnexpectedValueException('TableOrder has no orderId.')),
            year: readIfFits(static fn (): ?int => isset($json->year) ? toInt($json->year) : null),
            number: readIfFits(static fn (): ?int => isset($json->number) ? toInt($json->number) : null),
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->orderId = $this->orderId;
        if ($this->year !== null) {
            $json->year = $this->year;
        }
        if ($this->number !== null) {
            $json->number = $this->number;
        }
        return $json;
    }
}

/**
 * What was changed in the sale.
 */
final class UpdateSessionLine implements JsonSerializable
{
    public function __construct(
        /**
         * The line, as it is after the change.
         */
        public ?SessionLine $line = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            line: readIfFits(static fn (): ?SessionLine => isset($json->line) ? SessionLine::from($json->line) : null),
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        if ($this->line !== null) {
            $json->line = $this->line;
        }
        return $json;
    }
}

/**
 * What the POS sends for 'updateSessionLine'.
 */
final class UpdateSessionLineRequest implements JsonSerializable
{
    public function __construct(
        /**
         * When and how the event was sent. The event's name is not in here: it is the end of the URL.
         */
        public EventInfo $event,
        /**
         * The till, or the program in its place, that sent the event.
         */
        public Sender $sender,
        /**
         * The sale that the event is about.
         */
        public ?Session $session = null,
        /**
         * What was changed in the sale.
         */
        public ?UpdateSessionLine $updateSessionLine = null,
        /**
         * The user's choice in the dialog that you answered with; the rest of the request is the original event
         * once more.
         */
        public ?Dialog $dialog = null,
        /**
         * What the user did with the form that you answered with; the rest of the request is the original event
         * once more. Since v59.
         */
        public ?Form $form = null,
        /**
         * Present when the client can open web pages: what to heed when you answer with 'openUrl'.
         */
        public ?OpenUrl $openUrl = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            event: EventInfo::from(($json->event ?? throw new UnexpectedValueException('UpdateSessionLineRequest has no event.'))),
            sender: Sender::from(($json->sender ?? throw new UnexpectedValueException('UpdateSessionLineRequest has no sender.'))),
            session: readIfFits(static fn (): ?Session => isset($json->session) ? Session::from($json->session) : null),
            updateSessionLine: readIfFits(static fn (): ?UpdateSessionLine => isset($json->updateSessionLine) ? UpdateSessionLine::from($json->updateSessionLine) : null),
            dialog: isset($json->dialog) ? Dialog::from($json->dialog) : null,
            form: isset($json->form) ? Form::from($json->form) : null,
            openUrl: isset($json->openUrl) ? OpenUrl::from($json->openUrl) : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->event = $this->event;
        $json->sender = $this->sender;
        if ($this->session !== null) {
            $json->session = $this->session;
        }
        if ($this->updateSessionLine !== null) {
            $json->updateSessionLine = $this->updateSessionLine;
        }
        if ($this->dialog !== null) {
            $json->dialog = $this->dialog;
        }
        if ($this->form !== null) {
            $json->form = $this->form;
        }
        if ($this->openUrl !== null) {
            $json->openUrl = $this->openUrl;
        }
        return $json;
    }
}

/**
 * What may be answered to 'updateSessionLine'.
 */
final class UpdateSessionLineResponse implements JsonSerializable
{
    public function __construct(
        /**
         * Says that you could not use the request. Goes with HTTP status 400.
         */
        public ?ErrorAnswer $error = null,
        /**
         * Texts to show at the till: a list, so that one answer can bring several.
         * @var list<Message>|null
         */
        public ?array $message = null,
        /**
         * Shows options to choose from. Once the user has chosen, the same event comes again with the choice.
         */
        public ?DialogAnswer $dialog = null,
        /**
         * Asks the user to scan a code.
         */
        public ?RequestScanCode $requestScanCode = null,
        /**
         * Opens a web page at the client, or offers a link to it. A client that can do so sends 'openUrl' in its
         * request.
         */
        public ?OpenUrlAnswer $openUrl = null,
        /**
         * Shows a code to the customer, on the customer display.
         */
        public ?DisplayBarcode $displayBarcode = null,
        /**
         * True removes the code from the customer display at once.
         */
        public ?bool $hideBarcode = null,
        /**
         * Changes to lines that the session has: the external discount of each.
         * @var list<LineChange>|null
         */
        public ?array $lineChanges = null,
        /**
         * Lines to add to the session.
         * @var list<LineAddition>|null
         */
        public ?array $lineAdditions = null,
        /**
         * Lines to delete from the session.
         * @var list<LineDeletion>|null
         */
        public ?array $lineDeletions = null,
        /**
         * True stops all changes to the session at the till, false allows them again.
         */
        public ?bool $lockSession = null,
        /**
         * True stops what adds to the session, but lines may still be removed or lowered; false allows all
         * again.
         */
        public ?bool $lockSessionForAdditions = null,
        /**
         * Sets how VAT is reckoned in this session.
         */
        public ?VatMethod $vatMethodChange = null,
        /**
         * Books payments on the session of a table.
         */
        public ?PrepayTable $prepayTable = null,
        /**
         * Shows the user a card that was scanned outside the till. One without any property shows nothing.
         */
        public ?ExternalCardScan $externalCardScan = null,
        /**
         * Puts another text on the button of a custom action.
         */
        public ?CustomActionChange $customActionChange = null,
        /**
         * Asks the till to run a custom action. No promise that it does.
         */
        public ?RequestCustomAction $requestCustomAction = null,
        /**
         * Says whether the till is to go on asking, and what to show meanwhile.
         */
        public ?PollingAnswer $polling = null,
        /**
         * The version of your software. The till keeps it in its communication log, which helps to trace faults.
         */
        public ?string $version = null,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            error: isset($json->error) ? ErrorAnswer::from($json->error) : null,
            message: isset($json->message) ? array_map(static fn ($item) => Message::from($item), $json->message) : null,
            dialog: isset($json->dialog) ? DialogAnswer::from($json->dialog) : null,
            requestScanCode: isset($json->requestScanCode) ? RequestScanCode::from($json->requestScanCode) : null,
            openUrl: isset($json->openUrl) ? OpenUrlAnswer::from($json->openUrl) : null,
            displayBarcode: isset($json->displayBarcode) ? DisplayBarcode::from($json->displayBarcode) : null,
            hideBarcode: isset($json->hideBarcode) ? $json->hideBarcode : null,
            lineChanges: isset($json->lineChanges) ? array_map(static fn ($item) => LineChange::from($item), $json->lineChanges) : null,
            lineAdditions: isset($json->lineAdditions) ? array_map(static fn ($item) => LineAddition::from($item), $json->lineAdditions) : null,
            lineDeletions: isset($json->lineDeletions) ? array_map(static fn ($item) => LineDeletion::from($item), $json->lineDeletions) : null,
            lockSession: isset($json->lockSession) ? $json->lockSession : null,
            lockSessionForAdditions: isset($json->lockSessionForAdditions) ? $json->lockSessionForAdditions : null,
            vatMethodChange: isset($json->vatMethodChange) ? VatMethod::from($json->vatMethodChange) : null,
            prepayTable: isset($json->prepayTable) ? PrepayTable::from($json->prepayTable) : null,
            externalCardScan: isset($json->externalCardScan) ? ExternalCardScan::from($json->externalCardScan) : null,
            customActionChange: isset($json->customActionChange) ? CustomActionChange::from($json->customActionChange) : null,
            requestCustomAction: isset($json->requestCustomAction) ? RequestCustomAction::from($json->requestCustomAction) : null,
            polling: isset($json->polling) ? PollingAnswer::from($json->polling) : null,
            version: isset($json->version) ? $json->version : null,
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        if ($this->error !== null) {
            $json->error = $this->error;
        }
        if ($this->message !== null) {
            $json->message = array_values($this->message);
        }
        if ($this->dialog !== null) {
            $json->dialog = $this->dialog;
        }
        if ($this->requestScanCode !== null) {
            $json->requestScanCode = $this->requestScanCode;
        }
        if ($this->openUrl !== null) {
            $json->openUrl = $this->openUrl;
        }
        if ($this->displayBarcode !== null) {
            $json->displayBarcode = $this->displayBarcode;
        }
        if ($this->hideBarcode !== null) {
            $json->hideBarcode = $this->hideBarcode;
        }
        if ($this->lineChanges !== null) {
            $json->lineChanges = array_values($this->lineChanges);
        }
        if ($this->lineAdditions !== null) {
            $json->lineAdditions = array_values($this->lineAdditions);
        }
        if ($this->lineDeletions !== null) {
            $json->lineDeletions = array_values($this->lineDeletions);
        }
        if ($this->lockSession !== null) {
            $json->lockSession = $this->lockSession;
        }
        if ($this->lockSessionForAdditions !== null) {
            $json->lockSessionForAdditions = $this->lockSessionForAdditions;
        }
        if ($this->vatMethodChange !== null) {
            $json->vatMethodChange = $this->vatMethodChange;
        }
        if ($this->prepayTable !== null) {
            $json->prepayTable = $this->prepayTable;
        }
        if ($this->externalCardScan !== null) {
            $json->externalCardScan = $this->externalCardScan;
        }
        if ($this->customActionChange !== null) {
            $json->customActionChange = $this->customActionChange;
        }
        if ($this->requestCustomAction !== null) {
            $json->requestCustomAction = $this->requestCustomAction;
        }
        if ($this->polling !== null) {
            $json->polling = $this->polling;
        }
        if ($this->version !== null) {
            $json->version = $this->version;
        }
        return $json;
    }
}

/**
 * Sets how VAT is reckoned in this session.
 */
enum VatMethod: string
{
    case inclusive = 'inclusive';
    case exclusive = 'exclusive';
    case shifted = 'shifted';
}

/**
 * What the POS could not accept in your answer.
 */
final class WebhookError implements JsonSerializable
{
    public function __construct(
        /**
         * What went wrong with a request or an answer. Other codes may come: the list we know has no end, and
         * receivers may make up their own.
         */
        public string $code,
        /**
         * The cause in words, for a log.
         */
        public string $message,
    ) {
    }

    /** Makes it of an object that json_decode gave. */
    public static function from(stdClass $json): self
    {
        return new self(
            code: ($json->code ?? throw new UnexpectedValueException('WebhookError has no code.')),
            message: ($json->message ?? throw new UnexpectedValueException('WebhookError has no message.')),
        );
    }

    /** What json_encode writes: without what is null because it was left out. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        $json->code = $this->code;
        $json->message = $this->message;
        return $json;
    }
}

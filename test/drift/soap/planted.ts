/**
 * Differences, planted in the WSDL of the tables: a piece of its text, another in its place, and what there is to do about it. `^` is the
 * line of the piece, `^+1` the next one.
 */
type Planted = readonly [from: string, to: string, ...want: readonly string[]];

export const planted: readonly Planted[] = [
  // An element is added.
  [
    `<xsd:element name="dialogTitle" type="xsd:string" minOccurs="0"/>`,
    `<xsd:element name="dialogTitle" type="xsd:string" minOccurs="0"/>\n<xsd:element name="subtitle" type="xsd:string" minOccurs="0"/>`,
    "new response dialog.subtitle (^+1): the spec does not have it",
    "new response dialog.subtitle (^+1): is text",
    "new response dialog.subtitle (^+1): is optional",
  ],
  // An element that the till documents is removed.
  [
    `<xsd:element name="optionColor" type="xsd:string" minOccurs="0"/>`,
    "",
    "vanished response dialog.dialogOptions[].optionColor: the source does not have it",
  ],
  // An element is renamed.
  [
    `<xsd:element name="urlTitle" type="xsd:string" minOccurs="0"/>`,
    `<xsd:element name="urlCaption" type="xsd:string" minOccurs="0"/>`,
    "new response openUrl.urlCaption (^): the spec does not have it",
    "new response openUrl.urlCaption (^): is text",
    "new response openUrl.urlCaption (^): is optional",
    "vanished response openUrl.urlTitle: the source does not have it",
  ],
  // An element that the table of names knows is renamed.
  [
    `<xsd:element name="multiple"`,
    `<xsd:element name="several"`,
    "new response form.fields[].select.several (^): the spec does not have it",
    "new response form.fields[].select.several (^): is boolean",
    "new response form.fields[].select.several (^): is not optional",
    'unread (1): drift/soap-names.json names "WebhookFormSelect.multiple", which is not there',
    "vanished response form.fields[].multiple: the source does not have it",
  ],
  // The type of an element changes.
  [
    `<xsd:element name="longClick" type="xsd:boolean" minOccurs="0"/>`,
    `<xsd:element name="longClick" type="xsd:int" minOccurs="0"/>`,
    "contradicts request customAction.longClick (^): is integer; the spec has boolean",
  ],
  // An element may come more than once.
  [
    `<xsd:element name="code" type="xsd:string"/>\n        </xsd:sequence>`,
    `<xsd:element name="code" type="xsd:string" maxOccurs="5"/>\n        </xsd:sequence>`,
    "contradicts response displayBarcode.code (^): is array of strings; the spec has string",
  ],
  // An element is optional.
  [
    `<xsd:element name="recognized" type="xsd:boolean"/>`,
    `<xsd:element name="recognized" type="xsd:boolean" minOccurs="0"/>`,
    "contradicts response scanCode.recognized (^): is optional; the spec has it as required",
  ],
  // An element may be nil.
  [
    `<xsd:element name="url" type="xsd:string"/>`,
    `<xsd:element name="url" type="xsd:string" nillable="true"/>`,
    "contradicts response openUrl.url (^): is null; the spec has uri",
  ],
  // An element that was reviewed changes.
  [
    `<xsd:element name="finalAmount" type="xsd:long" minOccurs="0"/>\n          <xsd:element name="externalTransactionReference"`,
    `<xsd:element name="finalAmount" type="xsd:decimal" minOccurs="0"/>\n          <xsd:element name="externalTransactionReference"`,
    'vanished: the review of "response externalPayment.finalAmount type" fits nothing in the source any more',
  ],
  // A value is added to an enum.
  [
    `<xsd:enumeration value="LABEL"/>`,
    `<xsd:enumeration value="LABEL"/><xsd:enumeration value="SIGNATURE"/>`,
    'new request form.fields[].type (^-10): has the values "text", "email", "password", "postalcode", "number", "date", "time", "datetime", "select", "checkbox", "label", "signature" and "postaladdress"; the spec has no list of values',
    'new response form.fields[].type (^-10): has "signature", which the spec has not',
    'vanished: the review of "request form.fields[].type values" fits nothing in the source any more',
  ],
  // An enum becomes a text.
  [
    `<xsd:element name="type" type="api:ExternalPaymentReceiptTextType" minOccurs="0"/>`,
    `<xsd:element name="type" type="xsd:string" minOccurs="0"/>`,
    'unread (641): no body has the type "ExternalPaymentReceiptTextType", and drift/soap-names.json does not leave it out',
    "vanished response externalPayment.receiptTexts[].type: the source lists no values of it",
  ],
  // A value is spelt in another way.
  [
    `"SCAN-CODE-TYPE-RFID"`,
    `"ScanCodeTypeRfid"`,
    'unread (^): the value "ScanCodeTypeRfid" is not spelt as those of "ScanCodeType" are',
    'vanished: the review of "request scanCode.codeType values" fits nothing in the source any more',
  ],
  // An event is added.
  [
    `<xsd:enumeration value="WEBHOOK-EVENT-CANCEL-SESSION"/>`,
    `<xsd:enumeration value="WEBHOOK-EVENT-CANCEL-SESSION"/>\n<xsd:enumeration value="WEBHOOK-EVENT-WEIGH-ARTICLE"/>`,
    'new event weighArticle (^+1): the spec has no event "weighArticle"',
  ],
  // An event is removed.
  [
    `<xsd:enumeration value="WEBHOOK-EVENT-PAUSE-SESSION"/>`,
    "",
    "vanished event pauseSession: the source does not have it",
  ],
  // A type is in the file that nobody looked at.
  [
    `      <xsd:complexType name="WebhookError">`,
    `      <xsd:complexType name="WebhookReceipt"><xsd:sequence/></xsd:complexType>\n      <xsd:complexType name="WebhookError">`,
    'unread (^): no body has the type "WebhookReceipt", and drift/soap-names.json does not leave it out',
  ],
  // The type of an element is missing.
  [
    `<xsd:complexType name="WebhookOpenUrl">`,
    `<xsd:complexType name="OpenPage">`,
    'unread (61): the type "WebhookOpenUrl" is not in the file',
    "vanished response openUrl.url: the source does not have it",
    "vanished response openUrl.autoOpen: the source does not have it",
    "vanished response openUrl.urlTitle: the source does not have it",
  ],
  // A body has something that no reader understands.
  [
    `<xsd:element name="recognized" type="xsd:boolean"/>`,
    `<xsd:element name="recognized" type="xsd:boolean"/>\n<xsd:any/>`,
    'unread (^+1): no reader understands "any" in a type',
  ],
  // A comment and an explanation are new.
  [
    `<xsd:element name="recognized" type="xsd:boolean"/>`,
    `<!-- new --><xsd:element name="recognized" type="xsd:boolean"><xsd:annotation><xsd:documentation>New.</xsd:documentation></xsd:annotation></xsd:element>`,
  ],
  // Elements stand in another order.
  [
    `<xsd:element name="recognized" type="xsd:boolean"/>\n          <xsd:element name="relationNumber" type="xsd:long" minOccurs="0"/>`,
    `<xsd:element name="relationNumber" type="xsd:long" minOccurs="0"/>\n          <xsd:element name="recognized" type="xsd:boolean"/>`,
  ],
];

/** A difference, planted in the WSDL of the tables: a piece of its text, and another in its place. */
export interface Planted {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** What there is to do about it; `^` is the line of the piece, `^+1` the next one. Nothing, where nothing differs. */
  readonly want: readonly string[];
}

export const planted: readonly Planted[] = [
  {
    name: "an element is added",
    from: `<xsd:element name="dialogTitle" type="xsd:string" minOccurs="0"/>`,
    to: `<xsd:element name="dialogTitle" type="xsd:string" minOccurs="0"/>\n<xsd:element name="subtitle" type="xsd:string" minOccurs="0"/>`,
    want: [
      "new response dialog.subtitle (^+1): the spec does not have it",
      "new response dialog.subtitle (^+1): is text",
      "new response dialog.subtitle (^+1): is optional",
    ],
  },
  {
    name: "an element that the till documents is removed",
    from: `<xsd:element name="optionColor" type="xsd:string" minOccurs="0"/>`,
    to: ``,
    want: ["vanished response dialog.dialogOptions[].optionColor: the source does not have it"],
  },
  {
    name: "an element that was only seen here is removed",
    from: `<xsd:element name="prefix" type="xsd:string" minOccurs="0"/>`,
    to: ``,
    want: ["vanished response form.fields[].prefix: the source does not have it"],
  },
  {
    name: "an element is renamed",
    from: `<xsd:element name="urlTitle" type="xsd:string" minOccurs="0"/>`,
    to: `<xsd:element name="urlCaption" type="xsd:string" minOccurs="0"/>`,
    want: [
      "new response openUrl.urlCaption (^): the spec does not have it",
      "new response openUrl.urlCaption (^): is text",
      "new response openUrl.urlCaption (^): is optional",
      "vanished response openUrl.urlTitle: the source does not have it",
    ],
  },
  {
    name: "an element that the table of names knows is renamed",
    from: `<xsd:element name="multiple"`,
    to: `<xsd:element name="several"`,
    want: [
      "new response form.fields[].select.several (^): the spec does not have it",
      "new response form.fields[].select.several (^): is boolean",
      "new response form.fields[].select.several (^): is not optional",
      'unread (1): drift/soap-names.json names "WebhookFormSelect.multiple", which is not there',
      "vanished response form.fields[].multiple: the source does not have it",
    ],
  },
  {
    name: "the type of an element changes",
    from: `<xsd:element name="longClick" type="xsd:boolean" minOccurs="0"/>`,
    to: `<xsd:element name="longClick" type="xsd:int" minOccurs="0"/>`,
    want: ["contradicts request customAction.longClick (^): is integer; the spec has boolean"],
  },
  {
    name: "the type of an element that was only seen here changes",
    from: `<xsd:element name="submitText" type="xsd:string"/>`,
    to: `<xsd:element name="submitText" type="xsd:boolean"/>`,
    want: ["contradicts response form.submitText (^): is boolean; the spec has string"],
  },
  {
    name: "an element may come more than once",
    from: `<xsd:element name="code" type="xsd:string"/>\n        </xsd:sequence>`,
    to: `<xsd:element name="code" type="xsd:string" maxOccurs="5"/>\n        </xsd:sequence>`,
    want: ["contradicts response displayBarcode.code (^): is array of strings; the spec has string"],
  },
  {
    name: "an element is required",
    from: `<xsd:element name="autoOpen" type="xsd:boolean" minOccurs="0"/>`,
    to: `<xsd:element name="autoOpen" type="xsd:boolean"/>`,
    want: ["contradicts response openUrl.autoOpen (^): is not optional; the spec has it as optional"],
  },
  {
    name: "an element is optional",
    from: `<xsd:element name="recognized" type="xsd:boolean"/>`,
    to: `<xsd:element name="recognized" type="xsd:boolean" minOccurs="0"/>`,
    want: ["contradicts response scanCode.recognized (^): is optional; the spec has it as required"],
  },
  {
    name: "an element may be nil",
    from: `<xsd:element name="url" type="xsd:string"/>`,
    to: `<xsd:element name="url" type="xsd:string" nillable="true"/>`,
    want: ["contradicts response openUrl.url (^): is null; the spec has uri"],
  },
  {
    name: "an element that was reviewed changes",
    from: `<xsd:element name="finalAmount" type="xsd:long" minOccurs="0"/>\n          <xsd:element name="externalTransactionReference"`,
    to: `<xsd:element name="finalAmount" type="xsd:decimal" minOccurs="0"/>\n          <xsd:element name="externalTransactionReference"`,
    want: [
      'vanished: the review of "response externalPayment.finalAmount type" fits nothing in the source any more',
    ],
  },
  {
    name: "a value is added to an enum",
    from: `<xsd:enumeration value="LABEL"/>`,
    to: `<xsd:enumeration value="LABEL"/><xsd:enumeration value="SIGNATURE"/>`,
    want: [
      'new request form.fields[].type (^-10): has the values "text", "email", "password", "postalcode", "number", "date", "time", "datetime", "select", "checkbox", "label", "signature" and "postaladdress"; the spec has no list of values',
      'new response form.fields[].type (^-10): has "signature", which the spec has not',
      'vanished: the review of "request form.fields[].type values" fits nothing in the source any more',
    ],
  },
  {
    name: "a value is removed from an enum",
    from: `<xsd:enumeration value="EXTERNAL-PAYMENT-RECEIPT-TEXT-TYPE-MERCHANT"/>`,
    to: ``,
    want: [
      'contradicts response externalPayment.receiptTexts[].type (^-1): has not "merchant", which the spec has',
    ],
  },
  {
    name: "a value that was only seen here is removed",
    from: `<xsd:enumeration value="POSTALADDRESS"/>`,
    to: ``,
    want: [
      'new request form.fields[].type (^-11): has the values "text", "email", "password", "postalcode", "number", "date", "time", "datetime", "select", "checkbox" and "label"; the spec has no list of values',
      'contradicts response form.fields[].type (^-11): has not "postaladdress", which the spec has',
      'vanished: the review of "request form.fields[].type values" fits nothing in the source any more',
    ],
  },
  {
    name: "an enum becomes a text",
    from: `<xsd:element name="type" type="api:ExternalPaymentReceiptTextType" minOccurs="0"/>`,
    to: `<xsd:element name="type" type="xsd:string" minOccurs="0"/>`,
    want: [
      'unread (641): no body has the type "ExternalPaymentReceiptTextType", and drift/soap-names.json does not leave it out',
      "vanished response externalPayment.receiptTexts[].type: the source lists no values of it",
    ],
  },
  {
    name: "a value is spelt in another way",
    from: `"SCAN-CODE-TYPE-RFID"`,
    to: `"ScanCodeTypeRfid"`,
    want: [
      'unread (^): the value "ScanCodeTypeRfid" is not spelt as those of "ScanCodeType" are',
      'vanished: the review of "request scanCode.codeType values" fits nothing in the source any more',
    ],
  },
  {
    name: "an event is added",
    from: `<xsd:enumeration value="WEBHOOK-EVENT-CANCEL-SESSION"/>`,
    to: `<xsd:enumeration value="WEBHOOK-EVENT-CANCEL-SESSION"/>\n<xsd:enumeration value="WEBHOOK-EVENT-WEIGH-ARTICLE"/>`,
    want: ['new event weighArticle (^+1): the spec has no event "weighArticle"'],
  },
  {
    name: "an event is removed",
    from: `<xsd:enumeration value="WEBHOOK-EVENT-PAUSE-SESSION"/>`,
    to: ``,
    want: ["vanished event pauseSession: the source does not have it"],
  },
  {
    name: "a type is in the file that nobody looked at",
    from: `      <xsd:complexType name="WebhookError">`,
    to: `      <xsd:complexType name="WebhookReceipt"><xsd:sequence/></xsd:complexType>\n      <xsd:complexType name="WebhookError">`,
    want: [
      'unread (^): no body has the type "WebhookReceipt", and drift/soap-names.json does not leave it out',
    ],
  },
  {
    name: "a type that the table of names knows is renamed",
    from: `<xsd:complexType name="WebhookConsumerEvent">`,
    to: `<xsd:complexType name="ConsumerEvent">`,
    want: ['unread (1): drift/soap-names.json names "WebhookConsumerEvent", which is not there'],
  },
  {
    name: "the type of an element is missing",
    from: `<xsd:complexType name="WebhookOpenUrl">`,
    to: `<xsd:complexType name="OpenPage">`,
    want: [
      'unread (61): the type "WebhookOpenUrl" is not in the file',
      "vanished response openUrl.url: the source does not have it",
      "vanished response openUrl.autoOpen: the source does not have it",
      "vanished response openUrl.urlTitle: the source does not have it",
    ],
  },
  {
    name: "a body has something that no reader understands",
    from: `<xsd:element name="recognized" type="xsd:boolean"/>`,
    to: `<xsd:element name="recognized" type="xsd:boolean"/>\n<xsd:any/>`,
    want: ['unread (^+1): no reader understands "any" in a type'],
  },
  {
    name: "a comment and an explanation are new",
    from: `<xsd:element name="recognized" type="xsd:boolean"/>`,
    to: `<!-- new --><xsd:element name="recognized" type="xsd:boolean"><xsd:annotation><xsd:documentation>New.</xsd:documentation></xsd:annotation></xsd:element>`,
    want: [],
  },
  {
    name: "elements stand in another order",
    from: `<xsd:element name="recognized" type="xsd:boolean"/>\n          <xsd:element name="relationNumber" type="xsd:long" minOccurs="0"/>`,
    to: `<xsd:element name="relationNumber" type="xsd:long" minOccurs="0"/>\n          <xsd:element name="recognized" type="xsd:boolean"/>`,
    want: [],
  },
];

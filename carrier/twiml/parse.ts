import { XMLParser, XMLValidator } from "fast-xml-parser";

export interface TwimlNode {
  name: string;
  attributes: Record<string, string>;
  children: TwimlNode[];
  /** The text directly inside, white space collapsed. */
  text: string;
}

/** 12100: not XML. 12200: XML, but not TwiML. */
export class TwimlError extends Error {
  constructor(
    readonly code: 12100 | 12200 | 12300 | 11750 | 13201 | 13214,
    message: string,
  ) {
    super(message);
  }
}

const LIMIT_BYTES = 64 * 1024;
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  htmlEntities: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
});

/** @returns the verbs inside `<Response>`. @throws {TwimlError} */
export function parseTwiml(xml: string): TwimlNode[] {
  if (Buffer.byteLength(xml) > LIMIT_BYTES) throw new TwimlError(11750, "TwiML response body too large");
  const validity = XMLValidator.validate(xml.trim());
  if (validity !== true) throw new TwimlError(12100, `Document parse failure: ${validity.err.msg}`);
  const roots = readNodes(parser.parse(xml.trim()));
  const root = roots[0];
  if (roots.length !== 1 || root?.name !== "Response") {
    throw new TwimlError(12200, "Schema validation warning: the root element must be Response");
  }
  return root.children;
}

function readNodes(raw: unknown): TwimlNode[] {
  if (!Array.isArray(raw)) return [];
  return raw.flatMap((item: unknown) => {
    const node = readNode(item);
    return node ? [node] : [];
  });
}

function readNode(item: unknown): TwimlNode | undefined {
  if (typeof item !== "object" || item === null) return undefined;
  const record = item as Record<string, unknown>;
  const name = Object.keys(record).find((key) => key !== ":@");
  if (name === undefined || name === "#text") return undefined;
  const content = record[name];
  const attributes = (record[":@"] ?? {}) as Record<string, unknown>;
  return {
    name,
    attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, String(value)])),
    children: readNodes(content),
    text: readText(content).replace(/\s+/g, " ").trim(),
  };
}

/** Text of an element with its inline markup, such as `<emphasis>` inside `<Say>`. */
function readText(content: unknown): string {
  if (!Array.isArray(content)) return "";
  return content
    .map((item: unknown) => {
      const record = item as Record<string, unknown>;
      if ("#text" in record) return String(record["#text"]);
      const name = Object.keys(record).find((key) => key !== ":@");
      return name && /^[a-z]/.test(name) ? readText(record[name]) : "";
    })
    .join("");
}

/** A whole number out of an attribute. */
export function wholeNumber(node: TwimlNode, attribute: string, otherwise: number): number {
  const value = node.attributes[attribute];
  return value !== undefined && /^\d+$/.test(value) ? Number(value) : otherwise;
}

export function isTrue(node: TwimlNode, attribute: string): boolean {
  return node.attributes[attribute]?.toLowerCase() === "true";
}

import type { WebhookKind } from "../faults";
import type { HttpMethod } from "../types";
import type { TwimlDocument, TwimlRequest } from "./fetch-document";
import type { TwimlNode } from "./parse";

/** Where a call goes after a verb. */
export type Next =
  | { kind: "continue" }
  | { kind: "go to"; request: TwimlRequest }
  | { kind: "hang up" }
  | { kind: "reject"; busy: boolean };

export const CONTINUE: Next = { kind: "continue" };

interface Following {
  document: TwimlDocument;
  node: TwimlNode;
  kind: WebhookKind;
  extra: Record<string, string>;
}

/** The request to a verb's action; without the attribute, to the document's own address. */
export function goToAction({ document, node, kind, extra }: Following): Next {
  const url = resolveUrl(node.attributes.action ?? "", document.url);
  return { kind: "go to", request: { kind, url, method: methodOf(node.attributes.method), extra } };
}

/** Absolute addresses stay byte for byte as they are, because they are signed. */
export function resolveUrl(address: string, base: string): string {
  if (/^https?:\/\//i.test(address)) return address;
  if (address === "") return base;
  return URL.canParse(address, base) ? new URL(address, base).href : address;
}

export function methodOf(value: string | undefined): HttpMethod {
  return value?.toUpperCase() === "GET" ? "GET" : "POST";
}

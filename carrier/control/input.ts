import { isPhoneNumber } from "../geography/phone-number";
import { ControlError } from "./control-error";

export type Input = Record<string, unknown>;

export function asInput(value: unknown, name: string): Input {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Input;
  throw new ControlError(400, `${name} must be an object.`);
}

export function phoneNumber(value: unknown, name: string): string {
  if (typeof value === "string" && isPhoneNumber(value)) return value;
  throw new ControlError(400, `${name} must be a phone number such as +15035550142.`);
}

export function oneOf<T extends string>(value: unknown, name: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === value);
  if (found !== undefined) return found;
  throw new ControlError(400, `${name} must be one of ${choices.join(", ")}.`);
}

export function text(value: unknown, name: string): string {
  if (typeof value === "string") return value;
  throw new ControlError(400, `${name} must be a text.`);
}

export function amount(value: unknown, name: string): number {
  if (typeof value === "number" && Number.isFinite(value) && value >= 0) return value;
  throw new ControlError(400, `${name} must be a number, 0 or more.`);
}

export function listOf<T>(value: unknown, name: string, read: (item: unknown, name: string) => T): T[] {
  if (Array.isArray(value)) return value.map((item: unknown, index) => read(item, `${name}[${index}]`));
  throw new ControlError(400, `${name} must be a list.`);
}

/** Reads a field when it is there. */
export function maybe<T>(value: unknown, name: string, read: (value: unknown, name: string) => T): T | undefined {
  return value === undefined || value === null ? undefined : read(value, name);
}

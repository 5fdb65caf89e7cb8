import { unstable_rethrow } from "next/navigation";
import type { FormState } from "@/lib/form";

export const UNANSWERED =
  "Our server didn't answer, so this may not be saved. What you typed is still here: try again.";

/**
 * Whether an action failed because no answer of ours arrived. A refusal of Next's, and an error our server had and wrote
 * to its log under a digest, are thrown on.
 */
function isUnanswered(error: unknown): boolean {
  unstable_rethrow(error);
  return error instanceof Error && !("digest" in error);
}

/** What an action answers; null when no answer of ours arrived. */
export async function orUnanswered<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (!isUnanswered(error)) throw error;
    return null;
  }
}

type Action = (state: FormState, form: FormData) => Promise<FormState>;

/**
 * The same action, but a form that gets no answer keeps what was typed: thrown on, the error would put an error page in
 * place of the whole screen. Browsers without script send the form to the action itself, so the server renders that.
 */
export function keepTyped(action: Action): Action {
  if (typeof window === "undefined") return action;
  return async (state, form) => {
    const answer = await orUnanswered(action(state, form));
    return answer ?? { ok: false, message: UNANSWERED, values: typedIn(form) };
  };
}

function typedIn(form: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === "string" && !/password/i.test(name) && !name.startsWith("$ACTION")) values[name] ??= value;
  }
  return values;
}

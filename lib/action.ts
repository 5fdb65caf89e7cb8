import { notFound } from "next/navigation";
import { z } from "zod";
import { Busy } from "./errors";
import { type FormState, INCOMPLETE_FORM, type Refuse, readForm } from "./form";

/** An action is a public address: its arguments are whatever somebody posts, and its types promise nothing about them. */
type Arguments<Shapes extends readonly z.ZodType[]> = { [I in keyof Shapes]: z.input<Shapes[I]> };
type Parsed<Shapes extends readonly z.ZodType[]> = { [I in keyof Shapes]: z.output<Shapes[I]> };

/**
 * A server action that runs only with arguments of these shapes; anything else is a 404. Further arguments are ignored.
 * @param shapes one for each argument, bound ones first
 */
export function action<const Shapes extends readonly z.ZodType[], Result>(
  shapes: Shapes,
  run: (...args: Parsed<Shapes>) => Promise<Result>,
): (...args: Arguments<Shapes>) => Promise<Result> {
  return async (...args) => run(...parseArguments(shapes, args));
}

/**
 * A server action for `useActionState`. Bound arguments of another shape are a 404; a form that does not fit its schema
 * is a refusal with words, and so is an installation that is `Busy`. The previous state comes back from the browser, where it can be anything: it is not passed on.
 * @param shapes one for each bound argument
 */
export function formAction<const Shapes extends readonly z.ZodType[], Schema extends z.ZodObject>(
  shapes: Shapes,
  schema: Schema,
  run: (...args: [...Parsed<Shapes>, data: z.output<Schema>, refuse: Refuse]) => Promise<FormState>,
): (...args: [...Arguments<Shapes>, state: FormState, form: FormData]) => Promise<FormState> {
  return async (...args: readonly unknown[]) => {
    const bound = parseArguments(shapes, args);
    const form = readForm(schema, args[shapes.length + 1]);
    if (!form.ok) return form.state;
    try {
      return await run(...bound, form.data, form.refuse);
    } catch (error) {
      if (error instanceof Busy) return form.refuse({}, error.words);
      throw error;
    }
  };
}

/** The one argument of an action that a form without a state posts to. */
export function sentForm<Schema extends z.ZodObject>(schema: Schema) {
  return z.custom<FormData>().transform((sent, context): z.output<Schema> => {
    const form = readForm(schema, sent);
    if (form.ok) return form.data;
    context.addIssue({ code: "custom", message: form.state.message ?? INCOMPLETE_FORM });
    return z.NEVER;
  });
}

function parseArguments<Shapes extends readonly z.ZodType[]>(shapes: Shapes, args: readonly unknown[]): Parsed<Shapes> {
  const parsed = shapes.map((shape, index) => {
    const one = shape.safeParse(args[index]);
    return one.success ? one.data : notFound();
  });
  return parsed as Parsed<Shapes>;
}

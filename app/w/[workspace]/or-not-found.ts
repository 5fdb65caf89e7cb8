import { forbidden, notFound } from "next/navigation";
import { Forbidden, NotFound } from "@/lib/errors";

/** Another workspace's id and one that never was are the same 404; what is not theirs to do is a 403. */
export async function orNotFound<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof NotFound) notFound();
    if (error instanceof Forbidden) forbidden();
    throw error;
  }
}

import { notFound } from "next/navigation";
import { NotFound } from "@/lib/errors";

/** Another workspace's id and one that never was are the same 404. */
export async function orNotFound<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
}

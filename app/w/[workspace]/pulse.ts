import "server-only";
import { cache } from "react";
import { readPulse } from "@/lib/insights/workspace-pulse";

/** Read once a request, for the frame and the page inside it. */
export const getPulse = cache(readPulse);

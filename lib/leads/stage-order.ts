import { STAGES } from "../../db/enums";

/** The stages as screens show them, from the first call to the end. */
export const STAGE_ORDER = STAGES;

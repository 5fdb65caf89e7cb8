import type { Family } from "@/app/ui/family";
import type { IconName } from "@/app/ui/icons";
import type { Stage } from "@/db/enums";

/** How a stage looks wherever it is named. */
export const STAGE_LOOK: Record<Stage, { family: Family; icon: IconName }> = {
  new: { family: "slip", icon: "new" },
  talking: { family: "pen", icon: "talking" },
  quoted: { family: "marker", icon: "quoted" },
  booked: { family: "answer", icon: "booked" },
  lost: { family: "quiet", icon: "lost" },
};

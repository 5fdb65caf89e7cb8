import { randomUUID } from "node:crypto";
import { type ActionCover, form, UNTOUCHED } from "./action-cover";
import type { Ids } from "./ids";

const hidden = { may: "operator", hidden: true } as const;

const ofWorkspace = (fields?: Record<string, string>): ActionCover => ({
  ...hidden,
  ids: ["workspaceId"],
  args: ({ workspaceId }: Ids) => (fields ? [workspaceId, UNTOUCHED, form(fields)] : [workspaceId]),
});

/** Of rows that belong to the installation: which one does not matter to who may see none. */
const ofRow = (fields?: Record<string, string>): ActionCover => ({
  ...hidden,
  ids: [],
  args: () => (fields ? [randomUUID(), UNTOUCHED, form(fields)] : [randomUUID()]),
});

const caps = { numbers: "3", mayAttest: "yes", hourlyCallerCeiling: "", dailyCallerCeiling: "" };
const amounts = { dailySpendCeilingCents: "5", dailyRingCeilingCents: "5" };

/** What operators do to the installation and its workspaces. */
export const OPERATOR_ACTIONS: Record<string, ActionCover> = {
  checkNowAction: { ...hidden, ids: [], args: () => [] },
  startSendingAction: { ...hidden, ids: [], args: () => [UNTOUCHED, form({})] },
  suspendAction: ofWorkspace(),
  resumeAction: ofWorkspace(),
  keepAction: ofWorkspace(),
  changePlanAction: ofWorkspace({ plan: "team" }),
  changeCapsAction: ofWorkspace({ ...caps, ...amounts }),
  deleteAction: ofWorkspace({}),
  inviteAction: { ...hidden, ids: [], args: () => [UNTOUCHED, form({ email: "robin@fern.example" })] },
  copyLinkAction: ofRow({}),
  resendAction: ofRow(),
  cancelInvitationAction: ofRow(),
  ignoreAction: ofRow(),
  giveAction: {
    ...hidden,
    ids: ["workspaceId"],
    args: ({ workspaceId }) => [randomUUID(), UNTOUCHED, form({ workspace: workspaceId })],
  },
  retryAction: ofRow(),
  saveLimitsAction: {
    ...hidden,
    ids: [],
    args: () => [
      UNTOUCHED,
      form({
        numbersPerWorkspace: "9",
        numbersForAll: "99",
        hourlyCallerCeiling: "60",
        dailyCallerCeiling: "400",
        dailyTextCeiling: "5000",
        regionUS: "on",
        ...amounts,
      }),
    ],
  },
};

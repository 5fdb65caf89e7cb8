import { type ActionCover, form, UNTOUCHED } from "./action-cover";
import { ACCOUNT_ACTIONS, DOOR_ACTIONS, SECOND_FACTOR_ACTIONS } from "./coverage-doors";
import { OPERATOR_ACTIONS } from "./coverage-operator";
import type { Ids } from "./ids";

const facts = { name: "Robin Fern", need: "A new tap", address: "1 Fern Road", value: "1850" };

/** Arguments of a form of a workspace: what is bound, the state so far, and what was typed. */
const inWorkspace = (fields: (ids: Ids) => Record<string, string>) => (ids: Ids) => [
  ids.workspace,
  UNTOUCHED,
  form(fields(ids)),
];
const ofNumber = (fields: (ids: Ids) => Record<string, string>) => (ids: Ids) => [
  { slug: ids.workspace, numberId: ids.number },
  UNTOUCHED,
  form(fields(ids)),
];
const ofLead = (fields: (ids: Ids) => Record<string, string>) => (ids: Ids) => [
  ids.workspace,
  ids.lead,
  UNTOUCHED,
  form(fields(ids)),
];

const ofDeed =
  (deed: string) =>
  ({ workspace, lead }: Ids) => [workspace, lead, deed];

const calls: Record<string, ActionCover> = {
  textThemAnyway: { may: "member", ids: ["workspace", "call"], args: ({ workspace, call }) => [workspace, call] },
  unblock: { may: "member", ids: ["workspace", "call"], args: ({ workspace, call }) => [workspace, call] },
};

const leads: Record<string, ActionCover> = {
  sendReply: {
    may: "member",
    ids: ["workspace", "lead", "newText"],
    args: ofLead(({ newText }) => ({ body: "We come at five", messageId: newText })),
  },
  undoSend: {
    may: "member",
    ids: ["workspace", "queuedText"],
    args: ({ workspace, queuedText }) => [workspace, queuedText],
  },
  saveNote: {
    may: "member",
    ids: ["workspace", "lead", "newNote"],
    args: ofLead(({ newNote }) => ({ note: "Rang twice", noteId: newNote })),
  },
  saveFacts: { may: "member", ids: ["workspace", "lead"], args: ofLead(() => facts) },
  makeLead: {
    may: "member",
    ids: ["workspace"],
    args: inWorkspace(() => ({ phone: "+15035550142", ...facts })),
  },
  move: {
    may: "member",
    ids: ["workspace", "lead"],
    args: ({ workspace, lead }) => [workspace, lead, { to: "quoted" }],
  },
  undoLastMove: {
    may: "member",
    ids: ["workspace", "lead", "move"],
    args: ({ workspace, lead, move }) => [
      workspace,
      lead,
      { eventId: move, before: { valueCents: null, bookedFor: null, lostReason: null } },
    ],
  },
  deal: {
    may: "member",
    ids: ["workspace", "lead"],
    args: ofDeed("block"),
    also: { unblock: ofDeed("unblock"), "opt out": ofDeed("optOut"), "keep texting": ofDeed("keepTexting") },
  },
};

const line: Record<string, ActionCover> = {
  changeModeAction: { may: "admin", ids: ["workspace", "number"], args: ofNumber(() => ({ mode: "forwarding" })) },
  changeRingingAction: {
    may: "admin",
    ids: ["workspace", "number"],
    args: ofNumber(() => ({ ringStrategy: "sequential", ringSeconds: "25", screening: "on" })),
  },
  changeBusinessLineAction: {
    may: "admin",
    ids: ["workspace", "number"],
    args: ofNumber(() => ({ businessLine: "(503) 555-0171" })),
  },
  chooseCarrierAction: { may: "admin", ids: ["workspace", "number"], args: ofNumber(() => ({ carrier: "verizon" })) },
  startTestAction: {
    may: "admin",
    ids: ["workspace", "number"],
    args: ({ workspace, number }) => [{ slug: workspace, numberId: number }],
  },
  attestForwardingAction: {
    may: "admin",
    ids: ["workspace", "number"],
    args: ({ workspace, number }) => [{ slug: workspace, numberId: number }],
    declines: "No call was seen",
  },
  addRingPhoneAction: {
    may: "admin",
    ids: ["workspace", "number"],
    args: ofNumber(({ newPhone }) => ({ phone: newPhone, label: "Van" })),
  },
  removeRingPhoneAction: {
    may: "admin",
    ids: ["workspace", "number", "phone"],
    args: ({ workspace, number, phone }) => [{ slug: workspace, numberId: number, phoneId: phone }],
  },
  moveRingPhoneAction: {
    may: "admin",
    ids: ["workspace", "number", "phone"],
    args: ({ workspace, number, phone }) => [{ slug: workspace, numberId: number, phoneId: phone, direction: "down" }],
  },
};

const numbers: Record<string, ActionCover> = {
  connectAction: {
    may: "admin",
    ids: ["workspace", "carrierNumber"],
    args: inWorkspace(({ carrierNumber }) => ({ number: carrierNumber })),
  },
  adoptAction: {
    may: "operator",
    ids: ["workspace", "carrierSid"],
    args: inWorkspace(({ carrierSid }) => ({ sid: carrierSid })),
  },
  releaseAction: {
    may: "admin",
    ids: ["workspace", "spareNumber"],
    args: ({ workspace, spareNumber }) => [{ slug: workspace, numberId: spareNumber }, UNTOUCHED, form({})],
  },
  checkWiringAction: {
    may: "admin",
    ids: ["workspace", "number"],
    args: ({ workspace, number }) => [{ slug: workspace, numberId: number }],
  },
  repairWiringAction: {
    may: "admin",
    ids: ["workspace", "number"],
    args: ({ workspace, number }) => [{ slug: workspace, numberId: number }],
  },
  attestRegistrationAction: { may: "admin", ids: ["workspace"], args: inWorkspace(() => ({ registered: "on" })) },
  withdrawRegistrationAction: { may: "admin", ids: ["workspace"], args: ({ workspace }) => [workspace] },
};

const onboarding: Record<string, ActionCover> = {
  saveBusinessAction: {
    may: "admin",
    ids: ["workspace"],
    args: inWorkspace(() => ({
      name: "Fern",
      trade: "salon",
      from: "09:00",
      to: "17:00",
      timeZone: "America/New_York",
    })),
  },
};

const recovery: Record<string, ActionCover> = {
  switchAction: { may: "admin", ids: ["workspace"], args: inWorkspace(() => ({ textBackOn: "on" })) },
  switchWorkspaceAction: { may: "admin", ids: ["workspace"], args: inWorkspace(() => ({ active: "on" })) },
  saveTextAction: {
    may: "admin",
    ids: ["workspace"],
    args: inWorkspace(() => ({ template: "{business}: sorry we missed you. Reply STOP to opt out." })),
  },
  saveNoticeAction: {
    may: "admin",
    ids: ["workspace"],
    args: inWorkspace(() => ({
      noticeOn: "on",
      notice: "Sorry, this is {business}. We text you now. Press 9 for no text.",
    })),
  },
  saveWaitAction: {
    may: "admin",
    ids: ["workspace"],
    args: inWorkspace(() => ({ usualWait: "60", activeConversationMinutes: "30", quietAfterDays: "3" })),
  },
  saveHoursAction: {
    may: "admin",
    ids: ["workspace"],
    args: inWorkspace(() => ({ open1: "on", from1: "08:00", to1: "20:00" })),
  },
  saveLimitsAction: {
    may: "admin",
    ids: ["workspace"],
    args: inWorkspace(() => ({ hourlyCallerCap: "20", dailyCallerCap: "90", dailySpendCap: "5", regionUS: "on" })),
  },
};

const people: Record<string, ActionCover> = {
  pauseAction: { may: "admin", ids: ["workspace"], args: inWorkspace(() => ({ hours: "2" })) },
  resumeAction: { may: "admin", ids: ["workspace"], args: ({ workspace }) => [workspace] },
  addExcludedAction: {
    may: "admin",
    ids: ["workspace"],
    args: ({ workspace }) => [{ slug: workspace, kind: "personal" }, UNTOUCHED, form({ pasted: "+15035550163 Sam" })],
  },
  removeExcludedAction: {
    may: "admin",
    ids: ["workspace", "exclusion"],
    args: ({ workspace, exclusion }) => [{ slug: workspace, id: exclusion }],
  },
};

const inFile = (file: string, covers: Record<string, ActionCover>) =>
  Object.fromEntries(Object.entries(covers).map(([name, cover]) => [`${file}${name}`, cover]));

/** Every server action: who may do it, and the ids it takes. */
export const ACTIONS: Record<string, ActionCover> = {
  ...inFile("app/w/[workspace]/calls/actions.ts#", calls),
  ...inFile("app/w/[workspace]/leads/actions.ts#", leads),
  ...inFile("app/w/[workspace]/onboarding/actions.ts#", onboarding),
  ...inFile("app/w/[workspace]/phone/line-actions.ts#", line),
  ...inFile("app/w/[workspace]/phone/number-actions.ts#", numbers),
  ...inFile("app/w/[workspace]/recovery/actions.ts#", recovery),
  ...inFile("app/w/[workspace]/recovery/people-actions.ts#", people),
  ...inFile("app/operator/actions.ts#", OPERATOR_ACTIONS),
  ...inFile("app/account/actions.ts#", ACCOUNT_ACTIONS),
  ...inFile("app/account/second-factor-actions.ts#", SECOND_FACTOR_ACTIONS),
  ...inFile("app/(auth)/", DOOR_ACTIONS),
};

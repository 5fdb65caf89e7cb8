import { type ActionCover, form, UNTOUCHED } from "./action-cover";

/** What people do with their own account. */
export const ACCOUNT_ACTIONS: Record<string, ActionCover> = {
  signOut: { may: "anybody", ids: [], args: () => [], leaves: true },
  signOutEverywhere: { may: "person", ids: [], args: () => [], leaves: true },
  askToProveAction: { may: "person", ids: [], args: () => [UNTOUCHED, form({})], counts: true },
  endSessionAction: {
    may: "person",
    ids: [],
    args: () => ["6f1c2b8e-52a4-4d0e-9a63-0d1f6f0f5a11"],
    declines: "No session has this name",
  },
  chooseTheme: { may: "anybody", ids: [], args: () => ["dark"] },
  saveLook: { may: "anybody", ids: [], args: () => [form({ theme: "dark" })] },
  changePasswordAction: {
    may: "person",
    ids: [],
    args: () => [UNTOUCHED, form({ currentPassword: "not the one", newPassword: "another walk by the river" })],
    declines: "Everybody here keeps their password",
  },
};

const business = { businessName: "Fern", timeZone: "America/New_York" };
const newcomer = { ...business, name: "Robin" };

const WRONG_PASSWORD = "The password is wrong";

/** The code that is asked for at sign-in. */
export const SECOND_FACTOR_ACTIONS: Record<string, ActionCover> = {
  startCodesAction: {
    may: "person",
    ids: [],
    args: () => [UNTOUCHED, form({ password: "not the one" })],
    declines: WRONG_PASSWORD,
    counts: true,
  },
  confirmCodesAction: {
    may: "person",
    ids: [],
    args: () => [UNTOUCHED, form({ code: "000000" })],
    declines: "No secret was made",
    counts: true,
  },
  newRecoveryCodesAction: {
    may: "person",
    ids: [],
    args: () => [UNTOUCHED, form({ password: "not the one", code: "000000" })],
    declines: WRONG_PASSWORD,
    counts: true,
  },
  removeCodesAction: {
    may: "person",
    ids: [],
    args: () => [UNTOUCHED, form({ password: "not the one", code: "000000" })],
    declines: WRONG_PASSWORD,
    counts: true,
  },
};

/** Doors for people who are not signed in: to them an address that somebody has and one that nobody has are the same. */
export const DOOR_ACTIONS: Record<string, ActionCover> = {
  "sign-in/actions.ts#signInAction": {
    may: "anybody",
    ids: ["email"],
    args: ({ email }) => [UNTOUCHED, form({ email, password: "not the one" })],
    declines: "The password is wrong",
    counts: true,
  },
  "sign-in/link/[token]/actions.ts#openSignInLinkAction": {
    may: "anybody",
    ids: [],
    args: () => ["not a link", UNTOUCHED, form({})],
    declines: "No link was mailed",
  },
  "prove-email/[token]/actions.ts#proveAddressAction": {
    may: "anybody",
    ids: [],
    args: () => ["not a link", UNTOUCHED, form({})],
    declines: "No link was mailed",
  },
  "sign-in/code/actions.ts#showCodeAction": {
    may: "anybody",
    ids: [],
    args: () => [UNTOUCHED, form({ code: "000000" })],
    declines: "Nobody here owes a code",
    counts: true,
  },
  "confirm-password/actions.ts#confirmPasswordAction": {
    may: "person",
    ids: [],
    args: () => [UNTOUCHED, form({ password: "not the one" })],
    declines: "The password is wrong",
    counts: true,
  },
  "sign-up/actions.ts#requestSignUpAction": {
    may: "anybody",
    ids: ["email"],
    args: ({ email }) => [UNTOUCHED, form({ email })],
    counts: true,
  },
  "sign-up/[token]/actions.ts#openSignUpAction": {
    may: "anybody",
    ids: ["signUpToken"],
    args: ({ signUpToken }) => [signUpToken, UNTOUCHED, form({ ...newcomer, password: "short" })],
    declines: "The password is too short, or the link is over",
  },
  "invitation/[token]/actions.ts#acceptAction": {
    may: "anybody",
    ids: ["invitationToken"],
    args: ({ invitationToken }) => [invitationToken, UNTOUCHED, form({ ...newcomer, password: "short" })],
    declines: "The password is too short, or the invitation is over",
  },
  "invitation/[token]/actions.ts#openAnotherAction": {
    may: "person",
    ids: ["invitationToken"],
    args: ({ invitationToken }) => [invitationToken, UNTOUCHED, form(business)],
    declines: "The invitation is for another address",
  },
  "setup/[code]/actions.ts#makeFirstAccountAction": {
    may: "anybody",
    ids: ["resetToken", "email"],
    args: ({ resetToken, email }) => [
      resetToken,
      UNTOUCHED,
      form({ ...newcomer, email, password: "a long walk by the river" }),
    ],
    declines: "There are users, so that no code is good",
  },
  "forgot-password/actions.ts#forgotPasswordAction": {
    may: "anybody",
    ids: ["email"],
    args: ({ email }) => [UNTOUCHED, form({ email })],
    counts: true,
  },
  "reset-password/[token]/actions.ts#resetPasswordAction": {
    may: "anybody",
    ids: ["resetToken"],
    args: ({ resetToken }) => [UNTOUCHED, form({ token: resetToken, password: "short" })],
    declines: "The password is too short, or the link is over",
  },
};

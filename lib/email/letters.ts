import { env } from "@/lib/env";
import { composeLetter, type Letter } from "./letter";

const address = (path: string) => `${env().APP_URL}${path}`;

export function signUpLink({ token }: { token: string }): Letter {
  return composeLetter({
    subject: "Open your Ringback workspace",
    paragraphs: [
      "Open this link to choose a password and make your workspace. It works once, for an hour, on any device.",
      "If you didn't ask for it, ignore this mail. Nothing was made.",
    ],
    button: { words: "Make my workspace", url: address(`/sign-up/${token}`) },
  });
}

export function addressInUse(): Letter {
  return composeLetter({
    subject: "Somebody tried to sign up with your address",
    paragraphs: [
      "This address already has a Ringback account, so nothing was made and nothing has changed.",
      "If it was you, sign in. If you have forgotten your password, you can choose a new one there. If it wasn't you, there is nothing to do.",
    ],
    button: { words: "Sign in", url: address("/sign-in") },
  });
}

export function passwordReset({ token }: { token: string }): Letter {
  return composeLetter({
    subject: "Choose a new Ringback password",
    paragraphs: [
      "This link lets you choose a new password. It works once, for an hour.",
      "If you didn't ask for it, ignore this mail. Your password stays as it is.",
    ],
    button: { words: "Choose a new password", url: address(`/reset-password/${token}`) },
  });
}

export function signInLink({ token }: { token: string }): Letter {
  return composeLetter({
    subject: "Sign in to Ringback",
    paragraphs: [
      "Open this link and press the button to sign in. It works once, for 15 minutes.",
      "If you didn't ask for it, ignore this mail. Nobody is signed in without it.",
    ],
    button: { words: "Sign in", url: address(`/sign-in/link/${token}`) },
  });
}

export function addressProof({ token }: { token: string }): Letter {
  return composeLetter({
    subject: "Prove your address to Ringback",
    paragraphs: [
      "Open this link and press the button to show that mail to this address reaches you. It works once, for an hour.",
      "If you have no Ringback account, ignore this mail.",
    ],
    button: { words: "Prove this address", url: address(`/prove-email/${token}`) },
  });
}

export function passwordChanged(): Letter {
  return composeLetter({
    subject: "Your Ringback password was changed",
    paragraphs: [
      "Everybody who was signed in with the old one, on any other device, has been signed out.",
      "If this wasn't you, choose a new password now.",
    ],
    button: { words: "Choose a new password", url: address("/forgot-password") },
  });
}

export function workspaceInvitation({ token }: { token: string }): Letter {
  return composeLetter({
    subject: "You are invited to Ringback",
    paragraphs: [
      "Whoever runs this Ringback invites you to open a workspace: callers you miss get a text within seconds.",
      "The link works once, for three days. If you don't know what this is about, ignore this mail.",
    ],
    button: { words: "Open my workspace", url: address(`/invitation/${token}`) },
  });
}

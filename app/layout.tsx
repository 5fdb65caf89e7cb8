import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { ToastProvider } from "@/app/ui/toast";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Ringback: the callers you miss, texted back in seconds", template: "%s · Ringback" },
  description:
    "Ringback texts the callers you miss within seconds, from your business, and turns them into jobs on your calendar. Open source.",
  applicationName: "Ringback",
  // iOS would turn every number it sees into a link of its own
  formatDetection: { telephone: false },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  interactiveWidget: "resizes-content",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f2f4f1" },
    { media: "(prefers-color-scheme: dark)", color: "#0c1210" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = (await cookies()).get("theme")?.value;
  return (
    <html lang="en" data-theme={theme === "light" || theme === "dark" ? theme : undefined}>
      <body>
        <a
          href="#content"
          className="fixed top-2 left-2 z-60 -translate-y-16 rounded-md bg-ink px-4 py-2.5 font-semibold text-on-ink focus:translate-y-0"
        >
          Skip to content
        </a>
        <ToastProvider>{children}</ToastProvider>
      </body>
    </html>
  );
}

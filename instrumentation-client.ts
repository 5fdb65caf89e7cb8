import { patientFetch } from "@/app/ui/live/patient-fetch";

// Here and not in a component: the router reads pages before the first of ours is there.
window.fetch = patientFetch({ fetch: window.fetch.bind(window), page: () => new URL(location.href), pause });

function pause(milliseconds: number, signal?: AbortSignal | null): Promise<void> {
  return new Promise((resume) => {
    const over = new AbortController();
    const end = () => {
      clearTimeout(timer);
      over.abort();
      resume();
    };
    const timer = setTimeout(end, milliseconds);
    window.addEventListener("online", end, { signal: over.signal });
    signal?.addEventListener("abort", end, { signal: over.signal });
  });
}

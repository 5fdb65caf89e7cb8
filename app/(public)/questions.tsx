import { Icon } from "@/app/ui/lucide-icon";

const questions = [
  {
    asked: "Do I have to change my number?",
    answer:
      "No. You dial one code and your carrier sends us only the calls you don’t answer. Dial another code and it stops. Or use your Ringback number as your public number, and it rings your phones first.",
  },
  {
    asked: "What if the caller is on a landline?",
    answer: "We can’t text it, so we say so and put it on your list to call back.",
  },
  {
    asked: "Will it text my mother every time she calls?",
    answer:
      "Not if she’s a number you’ve marked as personal. And nobody is texted twice within a day, unless you choose a shorter wait.",
  },
  {
    asked: "What does the caller hear?",
    answer:
      "One short sentence: you missed them and are texting now, press 9 for no text. You write it, or switch it off. There is no voicemail to sit through.",
  },
  {
    asked: "How do I know why somebody was not texted?",
    answer:
      "Every call keeps the list of what was checked, in order, and where it stopped, with the button that changes it. Nothing happens without a reason you can read.",
  },
];

/** What people ask before they sign up. */
export function Questions() {
  return (
    <section className="grid grid-cols-1 gap-x-15 gap-y-8 md:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
      <h2 className="text-headline tracking-[-0.035em] md:text-display">Asked before signing up</h2>
      <div className="border-line-strong border-b">
        {questions.map(({ asked, answer }, index) => (
          <details key={asked} open={index === 0} className="group border-line-strong border-t">
            <summary className="flex min-h-14 items-center justify-between gap-4 py-4 font-[650] text-[1.1875rem] leading-[1.3]">
              {asked}
              <Icon name="add" size={18} className="transition-transform duration-180 ease-out group-open:rotate-45" />
            </summary>
            <p className="max-w-[44em] pb-5 text-[1.0625rem] text-ink-2">{answer}</p>
          </details>
        ))}
      </div>
    </section>
  );
}

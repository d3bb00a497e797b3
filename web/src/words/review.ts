/** What the review queue says: who may be one person, why, and what likeness learnt. */
import { currentLocale, number, percent, plural } from "./format";

const pairs = (n: number) => plural(n, { one: "pair", other: "pairs" });
const oneDigit = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
const bits = (weight: number) =>
  `${weight > 0 ? "+" : weight < 0 ? "−" : ""}${new Intl.NumberFormat(currentLocale(), oneDigit).format(Math.abs(weight))}`;
const spelled = (name: string) => name.charAt(0).toUpperCase() + name.slice(1).replaceAll("_", " ");

export const review = {
  title: "Review",
  lead: "Customers who look like one person. Your answer counts for more than any rule, and can be taken back.",
  back: "Customers",
  open: "Review look-alikes",
  tabsLabel: "Parts of the review",
  tabs: { queue: "Waiting", model: "Weights" },
  bits,
  bitsOf: (weight: number) => `${bits(weight)} bits`,
  column: spelled,
  queue: {
    title: "Waiting for you",
    lead: (total: number, unsure: number, held: number) =>
      [
        `${pairs(total)}, the surest first`,
        ...(unsure > 0 ? [`${number(unsure)} somebody was unsure of`] : []),
        ...(held > 0 ? [`${number(held)} surely alike, but held back`] : []),
      ].join("; "),
    pair: (no: number) => `Pair ${number(no)}`,
    unsure: "Was unsure",
    held: "Held back",
    shown: (from: number, to: number, total: number) => `${number(from)}–${number(to)} of ${number(total)}`,
    earlier: "Earlier pairs",
    later: "Later pairs",
  },
  likely: (probability: number) =>
    probability >= 0.99
      ? "Almost surely one person"
      : probability >= 0.9
        ? "Very likely one person"
        : probability >= 0.5
          ? "Likelier one person than not"
          : probability >= 0.1
            ? "Rather two people"
            : "Probably two people",
  probability: (probability: number) =>
    probability > 0.999 ? `over ${percent(0.999, 1)}` : percent(probability, probability > 0.99 ? 1 : 0),
  place: (at: number, total: number) => `${number(at)} of ${number(total)} waiting`,
  heldBack: "Surely alike, and still two customers",
  side: { left: "One", right: "Other" },
  both: {
    title: "Side by side",
    what: "What is known",
    customer: (which: string) => `${which} customer`,
    openCustomer: "Open the customer",
    identifiers: "Identifiers",
    more: (n: number) => `and ${number(n)} more`,
    sources: "Sources",
    interactions: "Interactions",
    since: "First seen",
    from: (sources: string, at: string) => (at ? `${sources}, ${at}` : sources),
    nothing: "Not known",
    agree: { same: "Same", close: "Close", different: "Different", one: "Only one has it" },
    adds: (weight: number) => `${bits(weight)} bits`,
  },
  adds: {
    title: "What each column adds",
    lead: (prior: number) =>
      `In bits: each one more doubles the odds that they are one person. Every pair begins at ${bits(prior)}.`,
    start: "Where every pair begins",
    total: "Together",
    part: "Column",
    words: "How alike",
    weight: "Adds (bits)",
    sum: "Sum so far (bits)",
    download: "review-pair",
  },
  answers: {
    title: "Are they one person?",
    same: "Same person",
    different: "Different people",
    unsure: "Unsure",
    reason: "Why? (not needed)",
    reasonHelp: "It is kept with your name and the time. Name nobody in it.",
    byDefault: "reviewed side by side",
    keys: { same: "1", different: "2", unsure: "3", next: "n", previous: "p" },
    help: {
      title: "In the review queue",
      same: "Same person",
      different: "Different people",
      unsure: "Unsure: ask again later",
      next: "Next pair",
      previous: "Pair before",
    },
    next: "Next pair",
    previous: "Pair before",
    said: {
      same: "Same person",
      different: "Different people",
      unsure: "Unsure",
      withdrawn: "Taken back",
      retracted: "The link doesn't count",
    } as Readonly<Record<string, string>>,
    answered: (verdict: string, author: string) => `${verdict}, says ${author}`,
    done: (no: number, verdict: string) => `Pair ${number(no)}: ${verdict}.`,
    settled: "This pair isn't waiting: it was answered, or the two are one customer already.",
    takeBack: "Take it back",
    takenBack: "taken back",
  },
  pending: {
    text: (n: number) => `${plural(n, { one: "answer waits", other: "answers wait" })} for the next build.`,
    act: "Build now",
    working: "The journeys are being joined anew.",
  },
  empty: {
    answered: {
      title: "All answered",
      body: "That was the last pair. Build now, and the customers follow your answers.",
    },
    nothing: {
      title: "Nothing to ask",
      body: "Likeness found no doubtful pair, or all were answered. Look again when new contacts were imported.",
    },
    never_matched: {
      title: "Nobody has looked for look-alikes yet",
      body: "Names, birth dates and addresses in your contact tables tell who may be one person. The weights are learnt from your own records, and nothing leaves this machine.",
    },
    off: {
      title: "Likeness is switched off",
      body: "Set likeness = “accept” or “review” under [identity] in clew.toml to look for people who are alike.",
    },
    pick: { title: "No pair is open", body: "Pick one from the list." },
  },
  match: {
    act: "Find people by likeness",
    again: "Look again",
    working: "Looking for people who are alike",
    failed: "Nothing was changed",
    missing: "Not possible here yet",
    done: "What came of it",
    close: "Close",
    counts: {
      records: "Records",
      looked_at: "Pairs compared",
      accepted: "Surely alike",
      to_review: "For your eye",
      rejected: "Not alike enough",
      joined_before: "Joined already",
    },
    fates: "What became of those surely alike",
    fate: (told: string, n: number) => `${told}: ${number(n)}`,
  },
  model: {
    title: "What each likeness says",
    lead: "To the right: for one person. To the left: against it. In bits: each one more doubles the odds.",
    about: (day: string, records: number, compared: number) =>
      `Learnt on ${day} from ${plural(records, { one: "record", other: "records" })} (${pairs(compared)} compared in training).`,
    prior: (prior: number, weight: number) =>
      `Two records taken at random are one person in 1 of ${number(1 / prior, 0)} cases: every pair begins at ${bits(weight)}.`,
    between: "Only records of different sources are compared.",
    learnt: "Learnt",
    default: "Default",
    defaultHelp: "Too little to learn from, so that a default has to do.",
    column: "Column",
    step: "How alike",
    weight: "Weight (bits)",
    inWords: "In words",
    same: "Of one person's pairs",
    others: "Of two people's pairs",
    origin: "From",
    odds: (weight: number) => {
      const times = 2 ** Math.abs(weight);
      if (times < 1.05) return "says nothing";
      return `${number(times, times >= 10 ? 0 : 1)} times ${weight > 0 ? "likelier" : "less likely"}`;
    },
    share: (ratio: number) => (ratio >= 0.001 ? percent(ratio, 1) : `1 in ${number(1 / ratio, 0)}`),
    download: "likeness-weights",
    none: { title: "Nothing was learnt yet", body: "Look for people who are alike first." },
  },
} as const;

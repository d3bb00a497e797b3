/** What a journey is about: as a source names it, else in words of its own texts. */
export const issues = {
  /** Quoted where they are only words that Clew found in the texts. */
  about: (issue: string, topic: string) => issue || (topic ? `“${topic}”` : "Issue not named"),
  isFound: (issue: string, topic: string) => !issue && topic !== "",
  foundHelp: "words of its texts, found by Clew: no source names the issue",
} as const;

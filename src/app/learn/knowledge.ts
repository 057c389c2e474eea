/** What the pictures of the learn pages are drawn from: today's knowledge, and dates that only they need. Loaded with those pages. */
export { knowledge } from "../../data/index.ts";
export { systemsReleased, tagProposals } from "../../data/timeline.ts";

import { type Sentence, code, say } from "../sentence.ts";

/** The tool that changes a wheel's tag in the file name and in WHEEL at once. */
export function retag(tagName: string): Sentence {
  return say`If the build cannot change, give the wheel the tag it meets: ${code(`wheel tags --remove --platform-tag=${tagName} FILE.whl`)} changes file name and WHEEL together.`;
}

import { dayTools } from './tools/day.ts';
import { findingTools } from './tools/finding.ts';
import { knowingTools } from './tools/knowing.ts';
import { wordTools } from './tools/word.ts';
import { onlyReads, type Tool } from './tool.ts';

/** Everything that an assistant can do. */
export const tools: readonly Tool[] = [...findingTools, ...dayTools, ...wordTools, ...knowingTools];

/** What a key may use of it: every right that a tool asks for has to be there, and one that only reads changes nothing. */
export function toolsFor({ rights, readsOnly }: { readonly rights: readonly string[]; readonly readsOnly: boolean }): Tool[] {
  return tools.filter((tool) => tool.routes.every(({ caller }) => rights.includes(caller)) && !(readsOnly && !onlyReads(tool)));
}

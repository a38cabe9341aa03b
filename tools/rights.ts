import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { comesWithAnswering, rights, roles, rolesWith, type Right } from '#features/access/domain/index.ts';
import { catalogs } from './messages.ts';
import { root } from './tree.ts';

export const rightsFile = 'docs/rights.md';

/** Who may do what, written from the table that the server goes by. */
export function describeRights(): string {
  const texts = new Map(catalogs().flatMap((catalog) => Object.entries(catalog.texts.en)));
  const cell = (right: Right) => roles.map((role) => (rolesWith(right).includes(role) ? 'yes' : comesWithAnswering(right) ? 'own' : ''));
  return `# Rights

Made by \`npm run fix\` from \`src/features/access/domain/rights.ts\`. Each route names the right that it asks for in its contract; the router refuses whoever has it not,
and \`src/app/rights.test.ts\` calls every route as each role. *own*: with the customers for whom somebody answers or stands in, whatever their role.

${tableOf([
  ['right', 'what it lets one do', ...roles],
  ...rights.map((right) => [`\`${right}\``, texts.get(`access.rights.of.${right}`) ?? '', ...cell(right)]),
])}

Which route asks for which right stands in [tools/routes.txt](../tools/routes.txt). The terminal of the machine acts as the owner of the workspace.
`;
}

export function writeRights(): void {
  writeFileSync(join(root, rightsFile), describeRights());
}

function tableOf(rows: readonly (readonly string[])[]): string {
  const width = (column: number) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0));
  const line = (row: readonly string[]) => `| ${row.map((cell, column) => cell.padEnd(width(column))).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), `| ${head.map((_, column) => '-'.repeat(width(column))).join(' | ')} |`, ...body.map(line)].join('\n');
}
